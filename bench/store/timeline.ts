import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withFolder } from '../shared/with-folder.ts';
import { addHistory } from './measure-store.ts';
import { storeMovies } from './with-first-snapshot.ts';

/** The library of the other rows, each movie with 100 spans: more than the worst loop makes. */
const movies = 100_000;
const each = 100;

/** Whether a long past makes a short question slow. */
export const storeTimeline: Benchmark = {
  name: 'store-timeline',
  what: "one slot's timeline among 10 million history rows",
  unit: 'ms',
  mustReach: 5,
  aim: null,
  measure: (say) =>
    withFolder(async (folder) => {
      const address = join(folder, 'long.db');
      await storeMovies(address, { movies, day: 1 });
      say('adding 10 million rows');
      addHistory(address, { movies, each });
      const given = { address, title: 'The Long Title of Movie 4711' };
      return runsOf(
        {
          job: 'store-timeline',
          given: () => given,
          unit: 'ms',
          of: ({ ms }) => ms,
          detail: () =>
            `the slot has ${each} of them, all told as changes; the first question of a new process`,
        },
        say,
      );
    }),
};
