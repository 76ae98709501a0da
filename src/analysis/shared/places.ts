import { itemKey, slotsOf } from '../../model/changes/slots-of.ts';
import { instanceKey } from '../../model/instance.ts';
import type { LibraryInstance } from '../../model/library.ts';
import { type Slot, slotKey } from '../../model/slot.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';

/** Where a slot of history stands today. */
export interface Place {
  /** `radarr/main tmdb:603` */
  readonly key: string;
  /** The file in the slot; null when it is empty now. */
  readonly indexed: IndexedFile | null;
  /** The profile the slot's item has today; null when the item is gone. */
  readonly group: ProfileGroup | null;
}

/** Finds today's place of a slot. */
export type FindPlace = (slot: Slot) => Place;

/** Makes the map of places. Every slot is looked up once and remembered. */
export function findPlaces(files: readonly IndexedFile[], groups: readonly ProfileGroup[]): FindPlace {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const places = new Map<string, Place>();
  for (const indexed of files) {
    const { service, instance: name } = indexed.file;
    const group = byKey.get(indexed.groupKey) ?? null;
    for (const slot of slotsOf(indexed.file, { service, name })) {
      const key = slotKey(slot);
      places.set(key, { key, indexed, group });
    }
  }
  const groupByItem = profilesOfItems(files, groups, byKey);
  return (slot) => {
    const key = slotKey(slot);
    const known = places.get(key);
    if (known !== undefined) return known;
    const group = groupByItem.get(`${instanceKey(slot.instance)} ${slot.itemKey}`) ?? null;
    const empty = { key, indexed: null, group };
    places.set(key, empty);
    return empty;
  };
}

/** As the items say, and where they do not, as their files do. */
function profilesOfItems(
  files: readonly IndexedFile[],
  groups: readonly ProfileGroup[],
  byKey: ReadonlyMap<string, ProfileGroup>,
): ReadonlyMap<string, ProfileGroup> {
  const found = new Map<string, ProfileGroup>();
  for (const { file, groupKey } of files) {
    const group = byKey.get(groupKey);
    if (group !== undefined) found.set(`${group.instanceKey} ${itemKey(file.item, file.service)}`, group);
  }
  for (const instance of new Set(groups.map((group) => group.instance))) addItems(instance, byKey, found);
  return found;
}

function addItems(
  { instance, items }: LibraryInstance,
  byKey: ReadonlyMap<string, ProfileGroup>,
  found: Map<string, ProfileGroup>,
): void {
  const key = instanceKey(instance);
  for (const item of items.values()) {
    const group = byKey.get(`${key}#${item.profileId}`);
    if (group !== undefined) found.set(`${key} ${itemKey(item, instance.service)}`, group);
  }
}
