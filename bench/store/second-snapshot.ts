import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { firstMoment, storeMovies, withFirstSnapshot } from './with-first-snapshot.ts';

/** What an ordinary night costs: nothing has changed. */
export const storeSecondSnapshot: Benchmark = {
  name: 'store-second-snapshot',
  what: 'second collect of 100,000 files, nothing changed: writing ÷ the first',
  unit: 'ratio',
  mustReach: 0.3,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(({ address, onFresh }) => {
      let day = firstMoment.day;
      const next = async (): Promise<number> => {
        day += 1;
        return (await storeMovies(address, { ...firstMoment, day })).ms;
      };
      const first = (): Promise<number> => onFresh((fresh) => storeMovies(fresh, firstMoment));
      return ratioOfPairs({ ours: next, theirs: first, names: ['a later collect', 'the first'] }, say);
    }),
};
