import { chunks } from '../../lib/chunks.ts';
import { sumOfMarks } from '../../lib/fingerprint.ts';
import type { Item } from '../../model/item.ts';
import type { Reading } from '../../model/reading.ts';
import type { Engine, Work } from '../engine/engine.ts';
import type { ItemRow } from '../file-tables.ts';
import { packItem } from '../rows/item-row.ts';
import { tenant } from '../tenant.ts';
import type { KnownItem } from './known-items.ts';

/** Where items are written. */
export interface ItemsTarget {
  readonly engine: Engine;
  readonly work: Work;
  readonly instance: number;
  readonly at: Date;
}

/** What a reading says of items. */
export interface ReadItems {
  readonly reading: Pick<Reading, 'items' | 'scope' | 'skipped'>;
  readonly keys: ReadonlyMap<number, string>;
  readonly known: readonly KnownItem[];
}

/** Items by the numbers under which they are stored. */
export interface ItemNumbers {
  /** By the server's id, of those that were read. */
  readonly numbers: ReadonlyMap<number, number>;
  /** Numbers of items of which the reading tells all: what it does not name there is gone. */
  readonly settled: ReadonlySet<number>;
  /** Of the marks of all items that were read. */
  readonly sum: number;
}

/** Rows deleted by one statement. */
const atOnce = 500;

/** Writes items that are new, edited, gone, stale or fresh again. */
export async function saveItems(target: ItemsTarget, read: ReadItems): Promise<ItemNumbers> {
  const plan = planItems(target, read);
  const { engine, work, instance } = target;
  const replaced = plan.rows.filter(({ isNew }) => !isNew).map(({ row }) => row.item);
  for (const items of chunks(replaced, atOnce)) {
    await work
      .deleteFrom('item')
      .where('tenant', '=', tenant)
      .where('instance', '=', instance)
      .where('item', 'in', [...items])
      .execute();
  }
  await engine.insertMany(
    work,
    'item',
    plan.rows.map(({ row }) => row).toSorted((a, b) => a.item - b.item),
  );
  await markAbsent(target, plan.absent);
  return plan;
}

interface ItemsPlan extends ItemNumbers {
  readonly rows: readonly { readonly row: ItemRow; readonly isNew: boolean }[];
  /** Numbers of items that the server no longer has. */
  readonly absent: readonly number[];
}

function planItems({ instance, at }: ItemsTarget, read: ReadItems): ItemsPlan {
  const { known, reading } = read;
  const isSettled = settledBy(reading);
  const placed = placeItems(read);
  const there = new Set(placed.map(({ number }) => number));
  const missing = known.filter(({ item, server_id }) => !there.has(item) && isSettled(server_id));
  const settled = placed.filter(({ item }) => isSettled(item.id)).map(({ number }) => number);
  const skipped = new Set(reading.skipped.map(({ itemId }) => itemId));
  const marks: number[] = [];
  return {
    rows: placed.flatMap((one) => {
      const packed = packItem(one.item);
      marks.push(packed.mark);
      const since = one.before?.stale_since ?? (skipped.has(one.item.id) ? at.toISOString() : null);
      return changedRow({ ...one, packed }, instance, isSettled(one.item.id) ? null : since);
    }),
    sum: sumOfMarks(marks),
    absent: missing.filter(({ is_present }) => is_present === 1).map(({ item }) => item),
    numbers: new Map(placed.map(({ item, number }) => [item.id, number])),
    settled: new Set([...settled, ...missing.map(({ item }) => item)]),
  };
}

/** Whether the reading tells all of an item, by the server's id. */
function settledBy({ scope, skipped }: ReadItems['reading']): (serverId: number) => boolean {
  const failed = new Set(skipped.map(({ itemId }) => itemId));
  return (serverId) => (scope.kind === 'all' || scope.itemIds.has(serverId)) && !failed.has(serverId);
}

interface PlacedItem {
  readonly item: Item;
  readonly key: string;
  readonly number: number;
  readonly before: KnownItem | null;
}

/** An item without an id outside is known by its own, until it gets one. */
function placeItems({ reading, keys, known }: ReadItems): readonly PlacedItem[] {
  const byKey = new Map(known.map((item) => [item.item_key, item]));
  const nameless = known.filter(({ item_key }) => item_key.startsWith('item:'));
  const byId = new Map(nameless.map((item) => [item.server_id, item]));
  let last = known.reduce((most, { item }) => Math.max(most, item), 0);
  return [...reading.items.values()].map((item) => {
    const key = keys.get(item.id) ?? `item:${item.id}`;
    const before = byKey.get(key) ?? byId.get(item.id) ?? null;
    if (before === null) last += 1;
    return { item, key, before, number: before?.item ?? last };
  });
}

function changedRow(
  { key, number, before, packed }: PlacedItem & { readonly packed: ReturnType<typeof packItem> },
  instance: number,
  stale: string | null,
): ItemsPlan['rows'] {
  if (before !== null && isUnchanged(before, { key, stale, mark: packed.mark })) return [];
  const place = { tenant, instance, item: number, item_key: key };
  return [{ row: { ...place, ...packed, is_present: 1, stale_since: stale }, isNew: before === null }];
}

function isUnchanged(
  before: KnownItem,
  after: { readonly key: string; readonly stale: string | null; readonly mark: number },
): boolean {
  return (
    before.mark === after.mark &&
    before.item_key === after.key &&
    before.stale_since === after.stale &&
    before.is_present === 1
  );
}

async function markAbsent({ work, instance }: ItemsTarget, items: readonly number[]): Promise<void> {
  for (const some of chunks(items, atOnce)) {
    await work
      .updateTable('item')
      .set({ is_present: 0, stale_since: null })
      .where('tenant', '=', tenant)
      .where('instance', '=', instance)
      .where('item', 'in', [...some])
      .execute();
  }
}
