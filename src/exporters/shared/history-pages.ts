import { ArrError } from '../../arr/arr-error.ts';
import type { ArrClient } from '../../arr/client.ts';
import { HistoryPageShape, type HistoryRow } from './history-shape.ts';

/** Rows a page; a power of two, so that a page that fails can be halved. The stored place of a first pass counts in them. */
export const historyPageSize = 512;

/** Rows of a server's history, in order of their date. */
export interface HistoryPlace {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly direction: 'ascending' | 'descending';
}

/** What was read of a page. */
export interface HistoryPage {
  readonly rows: readonly HistoryRow[];
  /** Rows that the server fails at, or that have a shape we do not know. */
  readonly unread: number;
  /** All rows there are just now. */
  readonly total: number;
}

/** The same of a part; its total is null where not one row could be read. */
interface PagePart extends Omit<HistoryPage, 'total'> {
  readonly total: number | null;
}

/** Calls a page may spend on finding the rows at which the server fails. */
const isolationCalls = 64;

/**
 * Reads a page. One row of a series whose profile is gone makes Sonarr fail at the whole page (servarr.md 12): then it
 * is halved until the bad rows are alone.
 *
 * @throws {ArrError} when nothing of it can be read
 */
export async function readHistoryPage(client: ArrClient, place: HistoryPlace): Promise<HistoryPage> {
  try {
    return await askPage(client, place);
  } catch (error) {
    if (!isBadRow(error)) throw error;
    const { total, ...read } = await readHalves(client, place, { callsLeft: isolationCalls });
    if (total === null) throw error;
    return { ...read, total };
  }
}

interface Search {
  callsLeft: number;
}

async function readHalves(
  client: ArrClient,
  { page, pageSize, direction }: HistoryPlace,
  search: Search,
): Promise<PagePart> {
  if (pageSize === 1 || search.callsLeft < 2) return { rows: [], unread: pageSize, total: null };
  const half = { pageSize: pageSize / 2, direction };
  const first = await readPart(client, { ...half, page: page * 2 - 1 }, search);
  const second = await readPart(client, { ...half, page: page * 2 }, search);
  return {
    rows: [...first.rows, ...second.rows],
    unread: first.unread + second.unread,
    total: second.total ?? first.total,
  };
}

async function readPart(client: ArrClient, place: HistoryPlace, search: Search): Promise<PagePart> {
  search.callsLeft -= 1;
  try {
    return await askPage(client, place);
  } catch (error) {
    if (!isBadRow(error)) throw error;
    return readHalves(client, place, search);
  }
}

async function askPage(client: ArrClient, { page, pageSize, direction }: HistoryPlace): Promise<HistoryPage> {
  const query = `page=${page}&pageSize=${pageSize}&sortKey=date&sortDirection=${direction}`;
  const { totalRecords, records } = await client.get(`/api/v3/history?${query}`, HistoryPageShape);
  const rows = records.filter((row) => row !== null);
  return { rows, unread: records.length - rows.length, total: totalRecords };
}

/** The server failed at what is in the page, not at the page. */
function isBadRow(error: unknown): boolean {
  return error instanceof ArrError && error.failure.kind === 'list-broken';
}
