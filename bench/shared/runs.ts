import type { Figure, Say, Unit } from '../benchmark.ts';
import { figureOf } from './figure.ts';
import { type JobTold, runJob } from './run-job.ts';

/** One job that is run several times, each in a process of its own. */
export interface Runs {
  readonly job: string;
  /** What it is given; runs count from 1. */
  readonly given: (run: number) => unknown;
  readonly unit: Unit;
  /** What counts of a run, in this unit. */
  readonly of: (told: JobTold) => number;
  /** What to add in words, told of the last run; null for nothing. */
  readonly detail: ((told: JobTold) => string) | null;
  /** How often it runs; 3 where nothing is said. */
  readonly times?: number;
}

/** The median of some runs. */
export async function runsOf(
  { job, given, unit, of, detail, times: runs = 3 }: Runs,
  say: Say,
): Promise<Figure> {
  const values: number[] = [];
  let words = '';
  for (let run = 1; run <= runs; run += 1) {
    const told = await runJob(job, given(run));
    values.push(of(told));
    words = detail?.(told) ?? '';
    say(`run ${run} of ${runs}: ${of(told).toFixed(2)} ${unit}`);
  }
  return figureOf(values, words);
}
