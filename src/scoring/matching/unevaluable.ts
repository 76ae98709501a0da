import { describeRefusal } from '../pattern/describe-refusal.ts';
import type { CompiledPattern, PatternProblem } from '../pattern/pattern.ts';

/** Why nobody but the server can tell whether a condition holds. Its answer is then unknown, never "no". */
export type Unevaluable =
  | { readonly kind: 'unknown-kind'; readonly implementation: string }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly construct: string; readonly at: number }
  | {
      readonly kind: 'refused';
      readonly pattern: string;
      readonly problem: PatternProblem;
      readonly at: number;
    }
  | { readonly kind: 'runaway'; readonly pattern: string }
  | { readonly kind: 'unknown-language'; readonly id: number };

/** What is wrong with a pattern that is not ready. */
export function problemOfPattern(
  pattern: string,
  compiled: Exclude<CompiledPattern, { readonly kind: 'ready' }>,
): Unevaluable {
  if (compiled.kind === 'refused') return { ...compiled, pattern };
  return { kind: 'pattern', pattern, construct: compiled.construct, at: compiled.at };
}

/** Why, in one sentence without its full stop. */
export function describeUnevaluable(problem: Unevaluable): string {
  if (problem.kind === 'unknown-kind')
    return `conditions of the kind ${problem.implementation} are not known here`;
  if (problem.kind === 'unknown-language') return `the server has no language ${problem.id}`;
  if (problem.kind === 'runaway') return `the pattern ${problem.pattern} ran over its time limit`;
  const { pattern } = problem;
  if (problem.kind === 'refused')
    return `the server refuses the pattern ${pattern}: ${describeRefusal(pattern, problem)}`;
  return `the ${problem.construct} at character ${problem.at + 1} of the pattern ${pattern} is not evaluated here`;
}
