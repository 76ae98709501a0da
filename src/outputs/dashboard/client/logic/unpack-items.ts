import type { Item } from '../../../../model/item.ts';
import type { Interned, ItemColumns, Jsoned } from '../../packing.ts';

/** Items from their columns; imdb ids are not in the page. */
export function unpackItems(columns: Jsoned<ItemColumns>): readonly Item[] {
  return columns.id.map((id, at) => ({ id, ...namesOf(columns, at), ...valuesOf(columns, at) }));
}

type Names = Pick<
  Item,
  'title' | 'titleSlug' | 'path' | 'imdbId' | 'tmdbId' | 'tvdbId' | 'tags' | 'rootFolder'
>;

function namesOf(columns: Jsoned<ItemColumns>, at: number): Names {
  const tmdbId = columns.tmdbId[at] ?? null;
  return {
    title: columns.title[at] ?? '',
    titleSlug: columns.slug[at] ?? String(tmdbId ?? ''),
    path: columns.path[at] ?? '',
    imdbId: null,
    tmdbId,
    tvdbId: columns.tvdbId[at] ?? null,
    tags: valueAt(columns.tags, at) ?? [],
    rootFolder: valueAt(columns.rootFolder, at) ?? null,
  };
}

function valuesOf(columns: Jsoned<ItemColumns>, at: number): Omit<Item, keyof Names | 'id'> {
  return {
    year: columns.year[at] ?? 0,
    isMonitored: columns.isMonitored[at] === 1,
    runtimeMinutes: columns.runtimeMinutes[at] ?? 0,
    profileId: columns.profileId[at] ?? 0,
    originalLanguage: valueAt(columns.originalLanguage, at) ?? null,
  };
}

/** The value of a row; undefined only past the end of the column. */
export function valueAt<T>({ values, at }: Interned<T>, row: number): T | undefined {
  return values[at[row] ?? -1];
}
