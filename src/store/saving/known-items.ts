import { itemKey } from '../../model/changes/slots-of.ts';
import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Items } from '../../model/item.ts';
import type { Work } from '../engine/engine.ts';
import type { ItemRow } from '../file-tables.ts';
import { RefusedReading } from '../refused-reading.ts';
import { tenant } from '../tenant.ts';

/** What is known of an item before a reading. */
export type KnownItem = Pick<
  ItemRow,
  'item' | 'server_id' | 'item_key' | 'mark' | 'is_present' | 'stale_since'
>;

/** All items an instance ever had. */
export async function loadKnownItems(work: Work, instance: number): Promise<readonly KnownItem[]> {
  return work
    .selectFrom('item')
    .select(['item', 'server_id', 'item_key', 'mark', 'is_present', 'stale_since'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .execute();
}

/** The key of each item that was read; where two have the same, the later ones go by their own id. */
export function keysOf(items: Items, { service }: InstanceName): ReadonlyMap<number, string> {
  const taken = new Set<string>();
  const keys = new Map<number, string>();
  for (const item of items.values()) {
    const outside = itemKey(item, service);
    const key = taken.has(outside) ? `item:${item.id}` : outside;
    taken.add(key);
    keys.set(item.id, key);
  }
  return keys;
}

/** Below so many items a library can change as a whole within a day. */
const fewItems = 10;

/**
 * Whether this is still the server we know: over half of its items may not carry other ids, and not all be gone.
 *
 * @throws {RefusedReading}
 */
export function refuseOtherServer(
  instance: InstanceName,
  known: readonly KnownItem[],
  keys: ReadonlyMap<number, string>,
): void {
  const present = known.filter(
    ({ is_present, item_key }) => is_present === 1 && !item_key.startsWith('item:'),
  );
  const same = present.filter(({ server_id, item_key }) => keys.get(server_id) === item_key).length;
  const other = present.filter(({ server_id, item_key }) => isOther(keys.get(server_id), item_key)).length;
  const isAnother = other * 2 > present.length || (same === 0 && present.length >= fewItems);
  if (!isAnother) return;
  const name = instanceKey(instance);
  const found =
    other === 0
      ? `has none of the ${present.length} items that were there`
      : `has other titles under ${other} of ${present.length} known ids`;
  throw new RefusedReading(`${name}: the server ${found}; is this another server?`, {
    hint: `Nothing was stored. Correct base_url, or give the server a name of its own; if it is meant to go on here: arr-score collect ${instance.name} --accept-new-server`,
  });
}

function isOther(found: string | undefined, known: string): boolean {
  return found !== undefined && found !== known;
}
