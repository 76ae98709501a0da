import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The scoring engine as rule cases use it: the real one, or one with a rule broken. */
export interface Engine {
  readonly fileInput: typeof import('../../../src/scoring/matching/file-input.ts').fileInput;
  readonly releaseInput: typeof import('../../../src/scoring/matching/release-input.ts').releaseInput;
  readonly createFormatMatcher: typeof import('../../../src/scoring/matching/format-matcher.ts').createFormatMatcher;
  readonly judgeRelease: typeof import('../../../src/scoring/decision/judge-release.ts').judgeRelease;
  readonly cutoffState: typeof import('../../../src/scoring/cutoff-state.ts').cutoffState;
  readonly passImportGate: typeof import('../../../src/scoring/decision/pass-import-gate.ts').passImportGate;
  readonly bound: typeof import('../../../src/scoring/ceiling/bound.ts').bound;
  readonly scoreOf: typeof import('../../../src/scoring/score-of.ts').scoreOf;
}

/** What one rule of the servers means, on the smallest example. */
export interface RuleCase {
  readonly rule: string;
  readonly run: (engine: Engine) => unknown;
  readonly expected: unknown;
}

/** The engine that lies in a folder laid out as the project is. */
export async function loadEngine(folder: string): Promise<Engine> {
  const load = (path: string): Promise<Engine> =>
    import(/* @vite-ignore */ pathToFileURL(resolve(folder, 'src/scoring', path)).href);
  const parts = await Promise.all([
    load('matching/file-input.ts'),
    load('matching/release-input.ts'),
    load('matching/format-matcher.ts'),
    load('decision/judge-release.ts'),
    load('cutoff-state.ts'),
    load('decision/pass-import-gate.ts'),
    load('ceiling/bound.ts'),
    load('score-of.ts'),
  ]);
  const [file, release, matcher, judge, state, gate, ceiling, score] = parts;
  return { ...file, ...release, ...matcher, ...judge, ...state, ...gate, ...ceiling, ...score };
}
