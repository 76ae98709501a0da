import { chunks } from '../../lib/chunks.ts';
import type { Slot } from '../../model/slot.ts';
import { damaged } from '../damaged.ts';
import { noEpisode } from '../saving/file-rows.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';

/** What a slot is called by: of items that are there, and of those that are gone. */
export interface ItemTitle {
  readonly item: number;
  readonly item_key: string;
  readonly title: string;
  readonly year: number;
}

const itemsAtOnce = 1_000;

/** Titles of some items. */
export async function loadTitles(
  { work, row }: InstanceView,
  items: ReadonlySet<number>,
): Promise<ReadonlyMap<number, ItemTitle>> {
  const titles = new Map<number, ItemTitle>();
  const ofInstance = work
    .selectFrom('item')
    .select(['item', 'item_key', 'title', 'year'])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance);
  const add = (rows: readonly ItemTitle[]): void => {
    for (const one of rows) titles.set(one.item, one);
  };
  for (const some of chunks([...items], itemsAtOnce)) {
    add(await ofInstance.where('item', 'in', [...some]).execute());
  }
  return titles;
}

/** A slot as people and analyses know it. @throws {AppError} code `store` when its item is not stored */
export function slotOf(
  { instance }: Pick<InstanceView, 'instance'>,
  title: ItemTitle | undefined,
  { season, episode }: { readonly season: number; readonly episode: number },
): Slot {
  const { item_key: itemKey, title: name, year } = title ?? damaged('something belongs to no item');
  return {
    instance,
    itemKey,
    episode: season === noEpisode ? null : { season, number: episode },
    title: name,
    year,
  };
}
