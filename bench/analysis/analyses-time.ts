import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { largeLibrary } from './large-library.ts';

/** Whether a report can be waited for. */
export const analysesTime: Benchmark = {
  name: 'analyses-time',
  what: 'all analyses, 100,000 files × 8 formats and 200,000 changes',
  unit: 's',
  mustReach: 3,
  aim: null,
  measure: (say) =>
    runsOf(
      { job: 'analyses', given: () => largeLibrary, unit: 's', of: ({ ms }) => ms / 1000, detail: null },
      say,
    ),
};
