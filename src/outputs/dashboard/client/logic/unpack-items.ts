import type { Item } from '../../../../model/item.ts';
import type { Interned, ItemColumns, Jsoned } from '../../packing.ts';

/** Items from their columns; imdb ids are not in the page. */
export function unpackItems(columns: Jsoned<ItemColumns>): readonly Item[] {
  return columns.id.map((id, at) => ({
    id,
    title: columns.title[at] ?? '',
    year: columns.year[at] ?? 0,
    titleSlug: columns.slug[at] ?? String(columns.tmdbId[at] ?? ''),
    imdbId: null,
    tmdbId: columns.tmdbId[at] ?? null,
    tvdbId: columns.tvdbId[at] ?? null,
    isMonitored: columns.isMonitored[at] === 1,
    path: columns.path[at] ?? '',
    runtimeMinutes: columns.runtimeMinutes[at] ?? 0,
    profileId: columns.profileId[at] ?? 0,
    tags: valueAt(columns.tags, at) ?? [],
    rootFolder: valueAt(columns.rootFolder, at) ?? null,
    originalLanguage: valueAt(columns.originalLanguage, at) ?? null,
  }));
}

/** The value of a row; undefined only past the end of the column. */
export function valueAt<T>({ values, at }: Interned<T>, row: number): T | undefined {
  return values[at[row] ?? -1];
}
