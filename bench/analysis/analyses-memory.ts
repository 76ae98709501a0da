import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { filledLibrary, largeLibrary } from './large-library.ts';
import type { MadeSize } from './made-library.ts';

/** The most memory that a process needs which holds such a library and analyses it. */
export const analysesMemory: Benchmark = memoryOf(largeLibrary, {
  name: 'analyses-memory',
  what: 'all analyses, the same library: peak memory, own process, library included',
});

/** The same where the servers' own histories are known, too. */
export const filledMemory: Benchmark = memoryOf(filledLibrary, {
  name: 'filled-memory',
  what: 'all analyses, with the 200,000 events: peak memory, own process, library included',
});

function memoryOf(size: MadeSize, row: Pick<Benchmark, 'name' | 'what'>): Benchmark {
  return {
    ...row,
    unit: 'MB',
    mustReach: 400,
    aim: null,
    measure: (say) =>
      runsOf(
        {
          job: 'analyses',
          given: () => size,
          unit: 'MB',
          of: ({ peakBytes }) => peakBytes / 1e6,
          detail: ({ idleBytes }) => `${Math.round(idleBytes / 1e6)} MB of it before the analyses`,
        },
        say,
      ),
  };
}
