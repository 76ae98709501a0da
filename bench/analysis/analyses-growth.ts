import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { runJob } from '../shared/run-job.ts';
import { largeLibrary, smallLibrary } from './large-library.ts';

/** Whether ten times as much takes ten times as long. */
export const analysesGrowth: Benchmark = {
  name: 'analyses-growth',
  what: 'all analyses: time of 100,000 files ÷ time of 10,000 files, changes likewise',
  unit: 'ratio',
  mustReach: 12,
  aim: null,
  measure: (say) =>
    ratioOfPairs(
      {
        ours: async () => (await runJob('analyses', largeLibrary)).ms,
        theirs: async () => (await runJob('analyses', smallLibrary)).ms,
        names: ['100,000 files', '10,000 files'],
      },
      say,
    ),
};
