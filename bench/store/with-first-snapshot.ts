import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type JobTold, runJob } from '../shared/run-job.ts';
import { withFolder } from '../shared/with-folder.ts';
import type { MoviesAt } from './library-of-movies.ts';

/** What most measurements of the store begin with: 100,000 files × 8 formats. */
export const firstMoment: MoviesAt = { movies: 100_000, day: 1 };

/** A store with a first snapshot, and a place for others. */
export interface FirstSnapshot {
  /** Its file. */
  readonly address: string;
  /** Runs a job on a store that is not there yet, in milliseconds. */
  readonly onFresh: (run: (address: string) => Promise<JobTold>) => Promise<number>;
}

/** Runs measurements on a store that holds the first snapshot of 100,000 files. */
export async function withFirstSnapshot<T>(measure: (first: FirstSnapshot) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const address = join(folder, 'first.db');
    await storeMovies(address, firstMoment);
    const onFresh: FirstSnapshot['onFresh'] = async (run) => {
      const fresh = join(folder, 'fresh.db');
      const { ms } = await run(fresh);
      await Promise.all(['', '-wal', '-shm'].map((end) => rm(`${fresh}${end}`, { force: true })));
      return ms;
    };
    return measure({ address, onFresh });
  });
}

/** Stores a library of movies, in a process of its own. */
export async function storeMovies(address: string, at: MoviesAt): Promise<JobTold> {
  return runJob('store-snapshot', { address, ...at });
}
