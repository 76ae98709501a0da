import type { Change } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { Library } from '../../model/library.ts';
import type { FindPlace, Place } from './places.ts';

/** A change with the place of its slot. */
export interface PlacedChange {
  readonly change: Change;
  readonly place: Place;
}

/** What the server remembers of one slot, oldest first. */
export interface SlotEvents {
  readonly place: Place;
  readonly events: readonly HistoryEvent[];
}

/** All that is known of the past, with the places it belongs to. */
export interface History {
  /** Oldest first. */
  readonly changes: readonly PlacedChange[];
  /** By the key of the slot. */
  readonly events: ReadonlyMap<string, SlotEvents>;
}

/** Looks up each slot of the past once. */
export function placeHistory({ changes, events }: Library, placeOf: FindPlace): History {
  const bySlot = new Map<string, { readonly place: Place; readonly events: HistoryEvent[] }>();
  for (const event of events) {
    const place = placeOf(event.slot);
    const own = bySlot.get(place.key);
    if (own === undefined) bySlot.set(place.key, { place, events: [event] });
    else own.events.push(event);
  }
  return { changes: changes.map((change) => ({ change, place: placeOf(change.slot) })), events: bySlot };
}
