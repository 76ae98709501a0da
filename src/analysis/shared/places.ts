import { itemKey, slotsOf } from '../../model/changes/slots-of.ts';
import { instanceKey } from '../../model/instance.ts';
import type { LibraryInstance } from '../../model/library.ts';
import { type Slot, slotKey } from '../../model/slot.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';

/** Where slots of history stand today. */
export interface Places {
  /** The file in a slot; null when it is empty now. */
  readonly fileIn: (slot: Slot) => IndexedFile | null;
  /** The profile the slot's item has today; null when the item is gone. */
  readonly groupOf: (slot: Slot) => ProfileGroup | null;
}

/** Finds today's file and profile of a slot. */
export function findPlaces(files: readonly IndexedFile[], groups: readonly ProfileGroup[]): Places {
  const byKey = new Map(groups.map((group) => [group.key, group]));
  const instances = new Set(groups.map(({ instance }) => instance));
  const fileBySlot = new Map<string, IndexedFile>();
  for (const indexed of files) {
    const { service, instance: name } = indexed.file;
    for (const slot of slotsOf(indexed.file, { service, name })) fileBySlot.set(slotKey(slot), indexed);
  }
  const groupByItem = new Map([...instances].flatMap((instance) => profilesOfItems(instance, byKey)));
  for (const { file, groupKey } of files) {
    const group = byKey.get(groupKey);
    if (group !== undefined)
      groupByItem.set(`${group.instanceKey} ${itemKey(file.item, file.service)}`, group);
  }
  return {
    fileIn: (slot) => fileBySlot.get(slotKey(slot)) ?? null,
    groupOf: (slot) => groupByItem.get(`${instanceKey(slot.instance)} ${slot.itemKey}`) ?? null,
  };
}

function profilesOfItems(
  { instance, items }: LibraryInstance,
  groups: ReadonlyMap<string, ProfileGroup>,
): readonly (readonly [string, ProfileGroup])[] {
  const key = instanceKey(instance);
  return [...items.values()].flatMap((item) => {
    const group = groups.get(`${key}#${item.profileId}`);
    return group === undefined ? [] : [[`${key} ${itemKey(item, instance.service)}`, group] as const];
  });
}
