import { z } from 'zod';
import type { HistoryEvent, HistoryEventKind } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { EventRow } from '../file-tables.ts';
import { numbersIn } from '../rows/match-sets.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { loadTitles, slotOf } from './slots.ts';

/** We wrote it ourselves: the type is told, not checked. */
const Kind = z.custom<HistoryEventKind>();

/** Events of an instance from a time on, oldest first. */
export async function eventsOf(view: InstanceView, since: Date | null): Promise<readonly HistoryEvent[]> {
  const rows = await view.work
    .selectFrom('event')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where('at', '>=', since?.toISOString() ?? '')
    .orderBy('at')
    .orderBy('event')
    .execute();
  const titles = await loadTitles(view, new Set(rows.map(({ item }) => item)));
  return rows.map((row) => eventOf(row, slotOf(view, titles.get(row.item), row), view));
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
  return rows.map((row) => eventOf(row, slot, view));
}

function eventOf(row: EventRow, slot: Slot, { terms }: Pick<InstanceView, 'terms'>): HistoryEvent {
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
    formatsToday: numbersIn(row.formats_today),
    reason: row.reason,
  };
}
