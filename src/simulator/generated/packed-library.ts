import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gzipSync } from 'node:zlib';
import { chunks } from '../../lib/chunks.ts';
import type { SimulatedAnswer } from '../answer.ts';
import { tableOf } from '../content.ts';
import { plainBytes } from '../encode.ts';
import type { SimulatedLibrary } from '../library.ts';
import { rowsOf } from '../table.ts';

/** The usual number of movies a call. */
const chunkSize = 100;

/** Answers to other requests are kept up to here, so that asking twice costs nothing. */
const mostKeptBytes = 268_435_456;

/**
 * A library whose lists are compressed beforehand, so that serving them costs next to no CPU: the list of items,
 * files in chunks of 100 movies that have one, files and episodes by series. Others are kept once asked for.
 */
export async function packLibrary(library: SimulatedLibrary): Promise<SimulatedLibrary> {
  const kept = new Map<string, SimulatedAnswer>();
  let keptBytes = 0;
  for (const target of usualTargets(library)) {
    const { pathname, searchParams, search } = new URL(target, 'http://simulated');
    const answer = library.answer(pathname, searchParams);
    if (answer !== null) kept.set(`${pathname}${search}`, await packAhead(answer));
  }
  return {
    content: library.content,
    answer: (path, parameters) => {
      const key = parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const answer = library.answer(path, parameters);
      if (answer === null || !isLong(answer) || keptBytes > mostKeptBytes) return answer;
      const gzip = gzipSync(plainBytes(answer.body), { level: 1 });
      keptBytes += gzip.length;
      const packed = { ...answer, body: { kind: 'packed', gzip } } as const;
      kept.set(key, packed);
      return packed;
    },
  };
}

function isLong({ status, body }: SimulatedAnswer): boolean {
  return status === 200 && typeof body !== 'string' && !(body instanceof Uint8Array);
}

/** In pieces, and on another thread than the one that prints them. */
async function packAhead(answer: SimulatedAnswer): Promise<SimulatedAnswer> {
  const { body } = answer;
  if (typeof body === 'string' || body instanceof Uint8Array || body.kind === 'packed') return answer;
  const gzip = await buffer(Readable.from(body.pieces()).pipe(createGzip({ level: 1 })));
  return { ...answer, body: { kind: 'packed', gzip } };
}

function* usualTargets({ content }: SimulatedLibrary): Generator<string> {
  if (content.service === 'sonarr') {
    yield '/api/v3/series';
    for (let id = 1; id <= tableOf(content, 'series').size; id += 1) {
      yield `/api/v3/episodefile?seriesId=${id}`;
      yield `/api/v3/episode?seriesId=${id}`;
    }
    return;
  }
  yield '/api/v3/movie?excludeLocalCovers=true';
  const rows = rowsOf(tableOf(content, 'movie'));
  const withFile = [...rows].filter((row) => row['movieFileId'] !== 0).map((row) => Number(row['id']));
  for (const ids of chunks(withFile, chunkSize)) {
    yield `/api/v3/moviefile?${ids.map((id) => `movieId=${id}`).join('&')}`;
  }
}
