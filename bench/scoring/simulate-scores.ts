import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';

/** How long a what-if about scores takes. */
export const simulateScores: Benchmark = {
  name: 'simulate-scores',
  what: 'simulate on 100,000 files in memory: scores edited',
  unit: 's',
  mustReach: 1,
  aim: null,
  measure: (say) =>
    runsOf(
      {
        job: 'simulate',
        given: () => ({ movies: 100_000, edit: 'scores' }),
        unit: 's',
        of: ({ ms }) => ms / 1000,
        detail: null,
      },
      say,
    ),
};
