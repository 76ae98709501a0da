import type { HistoryEvent } from '../history-event.ts';
import { instanceKey } from '../instance.ts';
import type { Slot } from '../slot.ts';

/** Something that happened to several slots at once: a season pack, a double episode. */
export interface GatheredEvent extends Omit<HistoryEvent, 'slot'> {
  /** In the order of the events; at least one. */
  readonly slots: readonly Slot[];
}

/** Rows of one happening are written one after the other, each with its own time. */
const togetherMs = 60_000;

/**
 * One event for what Sonarr keeps once an episode: of one kind, about one file or download (servarr.md 3.6).
 *
 * @param events  oldest first, as is the answer; each stands where its first row stood
 */
export function gatherEvents(events: readonly HistoryEvent[]): readonly GatheredEvent[] {
  const gathered: GatheredEvent[] = [];
  const places = new Map<string, number>();
  for (const { slot, ...event } of events) {
    const key = identityOf({ slot, ...event });
    const place = places.get(key) ?? gathered.length;
    const known = gathered[place];
    if (known !== undefined && event.at.getTime() - known.at.getTime() <= togetherMs) {
      gathered[place] = { ...known, slots: [...known.slots, slot] };
    } else {
      places.set(key, gathered.length);
      gathered.push({ ...event, slots: [slot] });
    }
  }
  return gathered;
}

/** What the rows of one happening share; a release without a download id is known by its name. */
function identityOf({ slot, kind, downloadId, fileId, sourceTitle }: HistoryEvent): string {
  const about = fileId === null ? (downloadId ?? sourceTitle) : `file ${fileId}`;
  return [instanceKey(slot.instance), slot.itemKey, kind, about].join('\n');
}
