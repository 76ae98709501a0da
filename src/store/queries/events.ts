import { z } from 'zod';
import type { HistoryEvent, HistoryEventKind } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { EventRow } from '../file-tables.ts';
import { numbersIn } from '../rows/match-sets.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { pageRows, pages } from './pages.ts';
import { loadTitles, slotOf } from './slots.ts';

/** We wrote it ourselves: the type is told, not checked. */
const Kind = z.custom<HistoryEventKind>();

/** An event with the key of its row. */
export interface StoredEvent {
  readonly key: Pick<EventRow, 'at' | 'event'>;
  readonly event: HistoryEvent;
}

/** Where some events begin. */
interface EventsPage extends Pick<EventParts, 'formatsIn'> {
  readonly since: Date | null;
  /** The key of the last event before them; null for the first ones. */
  readonly after: StoredEvent['key'] | null;
}

/** Some events of an instance from a time on, behind a key, oldest first: at most a page of them. */
export async function eventsBehind(
  view: InstanceView,
  { since, after, formatsIn }: EventsPage,
): Promise<readonly StoredEvent[]> {
  const wanted = view.work
    .selectFrom('event')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where('at', '>=', after?.at ?? since?.toISOString() ?? '');
  const behind =
    after === null
      ? wanted
      : wanted.where((eb) => eb(eb.refTuple('at', 'event'), '>', eb.tuple(after.at, after.event)));
  const rows = await behind.orderBy('at').orderBy('event').limit(pageRows).execute();
  const titles = await loadTitles(view, new Set(rows.map(({ item }) => item)));
  return rows.map((row) => {
    const event = eventOf(row, slotOf(view, titles.get(row.item), row), { terms: view.terms, formatsIn });
    return { key: { at: row.at, event: row.event }, event };
  });
}

/** Events of an instance from a time on, oldest first, some at a time. */
export async function* eventsOf(
  view: InstanceView,
  since: Date | null,
): AsyncGenerator<readonly HistoryEvent[]> {
  const formatsIn = shareFormats();
  const found = pages<StoredEvent>((after) =>
    eventsBehind(view, { since, after: after?.key ?? null, formatsIn }),
  );
  for await (const some of found) yield some.map(({ event }) => event);
}

/** Lists of formats, the same object for the same text: of 200,000 events a few thousand differ. */
function shareFormats(): (text: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (text) => {
    const formats = known.get(text) ?? numbersIn(text);
    known.set(text, formats);
    return formats;
  };
}

/** Events of one slot, oldest first. */
export async function eventsOfSlot(
  view: InstanceView,
  place: { readonly item: number; readonly season: number; readonly episode: number },
  slot: Slot,
): Promise<readonly HistoryEvent[]> {
  const rows = await view.work
    .selectFrom('event')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where('item', '=', place.item)
    .where('season', '=', place.season)
    .where('episode', '=', place.episode)
    .orderBy('at')
    .orderBy('event')
    .execute();
  return rows.map((row) => eventOf(row, slot, { terms: view.terms, formatsIn: numbersIn }));
}

interface EventParts extends Pick<InstanceView, 'terms'> {
  readonly formatsIn: (text: string) => readonly number[];
}

function eventOf(row: EventRow, slot: Slot, { terms, formatsIn }: EventParts): HistoryEvent {
  return {
    slot,
    at: new Date(row.at),
    kind: Kind.parse(row.kind),
    sourceTitle: row.source_title,
    quality: terms.quality(row.quality),
    downloadId: row.download_id,
    fileId: row.file_id,
    sizeBytes: row.size_bytes,
    releaseGroup: row.release_group,
    scoreThen: row.score_then,
    scoreToday: row.score_today,
    formatsToday: formatsIn(row.formats_today),
    reason: row.reason,
  };
}
