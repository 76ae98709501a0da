import { itemKey, slotNumbers } from '../../model/changes/slots-of.ts';
import type { InstanceName } from '../../model/instance.ts';
import type { Item } from '../../model/item.ts';
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
  // Files and instances share items as objects: most keys, which are texts, need not be made again.
  const ofItems = new Map<string, Map<string, Map<Item, ItemPlaces>>>();
  const byKey = new Map(groups.map((group) => [group.key, group]));
  for (const instance of new Set(groups.map((group) => group.instance))) {
    for (const item of instance.items.values()) {
      const { service, name } = instance.instance;
      const group = byKey.get(`${service}/${name}#${item.profileId}`) ?? null;
      const places = itemAt(items, instance.instance, { key: itemKey(item, service), group });
      mapAt(mapAt(ofItems, service), name).set(item, places);
    }
  }
  for (const indexed of files) {
    const { item, service, instance: name } = indexed.file;
    const group = byKey.get(indexed.groupKey) ?? null;
    const places =
      mapAt(mapAt(ofItems, service), name).get(item) ??
      itemAt(items, { service, name }, { key: itemKey(item, service), group });
    addFile(places, indexed);
  }
  // Changes and events of one slot share its object: most lookups end here.
  const known = new Map<Slot, Place>();
  return (slot) => {
    const found = known.get(slot) ?? lookUp(items, slot);
    known.set(slot, found);
    return found;
  };
}

function addFile(places: ItemPlaces, indexed: IndexedFile): void {
  const { part, fileId } = indexed.file;
  if (part === null) {
    placeAt(places, null, indexed);
    return;
  }
  const { season } = part;
  for (const number of slotNumbers(part, fileId)) placeAt(places, { season, number }, indexed);
}

function lookUp(items: Items, slot: Slot): Place {
  return placeAt(itemAt(items, slot.instance, { key: slot.itemKey, group: null }), slot.episode, null);
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

function placeAt(item: ItemPlaces, episode: Slot['episode'], indexed: IndexedFile | null): Place {
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
