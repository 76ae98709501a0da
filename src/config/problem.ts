import { AppError } from '../lib/errors.ts';

/** A spot in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing that is wrong or worth knowing. */
export interface ConfigProblem {
  /** `null` when it is in no file: a variable, a flag, a file mode. */
  readonly place: Place | null;
  /** `radarr.main.api_key`, or the name of a variable or file; empty for a whole file. */
  readonly path: string;
  /** What is wrong and what was expected, without a full stop. Never holds a key. */
  readonly message: string;
  /** What to do about it, a sentence without a full stop. */
  readonly hint: string | null;
}

/** Everything that is wrong with a configuration, at once. Its message has a line for each, and their count. */
export class ConfigError extends AppError {
  override readonly name: string = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], options: ErrorOptions = {}) {
    const sorted = problems.toSorted(byPlace);
    const count = sorted.length === 1 ? '1 problem' : `${sorted.length} problems`;
    const lines = [...sorted.map(describeProblem), `${count}; nothing was done`];
    super(lines.join('\n'), { ...options, code: 'config', hint: '' });
    this.problems = sorted;
  }
}

/** One line: `nas.yaml:7:5  radarr.main.api_kye: unknown key. Did you mean "api_key"?` */
export function describeProblem({ place, path, message, hint }: ConfigProblem): string {
  const where = place === null ? '' : `${place.file}:${place.line}:${place.column}  `;
  const what = path === '' ? message : `${path}: ${message}`;
  return hint === null ? `${where}${what}` : `${where}${what}. ${hint}`;
}

/** As one reads: file by file from top to bottom, then what is in no file. */
function byPlace(one: ConfigProblem, other: ConfigProblem): number {
  if (one.place === null || other.place === null) {
    return Number(one.place === null) - Number(other.place === null) || compare(one.path, other.path);
  }
  return (
    compare(one.place.file, other.place.file) ||
    one.place.line - other.place.line ||
    one.place.column - other.place.column ||
    compare(one.path, other.path)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
