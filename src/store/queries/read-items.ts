import type { Item } from '../../model/item.ts';
import type { ItemRow } from '../file-tables.ts';
import { createItemReader } from '../rows/item-row.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { pageRows, pages } from './pages.ts';

/** Items by their stored numbers. */
export interface StoredItems {
  readonly items: ReadonlyMap<number, Item>;
  /** Since when it could not be read, of an item that could not. */
  readonly staleSince: ReadonlyMap<number, Date>;
}

type Row = Pick<ItemRow, (typeof columns)[number]>;

const columns = ['item', 'server_id', 'title', 'year', 'content', 'stale_since'] as const;

/** All items that are there. */
export function loadItems({ work, row }: InstanceView): Promise<StoredItems> {
  return storedItems(
    pages<Row>((after) =>
      work
        .selectFrom('item')
        .select(columns)
        .where('tenant', '=', tenant)
        .where('instance', '=', row.instance)
        .where('item', '>', after?.item ?? 0)
        .where('is_present', '=', 1)
        .orderBy('item')
        .limit(pageRows)
        .execute(),
    ),
  );
}

/** The items of some files. */
export async function findItems(
  { work, row }: InstanceView,
  items: ReadonlySet<number>,
): Promise<StoredItems> {
  const found = await work
    .selectFrom('item')
    .select(columns)
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('item', 'in', [...items])
    .execute();
  return storedItems([found]);
}

async function storedItems(
  parts: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): Promise<StoredItems> {
  const toItem = createItemReader();
  const items = new Map<number, Item>();
  const staleSince = new Map<number, Date>();
  const add = (row: Row): void => {
    items.set(row.item, toItem(row));
    if (row.stale_since !== null) staleSince.set(row.item, new Date(row.stale_since));
  };
  for await (const rows of parts) rows.forEach(add);
  return { items, staleSince };
}
