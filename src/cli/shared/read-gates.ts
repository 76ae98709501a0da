import { AppError } from '../../lib/errors.ts';
import type { Unit } from '../../model/block.ts';
import { explainFilterProblem } from '../../model/filter/explain-filter-problem.ts';
import type { Filter } from '../../model/filter/filter.ts';
import type { FilterField } from '../../model/filter/filter-field.ts';
import { parseFilter } from '../../model/filter/parse-filter.ts';
import { figureWords } from './figure-words.ts';
import type { Talk } from './talk.ts';

/** One gate as it was written. */
export interface Gate {
  readonly text: string;
  readonly filter: Filter;
}

/** What became of a gate. */
export interface JudgedGate {
  readonly isBroken: boolean;
  /** What its conditions are about; null: cannot be told. */
  readonly figures: readonly { readonly name: string; readonly value: number | null; readonly unit: Unit }[];
}

/** What `--fail-on` was given, each by itself. @throws {AppError} code `config` */
export function readGates<S>(texts: readonly string[], fields: readonly FilterField<S>[]): readonly Gate[] {
  return texts.map((text) => {
    const filter = readFlagFilter('--fail-on', text, fields);
    if (filter.conditions.length > 0) return { text, filter };
    const hint = `Write "${fields[0]?.name} > 0".`;
    throw new AppError('--fail-on: a condition is missing', { code: 'config', hint });
  });
}

/** A flag in the grammar of filters. @throws {AppError} code `config`, with a mark under the place */
export function readFlagFilter<S>(flag: string, text: string, fields: readonly FilterField<S>[]): Filter {
  const parsed = parseFilter(text, fields);
  if (parsed.ok) return parsed.filter;
  const problem = explainFilterProblem(text, parsed.problem, fields);
  throw new AppError(`${flag} cannot be read\n${problem}`, { code: 'config', hint: '' });
}

/** Says each gate that is broken, and each figure that cannot be told. @returns whether one is broken */
export function sayGates(
  gates: readonly Gate[],
  judge: (gate: Filter) => JudgedGate,
  talk: Pick<Talk, 'say'>,
): boolean {
  const results = gates.map(({ text, filter }) => ({ text, ...judge(filter) }));
  for (const { text, isBroken, figures } of results) {
    const told = figures.map(({ name, value, unit }) => `${name} is ${figureWords(value, unit)}`).join(', ');
    if (isBroken) talk.say('warning', `broken: ${text} (${told})`);
    for (const { name } of figures.filter(({ value }) => value === null)) {
      talk.say('warning', `${text}: ${name} cannot be told`);
    }
  }
  return results.some(({ isBroken }) => isBroken);
}
