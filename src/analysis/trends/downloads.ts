import type { HistoryEvent } from '../../model/history-event.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { mapAt } from '../shared/map-at.ts';
import { sortedBy } from '../shared/sorted-by.ts';
import { within } from '../shared/time-range.ts';

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

/** Counts downloads in spans. Each gets its number once: a text for each event and span took half a second. */
export function downloadCounter({ library }: LibraryIndex): (span: Span) => Downloads {
  const numberOf = createNumbering();
  const told = library.events
    .filter(({ kind }) => kind === 'grabbed' || kind === 'imported')
    .map((event) => ({
      ms: event.at.getTime(),
      isGrab: event.kind === 'grabbed',
      download: numberOf(event),
    }));
  const inOrder = sortedBy(told, ({ ms }) => ms);
  return (span) => {
    const inSpan = within(inOrder, ({ ms }) => ms, span);
    return {
      grabs: countDifferent(inSpan.filter(({ isGrab }) => isGrab)),
      imports: countDifferent(inSpan.filter(({ isGrab }) => !isGrab)),
    };
  };
}

function countDifferent(told: readonly { readonly download: number }[]): number {
  return new Set(told.map(({ download }) => download)).size;
}

/** A download of several episodes is one; without an id it is one item's release at one moment. */
function createNumbering(): (event: HistoryEvent) => number {
  const known = new Map<string, Map<string, Map<string, number>>>();
  let numbers = 0;
  return ({ slot, downloadId, at, sourceTitle }) => {
    const { service, name } = slot.instance;
    const downloads = mapAt(mapAt(known, service), name);
    const download = downloadId ?? `${slot.itemKey} ${sourceTitle} ${at.getTime()}`;
    const number = downloads.get(download) ?? numbers++;
    downloads.set(download, number);
    return number;
  };
}
