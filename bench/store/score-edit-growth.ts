import type { Snapshot } from '../../src/store/collecting.ts';
import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { snapshotOfMovies } from './library-of-movies.ts';
import { growthBy } from './measure-store.ts';
import { firstMoment, withFirstSnapshot } from './with-first-snapshot.ts';

/** The first ones fit into pages that are there: one edit alone would seem to cost nothing. */
const edits = 20;

/** Facts are kept, not totals: an edit of scores is a small row. */
export const storeScoreEditGrowth: Benchmark = {
  name: 'store-score-edit-growth',
  what: 'growth by a score edit that touches all 100,000 files; mean of 20',
  unit: 'kB',
  mustReach: 20,
  aim: null,
  measure: () =>
    withFirstSnapshot(async ({ address }) => {
      const bytes = await growthBy(address, dailyEdits());
      return figureOf([bytes / edits / 1000], `${edits} edits, ${bytes / 1000} kB`);
    }),
};

function* dailyEdits(): Generator<Snapshot> {
  const { reading, ...rest } = snapshotOfMovies(firstMoment);
  for (let edit = 1; edit <= edits; edit += 1) {
    const { rules, startedAt, finishedAt } = snapshotOfMovies({
      movies: 1,
      day: firstMoment.day + edit,
      extraPoints: 5 * edit,
    }).reading;
    yield { ...rest, reading: { ...reading, rules, startedAt, finishedAt } };
  }
}
