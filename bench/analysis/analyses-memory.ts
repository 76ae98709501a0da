import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { largeLibrary } from './large-library.ts';

/** The most memory that a process needs which holds such a library and analyses it. */
export const analysesMemory: Benchmark = {
  name: 'analyses-memory',
  what: 'all analyses, the same library: peak memory, own process, library included',
  unit: 'MB',
  mustReach: 400,
  aim: null,
  measure: (say) =>
    runsOf(
      {
        job: 'analyses',
        given: () => largeLibrary,
        unit: 'MB',
        of: ({ peakBytes }) => peakBytes / 1e6,
        detail: ({ idleBytes }) => `${Math.round(idleBytes / 1e6)} MB of it before the analyses`,
      },
      say,
    ),
};
