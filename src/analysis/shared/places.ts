import { itemKey, slotsOf } from '../../model/changes/slots-of.ts';
import type { InstanceName } from '../../model/instance.ts';
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

/** An item with the places of its episodes; a movie has one. */
interface ItemPlaces {
  readonly group: ProfileGroup | null;
  readonly byEpisode: Map<number, Place>;
}

/** Items by instance and key: nothing is joined to a text for each of a million lookups. */
type Items = Map<string, Map<string, Map<string, ItemPlaces>>>;

/** Makes the map of places. Every slot that was looked up is remembered. */
export function findPlaces(files: readonly IndexedFile[], groups: readonly ProfileGroup[]): FindPlace {
  const items: Items = new Map();
  const byKey = new Map(groups.map((group) => [group.key, group]));
  for (const instance of new Set(groups.map((group) => group.instance))) {
    for (const item of instance.items.values()) {
      const { service, name } = instance.instance;
      const group = byKey.get(`${service}/${name}#${item.profileId}`) ?? null;
      itemAt(items, instance.instance, { key: itemKey(item, service), group });
    }
  }
  for (const indexed of files) addFile(items, indexed, byKey.get(indexed.groupKey) ?? null);
  return (slot) => {
    const item = itemAt(items, slot.instance, { key: slot.itemKey, group: null });
    return placeAt(item, slot, null);
  };
}

function addFile(items: Items, indexed: IndexedFile, group: ProfileGroup | null): void {
  const { service, instance: name } = indexed.file;
  const instance = { service, name };
  for (const slot of slotsOf(indexed.file, instance)) {
    placeAt(itemAt(items, instance, { key: slot.itemKey, group }), slot, indexed);
  }
}

/** What is known of an item; made where nothing is. */
function itemAt(
  items: Items,
  { service, name }: InstanceName,
  { key, group }: { readonly key: string; readonly group: ProfileGroup | null },
): ItemPlaces {
  const ofItems = mapAt(mapAt(items, service), name);
  const known = ofItems.get(key);
  if (known !== undefined) return known;
  const made = { group, byEpisode: new Map<number, Place>() };
  ofItems.set(key, made);
  return made;
}

function mapAt<T>(maps: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, T>();
  maps.set(key, made);
  return made;
}

/** More episodes than a season can have. */
const episodesAtMost = 1_000_000;

function placeAt({ group, byEpisode }: ItemPlaces, slot: Slot, indexed: IndexedFile | null): Place {
  const { episode } = slot;
  const at = episode === null ? -1 : episode.season * episodesAtMost + episode.number;
  const known = byEpisode.get(at);
  if (known !== undefined) return known;
  const made = { key: slotKey(slot), indexed, group };
  byEpisode.set(at, made);
  return made;
}
