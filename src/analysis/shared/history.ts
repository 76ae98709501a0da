import type { Change } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { Library } from '../../model/library.ts';
import type { FindPlace, Place } from './places.ts';

/** A change with the place of its slot. */
export interface PlacedChange {
  readonly change: Change;
  readonly place: Place;
}

/** All that is known of the past, with the places it belongs to. */
export interface History {
  /** Oldest first. */
  readonly changes: readonly PlacedChange[];
  /** What the servers remember of each place, oldest first. */
  readonly events: ReadonlyMap<Place, readonly HistoryEvent[]>;
}

/** Looks up each slot of the past once. */
export function placeHistory({ changes, events }: Library, placeOf: FindPlace): History {
  return {
    changes: changes.map((change) => ({ change, place: placeOf(change.slot) })),
    events: Map.groupBy(events, ({ slot }) => placeOf(slot)),
  };
}
