import { findMatch, isMatch } from './find-match.ts';
import type { Guard } from './guard.ts';
import type { Pattern, PatternMatch } from './pattern.ts';
import type { Subject } from './subject.ts';

/** `overrun`: the pattern took too long, now or before; what it would have said is unknown. */
export type Answer<Value> = Value | 'overrun';

/** Patterns asked under watch. */
export type PatternAsk = {
  readonly isMatch: (pattern: Pattern, subject: Subject) => Answer<boolean>;
  readonly findMatch: (pattern: Pattern, subject: Subject) => Answer<PatternMatch | null>;
};

/** Keeps runaway patterns from stopping the program, and remembers them. */
export type PatternWatch = {
  /**
   * Runs work that asks patterns, all under one time limit: usual work is a file, or some dozens, against all formats. When the
   * limit passes, the work is run again with each question under a limit of its own; who passes that is left out from
   * then on. So work must be fit to run twice, and each runaway costs three limits, once.
   */
  readonly run: <Value>(work: (ask: PatternAsk) => Value) => Value;
  /** The patterns left out so far, in the order they were found. */
  readonly runaways: () => readonly Pattern[];
};

/** A machine that stood still for a moment must not make a pattern a runaway: it overruns alone, twice. */
const attempts = 2;

/** A watch over patterns; one for a run of the program, so that it finds each runaway once. */
export function watchPatterns(guard: Guard): PatternWatch {
  const leftOut = new Set<Pattern>();
  const unlessLeftOut = <Value>(pattern: Pattern, answer: () => Answer<Value>): Answer<Value> =>
    leftOut.size > 0 && leftOut.has(pattern) ? 'overrun' : answer();
  const alone = <Value>(pattern: Pattern, answer: () => Value): Answer<Value> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const guarded = guard(() => unlessTooDeep(answer));
      if (guarded.kind === 'finished' && guarded.value !== 'overrun') return guarded.value;
    }
    leftOut.add(pattern);
    return 'overrun';
  };
  const together: PatternAsk = {
    isMatch: (pattern, subject) => unlessLeftOut(pattern, () => isMatch(pattern, subject)),
    findMatch: (pattern, subject) => unlessLeftOut(pattern, () => findMatch(pattern, subject)),
  };
  const oneByOne: PatternAsk = {
    isMatch: (pattern, subject) =>
      unlessLeftOut(pattern, () => alone(pattern, () => isMatch(pattern, subject))),
    findMatch: (pattern, subject) =>
      unlessLeftOut(pattern, () => alone(pattern, () => findMatch(pattern, subject))),
  };
  return {
    run: (work) => {
      const guarded = guard(() => unlessTooDeep(() => ({ value: work(together) })));
      const isDone = guarded.kind === 'finished' && guarded.value !== 'overrun';
      return isDone ? guarded.value.value : work(oneByOne);
    },
    runaways: () => [...leftOut],
  };
}

/** A match that goes deeper than the stack is as good as endless. */
function unlessTooDeep<Value>(work: () => Value): Answer<Value> {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return 'overrun';
    throw error;
  }
}
