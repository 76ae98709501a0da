import type { Say } from '../benchmark.ts';
import type { BenchInstance } from './instances.ts';
import { seconds } from './pairs.ts';
import { runJob } from './run-job.ts';

const concurrencies = [1, 2, 4, 5];

/** Of each, the best of so many counts: one that was disturbed does not put the wrong loop forward. */
const tries = 2;

/** The bare loop with as many requests at once as are fastest here. */
export interface BareLoop {
  readonly concurrency: number;
  readonly run: () => Promise<number>;
}

/** Tries the bare loop with each number of requests at once, twice, and takes the fastest. */
export async function bestBareLoop(instances: readonly BenchInstance[], say: Say): Promise<BareLoop> {
  const run = async (concurrency: number): Promise<number> =>
    (await runJob('bare-loop', { instances, concurrency })).ms;
  let best = { concurrency: 0, ms: Number.POSITIVE_INFINITY };
  // In turns, so that a disturbance does not hit all tries of one.
  for (const concurrency of Array.from({ length: tries }, () => concurrencies).flat()) {
    const ms = await run(concurrency);
    say(`bare loop, ${concurrency} at once: ${seconds(ms)}`);
    if (ms < best.ms) best = { concurrency, ms };
  }
  const { concurrency } = best;
  return { concurrency, run: () => run(concurrency) };
}
