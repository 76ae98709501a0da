import type { PatternProblem } from './pattern.ts';

/** .NET refuses the pattern. Thrown by the readers of its parts, caught in `compilePattern`. */
export class PatternError extends Error {
  override readonly name: string = 'PatternError';
  readonly problem: PatternProblem;
  /** UTF-16 units from the start of the pattern. */
  readonly at: number;

  constructor(problem: PatternProblem, at: number) {
    super(`${problem} at ${at}`);
    this.problem = problem;
    this.at = at;
  }
}

/** Groups in groups deeper than we follow; .NET may well take it. Caught in `compilePattern`. */
export class NestingError extends Error {
  override readonly name: string = 'NestingError';
  readonly at: number;

  constructor(at: number) {
    super(`nesting too deep at ${at}`);
    this.at = at;
  }
}
