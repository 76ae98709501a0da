import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { snapshotOfMovies } from './library-of-movies.ts';
import { growthBy } from './measure-store.ts';
import { firstMoment, withFirstSnapshot } from './with-first-snapshot.ts';

/** What an eventful night leaves behind. */
export const storeChangedGrowth: Benchmark = {
  name: 'store-changed-growth',
  what: 'growth by a collect of 100,000 files, 1 % of them replaced',
  unit: 'MB',
  mustReach: 1,
  aim: null,
  measure: () =>
    withFirstSnapshot(async ({ address }) => {
      const later = snapshotOfMovies({ ...firstMoment, day: 2, replacedEvery: 100 });
      return figureOf([(await growthBy(address, [later])) / 1e6], 'no chance in it: the same rows each time');
    }),
};
