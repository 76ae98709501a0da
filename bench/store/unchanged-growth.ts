import type { Snapshot } from '../../src/store/collecting.ts';
import type { Benchmark } from '../benchmark.ts';
import { figureOf } from '../shared/figure.ts';
import { snapshotOfMovies } from './library-of-movies.ts';
import { growthBy } from './measure-store.ts';
import { firstMoment, withFirstSnapshot } from './with-first-snapshot.ts';

const collects = 200;

/** What a night without changes leaves behind. */
export const storeUnchangedGrowth: Benchmark = {
  name: 'store-unchanged-growth',
  what: 'growth by a collect of 100,000 files, nothing changed; mean of 200, after checkpoint',
  unit: 'kB',
  mustReach: 1,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(async ({ address }) => {
      const bytes = await growthBy(address, laterDays(say));
      return figureOf([bytes / collects / 1000], `${collects} collects, ${bytes / 1000} kB`);
    }),
};

/** The same library, day after day. */
function* laterDays(say: (text: string) => void): Generator<Snapshot> {
  const { reading, ...rest } = snapshotOfMovies(firstMoment);
  for (let collect = 1; collect <= collects; collect += 1) {
    const at = new Date(Date.UTC(2026, 0, firstMoment.day + collect));
    yield { ...rest, reading: { ...reading, startedAt: at, finishedAt: at } };
    if (collect % 50 === 0) say(`${collect} of ${collects} collects`);
  }
}
