import { type Index, indexBy } from '../../lib/index-by.ts';
import { fieldOf, type Series, seriesOf, valueAt } from '../../lib/series.ts';
import type { Change } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { Library } from '../../model/library.ts';
import type { Slot } from '../../model/slot.ts';
import type { FindPlace, Place } from './places.ts';

/** All that is known of the past, with the places it belongs to. */
export interface History {
  /** Oldest first. */
  readonly changes: Series<Change>;
  /** Where the slot of each change stands today, in the order of the changes. */
  readonly placesOfChanges: readonly Place[];
  /** Oldest first. */
  readonly events: Series<HistoryEvent>;
  readonly placesOfEvents: readonly Place[];
  /** Which events the servers remember of each place, oldest first: where they are in `events`. */
  readonly eventsOf: Index<Place, number>;
}

/** Looks up each slot of the past once. */
export function placeHistory({ changes, events }: Library, placeOf: FindPlace): History {
  const placesOfChanges = placesOf(changes, placeOf);
  const placesOfEvents = placesOf(events, placeOf);
  const numbers = seriesOf(events.length, (at) => at);
  const eventsOf = indexBy(numbers, (at) => valueAt(placesOfEvents, at));
  return { changes, placesOfChanges, events, placesOfEvents, eventsOf };
}

function placesOf(series: Series<{ readonly slot: Slot }>, placeOf: FindPlace): readonly Place[] {
  return Array.from({ length: series.length }, (_, at) => placeOf(fieldOf(series, at, 'slot')));
}
