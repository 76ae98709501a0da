import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';

/** How long a what-if takes that has to match anew. */
export const simulatePattern: Benchmark = {
  name: 'simulate-pattern',
  what: 'simulate on 100,000 files in memory: one pattern edited',
  unit: 's',
  mustReach: 5,
  aim: null,
  measure: (say) =>
    runsOf(
      {
        job: 'simulate',
        given: () => ({ movies: 100_000, edit: 'pattern' }),
        unit: 's',
        of: ({ ms }) => ms / 1000,
        detail: null,
      },
      say,
    ),
};
