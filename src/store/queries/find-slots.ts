import { sql } from 'kysely';
import type { Slot } from '../../model/slot.ts';
import type { SlotQuestion } from '../queries.ts';
import { episodesOf } from '../saving/file-rows.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { type ItemTitle, slotOf } from './slots.ts';

/** Slots of items whose title holds a text: those filled now and those that were once. */
export async function slotsTitled(
  view: InstanceView,
  { title, limit }: SlotQuestion,
): Promise<readonly Slot[]> {
  const items = await view.work
    .selectFrom('item')
    .select(['item', 'item_key', 'title', 'year'])
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where(sql`lower(title)`, 'like', `%${escaped(title.toLowerCase())}%`)
    .orderBy('title')
    .orderBy('item')
    .execute();
  const slots: Slot[] = [];
  for (const item of items) {
    if (slots.length >= limit) break;
    slots.push(...(await slotsOf(view, item)));
  }
  return slots.slice(0, limit);
}

/** A person's `%` is a percent sign; the dialects agree on no escape sign, so it matches any one letter. */
function escaped(text: string): string {
  return text.replaceAll('%', '_');
}

async function slotsOf(view: InstanceView, item: ItemTitle): Promise<readonly Slot[]> {
  const { work, row } = view;
  const now = await work
    .selectFrom('file')
    .select(['season', 'episodes', 'file_id'])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('item', '=', item.item)
    .execute();
  const placesOf = (table: 'fact' | 'event'): Promise<readonly Place[]> =>
    work
      .selectFrom(table)
      .select(['season', 'episode'])
      .distinct()
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .where('item', '=', item.item)
      .execute();
  const current = now.flatMap((file) =>
    episodesOf(file).map((episode) => ({ season: file.season, episode })),
  );
  const places = [...current, ...(await placesOf('fact')), ...(await placesOf('event'))];
  const byKey = new Map(places.map((place) => [`${place.season} ${place.episode}`, place]));
  return [...byKey.values()]
    .toSorted((a, b) => a.season - b.season || a.episode - b.episode)
    .map((place) => slotOf(view, item, place));
}

interface Place {
  readonly season: number;
  readonly episode: number;
}
