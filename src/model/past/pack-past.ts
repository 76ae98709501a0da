import type { Change } from '../change.ts';
import type { HistoryEvent } from '../history-event.ts';
import type { Library } from '../library.ts';
import { createPackedChanges } from './packed-changes.ts';
import { createPackedEvents } from './packed-events.ts';
import { createSharedParts } from './shared-parts.ts';

/** Takes in what happened, and holds it as rows of numbers: a long past is most of a library. */
export interface PastPacker {
  readonly addChange: (change: Change) => void;
  readonly addEvent: (event: HistoryEvent) => void;
  /** All of it, oldest first; of one moment in the order in which it came. What is added later is not seen. */
  readonly close: () => Pick<Library, 'changes' | 'events'>;
}

/** Nothing happened yet. */
export function createPastPacker(): PastPacker {
  const parts = createSharedParts();
  const changes = createPackedChanges(parts);
  const events = createPackedEvents(parts);
  return {
    addChange: changes.add,
    addEvent: events.add,
    close: () => {
      parts.close();
      return { changes: changes.series(), events: events.series() };
    },
  };
}
