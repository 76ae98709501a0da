import { type Content, tableOf } from '../content.ts';
import { type Row, rowsOf, type Table } from '../table.ts';
import { type ChildTable, childTable } from './child-table.ts';
import { generatedHistory } from './generated-history.ts';
import { itemTable } from './item-table.ts';
import { drawPicks, type Picks } from './picks.ts';

/** How large a generated library is. */
export interface Resampling {
  readonly items: number;
  readonly seed: string | number;
}

/**
 * A library of any size, drawn from a recorded one: new ids, titles, external ids, folders and dates; what the
 * formats look at, the formats and the scores stay the server's own rows, so that sums hold.
 * Rows are made when they are asked for. Wanted lists are empty.
 */
export function resample(content: Content, { items, seed }: Resampling): Content {
  const isRadarr = content.service === 'radarr';
  const recorded = recordedRows(content, isRadarr ? 'movie' : 'series');
  const picks = drawPicks(recorded, items, seed);
  const made = isRadarr ? movies(content, picks) : series(content, picks);
  const kept = Object.entries(content.tables).filter(([name]) => !name.startsWith('wanted/'));
  return { ...content, tables: { ...Object.fromEntries(kept), ...made } };
}

function recordedRows(content: Content, name: string): readonly Row[] {
  return [...rowsOf(tableOf(content, name))];
}

const externalFrom = 1_000_000;

/** Ids of files that are gone, or were never there: above all others. */
const lostFrom = 1_000_000_000;

function movies(content: Content, picks: Picks): Content['tables'] {
  const files: ChildTable = childTable(picks, {
    parent: 'movieId',
    recorded: recordedRows(content, 'moviefile'),
    make: ({ index, recorded, id }) => ({ ...movedFile(picks, index, recorded), id, movieId: index + 1 }),
  });
  const movie = (index: number): Row => {
    const template = picks.template(index);
    const movieFileId = newFileId(files, index, template['movieFileId']);
    const { movieFile } = template;
    const embedded = isRow(movieFile) && {
      movieFile: { ...movedFile(picks, index, movieFile), movieId: index + 1, id: movieFileId },
    };
    return {
      ...newItem(picks, index),
      movieFileId,
      tmdbId: externalFrom + index,
      ...embedded,
      id: index + 1,
    };
  };
  return {
    movie: itemTable({ count: picks.count, external: 'tmdbId', externalFrom, make: movie }),
    moviefile: files,
    history: generatedHistory(picks, {
      recorded: recordedRows(content, 'history'),
      parent: 'movieId',
      fileId: (index, id) => newFileId(files, index, id),
      ids: (index) => ({ movieId: index + 1 }),
    }),
  };
}

function series(content: Content, picks: Picks): Content['tables'] {
  const files: ChildTable = childTable(picks, {
    parent: 'seriesId',
    recorded: recordedRows(content, 'episodefile'),
    make: ({ index, recorded, id }) => ({ ...movedFile(picks, index, recorded), id, seriesId: index + 1 }),
  });
  const episodes: ChildTable = childTable(picks, {
    parent: 'seriesId',
    recorded: recordedRows(content, 'episode'),
    make: ({ index, recorded, id }) => {
      const episodeFileId = newFileId(files, index, recorded['episodeFileId']);
      return { ...recorded, seriesId: index + 1, tvdbId: externalFrom + id, episodeFileId, id };
    },
  });
  const one = (index: number): Row => ({
    ...newItem(picks, index),
    tvdbId: externalFrom + index,
    id: index + 1,
  });
  const made: Readonly<Record<string, Table>> = {
    series: itemTable({ count: picks.count, external: 'tvdbId', externalFrom, make: one }),
    episodefile: files,
    episode: episodes,
    history: generatedHistory(picks, {
      recorded: recordedRows(content, 'history'),
      parent: 'seriesId',
      fileId: (index, id) => newFileId(files, index, id),
      ids: (index, row) => ({ seriesId: index + 1, episodeId: episodes.idOf(index, row['episodeId']) ?? 0 }),
    }),
  };
  return made;
}

function newFileId(files: ChildTable, index: number, recordedId: unknown): number {
  if (recordedId === 0 || recordedId === undefined) return 0;
  return files.idOf(index, recordedId) ?? lostFrom + index;
}

/** Everything about an item that tells it from others, new. */
function newItem(picks: Picks, index: number): Row {
  const template = picks.template(index);
  const title = picks.titles(index);
  const lower = title.toLowerCase();
  const path = folderOf(picks, index);
  const isMovie = template['folderName'] !== undefined;
  return {
    ...template,
    title,
    sortTitle: lower,
    cleanTitle: lower.replaceAll(' ', ''),
    titleSlug: isMovie ? String(externalFrom + index) : lower.replaceAll(' ', '-'),
    imdbId: `tt${externalFrom + index}`,
    path,
    ...(template['originalTitle'] !== undefined && { originalTitle: title }),
    ...(isMovie && { folderName: path }),
    added: picks.moved(index, template['added']),
  };
}

function folderOf(picks: Picks, index: number): string {
  const { rootFolderPath, year } = picks.template(index);
  return `${String(rootFolderPath)}/${picks.titles(index)} (${String(year)})`;
}

/** The release texts stay; the folder around them and the date are new. */
function movedFile(picks: Picks, index: number, recorded: Row): Row {
  const path = `${folderOf(picks, index)}/${String(recorded['relativePath'])}`;
  return { ...recorded, path, dateAdded: picks.moved(index, recorded['dateAdded']) };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
