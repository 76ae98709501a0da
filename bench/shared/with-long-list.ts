import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { openLibraries } from '../../src/simulator/open-library.ts';
import { withFolder } from './with-folder.ts';

/** A list of movies as a file: what a job is given. */
export interface LongList {
  readonly path: string;
  readonly elements: number;
}

const elements = 20_000;

/** Runs measurements on the list of 20,000 movies, 72 MB as the server prints it. */
export async function withLongList<T>(measure: (list: LongList) => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    const path = join(folder, 'movies.json');
    const [library] = await openLibraries('radarr', { kind: 'generated', items: elements, seed: 1 });
    const answer = library?.answer('/api/v3/movie', new URLSearchParams('excludeLocalCovers=true'));
    const body = answer?.body;
    if (typeof body !== 'object' || !('gzip' in body)) throw new Error('the list is compressed beforehand');
    await pipeline(Readable.from([body.gzip]), createGunzip(), createWriteStream(path));
    return measure({ path, elements });
  });
}
