/** Stores a library of movies: what a collect does when its reading is done. */
import { z } from 'zod';
import { openStore } from '../../src/store/open.ts';
import { measuredJob } from '../shared/job.ts';
import { snapshotOfMovies } from '../store/library-of-movies.ts';
import { storing } from '../store/measure-store.ts';

const Given = z.object({
  address: z.string(),
  movies: z.number(),
  day: z.number(),
  extraPoints: z.number().default(0),
});

await measuredJob(async (given) => {
  const { address, ...at } = Given.parse(given);
  const snapshot = snapshotOfMovies(at);
  await using store = await openStore(address, { use: 'collect' });
  return { ms: await storing(store, snapshot), idleBytes: null };
});
