import type { ArrClient } from '../../arr/client.ts';
import type { Slot } from '../../model/slot.ts';
import type { HistoryBatch, HistoryRequest } from '../exporter.ts';
import { historyEventOf } from './history-event-of.ts';
import { historyPageSize, readHistoryPage } from './history-pages.ts';
import type { HistoryRow } from './history-shape.ts';

/** What one service's history needs besides the common way of reading it. */
export interface HistorySource {
  readonly client: ArrClient;
  readonly request: HistoryRequest;
  /** The slot of each row, in order; null where its item or episode is not known. */
  readonly placesOf: (rows: readonly HistoryRow[]) => Promise<readonly (Slot | null)[]>;
}

/** A server's history, oldest first. The first pass goes through ascending pages, a later one asks for what is new. */
export function readHistory(source: HistorySource): AsyncIterable<HistoryBatch> {
  const { from } = source.request;
  return from.kind === 'page' ? firstPass(source, from.page) : newerThan(source, from.eventId);
}

/**
 * Ascending pages are stable while rows are appended. Where rows were deleted meanwhile (a title was removed), later
 * ones moved forward: then it steps back as far, and known events are met again.
 */
async function* firstPass(source: HistorySource, start: number): AsyncGenerator<HistoryBatch> {
  const { client, request } = source;
  // Nobody knows what was deleted since the pass was interrupted: one page is read again.
  let page: number | null = Math.max(1, start - 1);
  let known = 0;
  while (page !== null) {
    const place = { page, pageSize: historyPageSize, direction: 'ascending' } as const;
    const { rows, unread, total } = await readHistoryPage(client, place);
    const lost = Math.max(0, known - total);
    known = total;
    request.progress({ rowsDone: Math.min(page * historyPageSize, total), rowsTotal: total });
    page = nextPage(page, total, lost);
    yield { ...(await eventsOf(rows, source)), unread, nextPage: page };
  }
}

function nextPage(page: number, total: number, lost: number): number | null {
  if (lost > 0) return Math.max(1, page - Math.ceil(lost / historyPageSize));
  return page * historyPageSize < total ? page + 1 : null;
}

/** Descending pages until a known event. All of them are read before the first is handed on: so no gap can stay behind one that was kept. */
async function* newerThan(source: HistorySource, eventId: number): AsyncGenerator<HistoryBatch> {
  const { client, request } = source;
  const found = new Map<number, HistoryRow>();
  let unread = 0;
  for (let page = 1, isMore = true; isMore; page += 1) {
    const place = { page, pageSize: historyPageSize, direction: 'descending' } as const;
    const { rows, total, ...read } = await readHistoryPage(client, place);
    const fresh = rows.filter(({ id }) => id > eventId);
    for (const row of fresh) found.set(row.id, row);
    unread += read.unread;
    request.progress({ rowsDone: found.size, rowsTotal: null });
    isMore = fresh.length === rows.length && page * historyPageSize < total;
  }
  yield { ...(await eventsOf([...found.values()].toReversed(), source)), unread, nextPage: null };
}

async function eventsOf(
  rows: readonly HistoryRow[],
  { placesOf }: HistorySource,
): Promise<Pick<HistoryBatch, 'events' | 'leftOut'>> {
  const places = await placesOf(rows);
  const events = rows.flatMap((row, index) => {
    const slot = places[index] ?? null;
    const event = slot === null ? null : historyEventOf(row, slot);
    return event === null ? [] : [{ eventId: row.id, event }];
  });
  return { events, leftOut: rows.length - events.length };
}
