import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withFirstSnapshot } from './with-first-snapshot.ts';

/** The most memory that a process needs which holds the whole library. */
export const storeLoadMemory: Benchmark = {
  name: 'store-load-memory',
  what: 'loading the newest library of 100,000 files: peak memory, own process',
  unit: 'MB',
  mustReach: 250,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(({ address }) =>
      runsOf(
        {
          job: 'store-load',
          given: () => ({ address }),
          unit: 'MB',
          of: ({ peakBytes }) => peakBytes / 1e6,
          detail: ({ idleBytes }) => `${Math.round(idleBytes / 1e6)} MB of it before the store is opened`,
        },
        say,
      ),
    ),
};
