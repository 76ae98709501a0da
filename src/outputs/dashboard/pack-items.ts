import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Item } from '../../model/item.ts';
import type { LibraryFile } from '../../model/library.ts';
import { internColumn } from './interner.ts';
import type { Bit, ItemColumns } from './packing.ts';

/** An item that has a file, with the place of its instance. */
interface Owner {
  readonly item: Item;
  readonly instance: number;
  readonly isMovie: boolean;
}

/** Items as columns, and where each file's item is. */
export interface PackedItems {
  readonly columns: ItemColumns;
  /** One a file. */
  readonly at: readonly number[];
}

/** Packs the items that have a file. Objects may differ where their instance and id are the same. */
export function packItems(files: readonly LibraryFile[], instances: readonly InstanceName[]): PackedItems {
  const places = new Map(instances.map((name, at) => [instanceKey(name), at]));
  const owners: Owner[] = [];
  const known = new Map<string, number>();
  const at = files.map(({ item, service, instance: name }) => {
    const instance = places.get(instanceKey({ service, name })) ?? 0;
    const key = `${instance} ${item.id}`;
    const place = known.get(key) ?? owners.push({ item, instance, isMovie: service === 'radarr' }) - 1;
    known.set(key, place);
    return place;
  });
  return { columns: columnsOf(owners), at };
}

function columnsOf(owners: readonly Owner[]): ItemColumns {
  const items = owners.map(({ item }) => item);
  return {
    instance: owners.map(({ instance }) => instance),
    id: items.map(({ id }) => id),
    title: items.map(({ title }) => title),
    year: items.map(({ year }) => year),
    slug: owners.map(({ item, isMovie }) => (isMovie ? null : item.titleSlug)),
    tmdbId: items.map(({ tmdbId }) => tmdbId),
    tvdbId: items.map(({ tvdbId }) => tvdbId),
    isMonitored: items.map(({ isMonitored }) => bit(isMonitored)),
    path: items.map(({ path }) => path),
    runtimeMinutes: items.map(({ runtimeMinutes }) => runtimeMinutes),
    profileId: items.map(({ profileId }) => profileId),
    tags: internColumn(items, ({ tags }) => tags),
    rootFolder: internColumn(items, ({ rootFolder }) => rootFolder),
    originalLanguage: internColumn(items, ({ originalLanguage }) => originalLanguage),
  };
}

/** 1 for true. */
export function bit(is: boolean): Bit {
  return is ? 1 : 0;
}
