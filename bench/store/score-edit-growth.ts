import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { snapshotOfMovies } from './library-of-movies.ts';
import { growthBy } from './measure-store.ts';
import { firstMoment, withFirstSnapshot } from './with-first-snapshot.ts';

/** Facts are kept, not totals: an edit of scores is a small row. */
export const storeScoreEditGrowth: Benchmark = {
  name: 'store-score-edit-growth',
  what: 'growth by one score edit that touches all 100,000 files',
  unit: 'kB',
  mustReach: 20,
  aim: null,
  measure: () =>
    withFirstSnapshot(async ({ address }) => {
      const later = snapshotOfMovies({ ...firstMoment, day: 2, extraPoints: 5 });
      return figureOf([(await growthBy(address, [later])) / 1e3], 'no chance in it: the same rows each time');
    }),
};
