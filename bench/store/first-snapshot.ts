import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { runJob } from '../shared/run-job.ts';
import { firstMoment, storeMovies, withFirstSnapshot } from './with-first-snapshot.ts';

/** What the store's own work costs beside writing its rows. */
export const storeFirstSnapshot: Benchmark = {
  name: 'store-first-snapshot',
  what: 'first snapshot of 100,000 files × 8 formats, SQLite ÷ bare node:sqlite, the same rows',
  unit: 'ratio',
  mustReach: 2,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(({ address: from, onFresh }) =>
      ratioOfPairs(
        {
          ours: () => onFresh((address) => storeMovies(address, firstMoment)),
          theirs: () => onFresh((address) => runJob('store-bare', { from, address })),
          names: ['store', 'bare node:sqlite'],
        },
        say,
      ),
    ),
};
