import type { Specification } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import type { AskedTexts, PatternAsker, Question } from './pattern-asker.ts';
import type { Probe } from './probe.ts';
import type { Unevaluable } from './unevaluable.ts';

/** A condition made ready to be tried on one input after the other. */
export interface Condition {
  readonly specification: Specification;
  /** Whether it holds, negation included; null when nobody but the server can tell. */
  readonly holds: (probe: Probe) => boolean | null;
  /** Why nobody can tell; null where one can. */
  readonly problem: () => Unevaluable | null;
  /** What it tries its pattern on; null for a condition without one. */
  readonly pattern: PatternPart | null;
}

/** The pattern of a condition, for whoever wants to know what matched where. */
export interface PatternPart {
  readonly question: Question;
  readonly texts: AskedTexts;
}

/** What a condition is compiled with. */
export interface CompileContext {
  readonly service: Service;
  readonly asker: PatternAsker;
}

/** A condition whose answer before negation is a plain claim about the input. */
export function claim(specification: Specification, raw: (probe: Probe) => boolean): Condition {
  const { isNegated } = specification;
  return { specification, holds: (probe) => raw(probe) !== isNegated, problem: () => null, pattern: null };
}

/** A condition that only the server can answer. */
export function unanswerable(specification: Specification, problem: Unevaluable): Condition {
  return { specification, holds: () => null, problem: () => problem, pattern: null };
}
