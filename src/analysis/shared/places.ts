import { itemKey, slotsOf } from '../../model/changes/slots-of.ts';
import type { InstanceName } from '../../model/instance.ts';
import type { Slot } from '../../model/slot.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { mapAt } from './map-at.ts';

/** Where a slot of history stands today; one object for each slot, which tells it from all others. */
export interface Place {
  /** The file in the slot; null when it is empty now. */
  readonly indexed: IndexedFile | null;
  /** The profile the slot's item has today; null when the item is gone. */
  readonly group: ProfileGroup | null;
}

/** Finds today's place of a slot. */
export type FindPlace = (slot: Slot) => Place;

/** An item with its places: a movie has one, a series one an episode, none until they are looked up. */
interface ItemPlaces {
  readonly group: ProfileGroup | null;
  movie: Place | null;
  episodes: Map<number, Place> | null;
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
  const made: ItemPlaces = { group, movie: null, episodes: null };
  ofItems.set(key, made);
  return made;
}

/** More episodes than a season can have. */
const episodesAtMost = 1_000_000;

function placeAt(item: ItemPlaces, { episode }: Slot, indexed: IndexedFile | null): Place {
  const { group } = item;
  if (episode === null) {
    item.movie ??= { indexed, group };
    return item.movie;
  }
  item.episodes ??= new Map();
  const at = episode.season * episodesAtMost + episode.number;
  const known = item.episodes.get(at);
  if (known !== undefined) return known;
  const made = { indexed, group };
  item.episodes.set(at, made);
  return made;
}
