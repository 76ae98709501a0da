import { fingerprint } from '../../lib/fingerprint.ts';
import type { IdentifiedEvent } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { Backfill, EventPage } from '../collecting.ts';
import type { Engine, Work } from '../engine/engine.ts';
import type { EventRow, ItemRow } from '../file-tables.ts';
import { loadTerms, type Terms } from '../rows/terms.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';
import { noEpisode } from './file-rows.ts';
import { instanceRow } from './instance-row.ts';

/** How far the history of an instance is known. */
export async function loadBackfill(work: Work, row: InstanceRow | null): Promise<Backfill | null> {
  if (row === null || (row.history_since === null && row.history_page === null)) return null;
  const found = await work
    .selectFrom('event')
    .select(({ fn }) => [fn.max<number | null>('event').as('newest'), fn.countAll<number>().as('events')])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .executeTakeFirstOrThrow();
  return {
    since: row.history_since === null ? null : new Date(row.history_since),
    newestEventId: found.newest,
    events: Number(found.events),
    nextPage: row.history_page,
  };
}

/** Adds events that are not known yet. */
export async function saveEvents(engine: Engine, work: Work, page: EventPage): Promise<void> {
  const row = await instanceRow(work, page.instance);
  const fresh = await unknownEvents(work, row, page.events);
  const items = await loadItemNumbers(work, row.instance);
  const terms = await loadTerms(work);
  const rows = fresh.map((one) => eventRow(one, { instance: row.instance, items, terms }));
  await engine.insertMany(work, 'item', items.added);
  await engine.insertMany(work, 'term', terms.takeNew());
  await engine.insertMany(work, 'event', rows);
  const times = [row.history_since, ...rows.map(({ at }) => at)].filter((time) => time !== null).toSorted();
  await work
    .updateTable('instance')
    .set({ history_page: page.nextPage, history_since: times[0] ?? null })
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .execute();
}

/** Without those that are stored, each id once. */
async function unknownEvents(
  work: Work,
  { instance }: InstanceRow,
  events: readonly IdentifiedEvent[],
): Promise<readonly IdentifiedEvent[]> {
  const byId = new Map(events.map((event) => [event.eventId, event]));
  if (byId.size === 0) return [];
  const known = await work
    .selectFrom('event')
    .select('event')
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .where('event', 'in', [...byId.keys()])
    .execute();
  for (const { event } of known) byId.delete(event);
  return [...byId.values()];
}

/** Items that events are of. */
interface ItemNumbers {
  /** A title that is no longer in the library gets a row that is not present. */
  readonly numberOf: (slot: Slot) => number;
  /** Those rows. */
  readonly added: readonly ItemRow[];
}

async function loadItemNumbers(work: Work, instance: number): Promise<ItemNumbers> {
  const known = await work
    .selectFrom('item')
    .select(['item', 'item_key'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .execute();
  const numbers = new Map(known.map(({ item, item_key }) => [item_key, item]));
  let last = known.reduce((most, { item }) => Math.max(most, item), 0);
  const added: ItemRow[] = [];
  return {
    added,
    numberOf: (slot) => {
      const found = numbers.get(slot.itemKey);
      if (found !== undefined) return found;
      last += 1;
      numbers.set(slot.itemKey, last);
      added.push(removedItem(slot, instance, last));
      return last;
    },
  };
}

function removedItem({ itemKey, title, year }: Slot, instance: number, item: number): ItemRow {
  const packed = ['', null, null, null, 0, [], '', null, 0, null, 0];
  const content = JSON.stringify(packed);
  return {
    tenant,
    instance,
    item,
    server_id: 0,
    item_key: itemKey,
    title,
    year,
    content,
    mark: fingerprint(content),
    is_present: 0,
    stale_since: null,
  };
}

function eventRow(
  { eventId, event }: IdentifiedEvent,
  {
    instance,
    items,
    terms,
  }: { readonly instance: number; readonly items: ItemNumbers; readonly terms: Terms },
): EventRow {
  const { slot } = event;
  return {
    tenant,
    instance,
    event: eventId,
    item: items.numberOf(slot),
    season: slot.episode?.season ?? noEpisode,
    episode: slot.episode?.number ?? noEpisode,
    at: event.at.toISOString(),
    kind: event.kind,
    source_title: event.sourceTitle,
    quality: terms.numberOf(event.quality),
    download_id: event.downloadId,
    file_id: event.fileId,
    size_bytes: event.sizeBytes,
    release_group: event.releaseGroup,
    score_then: event.scoreThen,
    score_today: event.scoreToday,
    formats_today: event.formatsToday.join(','),
    reason: event.reason,
  };
}
