import { badRequestAnswer, exceptionAnswer, jsonAnswer, type SimulatedAnswer, type Work } from './answer.ts';
import { type Content, tableOf } from './content.ts';
import { type Query, Refused } from './query.ts';
import { printRows, type Row, rowsOf, type Table } from './table.ts';

/** `GET /movie` and `/series`: all of them, or the one with this external id. */
export function itemList(content: Content, query: Query): SimulatedAnswer {
  const [name, external] = content.service === 'radarr' ? ['movie', 'tmdbId'] : ['series', 'tvdbId'];
  const table = tableOf(content, name);
  const [id] = query.numbers(external);
  if (id !== undefined) return rowsAnswer(table.where(external, id), 'items');
  const body = { kind: 'pieces', pieces: () => printRows(rowsOf(table)) } as const;
  return jsonAnswer(body, { kind: 'items', count: table.size });
}

/** `GET /moviefile`: movies that are missing or have no file are silently left out; file ids are strict. */
export function movieFiles(content: Content, query: Query): SimulatedAnswer {
  const table = tableOf(content, 'moviefile');
  const movieIds = query.numbers('movieId');
  if (movieIds.length > 0) {
    const ids = [...new Set(movieIds)].sort((a, b) => a - b);
    return rowsAnswer(
      ids.flatMap((id) => table.where('movieId', id)),
      'files',
    );
  }
  const fileIds = query.numbers('movieFileIds');
  if (fileIds.length === 0) return badRequestAnswer('movieId or movieFileIds must be provided');
  return rowsAnswer(strictly(table, fileIds), 'files');
}

/** `GET /episodefile`: the first series wins; an unknown one is 404; file ids are strict. */
export function episodeFiles(content: Content, query: Query): SimulatedAnswer {
  const table = tableOf(content, 'episodefile');
  const seriesId = seriesOf(query);
  if (seriesId !== null) {
    const isKnown = tableOf(content, 'series').where('id', seriesId).length > 0;
    if (!isKnown) return exceptionAnswer(404, `Series with ID ${seriesId} does not exist`);
    return rowsAnswer(table.where('seriesId', seriesId), 'files');
  }
  const ids = query.numbers('episodeFileIds');
  if (ids.length === 0) return badRequestAnswer('seriesId or episodeFileIds must be provided');
  return rowsAnswer(strictly(table, ids), 'files');
}

/** `GET /episode`: the first series wins; an unknown one has none; episode ids are strict. */
export function episodes(content: Content, query: Query): SimulatedAnswer {
  const table = tableOf(content, 'episode');
  const [season] = query.numbers('seasonNumber');
  const seriesId = seriesOf(query);
  if (seriesId !== null) {
    const rows = table.where('seriesId', seriesId);
    return rowsAnswer(
      season === undefined ? rows : rows.filter((row) => row['seasonNumber'] === season),
      null,
    );
  }
  const [fileId] = query.numbers('episodeFileId');
  if (fileId !== undefined) return rowsAnswer(table.where('episodeFileId', fileId), null);
  const ids = query.numbers('episodeIds');
  if (ids.length === 0) return badRequestAnswer('seriesId or episodeIds must be provided');
  return rowsAnswer(strictly(table, ids), null);
}

/** An empty parameter counts as none. */
function seriesOf(query: Query): number | null {
  const [first = ''] = query.texts('seriesId');
  return first === '' ? null : (query.numbers('seriesId')[0] ?? null);
}

/** One missing or repeated id, and nothing is answered. Source: servarr.md 1.7. */
function strictly(table: Table, ids: readonly number[]): readonly Row[] {
  const rows = [...new Set(ids)].sort((a, b) => a - b).flatMap((id) => table.where('id', id));
  if (rows.length === ids.length) return rows;
  const message = `Expected query to return ${ids.length} rows but returned ${rows.length}`;
  throw new Refused(exceptionAnswer(500, message));
}

function rowsAnswer(rows: readonly Row[], kind: Work['kind'] | null): SimulatedAnswer {
  const work = kind === null ? null : { kind, count: rows.length };
  return jsonAnswer({ kind: 'pieces', pieces: () => printRows(rows) }, work);
}
