import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { filledLibrary, largeLibrary } from './large-library.ts';
import type { MadeSize } from './made-library.ts';

/** Whether a report can be waited for. */
export const analysesTime: Benchmark = timeOf(largeLibrary, {
  name: 'analyses-time',
  what: 'all analyses, 100,000 files × 8 formats and 200,000 changes',
});

/** The same where the servers' own histories are known, too. */
export const filledTime: Benchmark = timeOf(filledLibrary, {
  name: 'filled-time',
  what: 'all analyses, the same and 200,000 events of the servers’ own histories',
});

function timeOf(size: MadeSize, row: Pick<Benchmark, 'name' | 'what'>): Benchmark {
  return {
    ...row,
    unit: 's',
    mustReach: 3,
    aim: null,
    measure: (say) =>
      runsOf({ job: 'analyses', given: () => size, unit: 's', of: ({ ms }) => ms / 1000, detail: null }, say),
  };
}
