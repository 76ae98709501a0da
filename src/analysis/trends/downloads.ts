import { fieldOf, valueAt } from '../../lib/series.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { mapAt } from '../shared/map-at.ts';
import { placesWithin } from '../shared/time-range.ts';

/** How many downloads were grabbed and imported in a span. */
export interface Downloads {
  readonly grabs: number;
  readonly imports: number;
}

/** After one moment and up to another. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/** When something happened, oldest first, and to which download. */
interface Told {
  readonly moments: number[];
  readonly downloads: number[];
}

/** Counts downloads in spans. Each gets its number once: a text for each event and span took half a second. */
export function downloadCounter({ library }: LibraryIndex): (span: Span) => Downloads {
  const numberOf = createNumbering(library);
  const grabbed: Told = { moments: [], downloads: [] };
  const imported: Told = { moments: [], downloads: [] };
  const { events } = library;
  for (let at = 0; at < events.length; at += 1) {
    const kind = fieldOf(events, at, 'kind');
    if (kind !== 'grabbed' && kind !== 'imported') continue;
    const { moments, downloads } = kind === 'grabbed' ? grabbed : imported;
    moments.push(fieldOf(events, at, 'at').getTime());
    downloads.push(numberOf(at));
  }
  return (span) => ({ grabs: differentIn(grabbed, span), imports: differentIn(imported, span) });
}

function differentIn({ moments, downloads }: Told, span: Span): number {
  return new Set(downloads.slice(...placesWithin(moments, (moment) => moment, span))).size;
}

/** A download of several episodes is one; without an id it is one item's release at one moment. */
function createNumbering({ events }: LibraryIndex['library']): (at: number) => number {
  const known = new Map<string, Map<string, Map<string, number>>>();
  let numbers = 0;
  return (at) => {
    const { service, name } = fieldOf(events, at, 'slot').instance;
    const downloads = mapAt(mapAt(known, service), name);
    const download = fieldOf(events, at, 'downloadId') ?? releaseOf(valueAt(events, at));
    const number = downloads.get(download) ?? numbers++;
    downloads.set(download, number);
    return number;
  };
}

function releaseOf({ slot, sourceTitle, at }: HistoryEvent): string {
  return `${slot.itemKey} ${sourceTitle} ${at.getTime()}`;
}
