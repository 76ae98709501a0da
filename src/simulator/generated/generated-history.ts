import { z } from 'zod';
import { type Row, type Rows, scanned, type Table } from '../table.ts';
import type { Picks } from './picks.ts';

/** How recorded events belong to items. */
export interface HistoryKind {
  readonly recorded: readonly Row[];
  /** The field that names the item. */
  readonly parent: string;
  /** The id of the file that is made from this recorded one. */
  readonly fileId: (index: number, recordedId: number) => number;
  /** The fields that name the item, and its part. */
  readonly ids: (index: number, recorded: Row) => Row;
}

/** One event: of which item, made from which recorded one. */
interface Event {
  readonly index: number;
  readonly recorded: Row;
  readonly date: string;
}

/** The events of all items, by date, numbered from 1; put in order at the first question. */
export function generatedHistory(picks: Picks, kind: HistoryKind): Table {
  const byItem = Map.groupBy(kind.recorded, (row) => row[kind.parent]);
  const eventsOf = (index: number): readonly Event[] =>
    (byItem.get(picks.template(index)['id']) ?? []).map((recorded) => {
      return { index, recorded, date: String(picks.moved(index, recorded['date'])) };
    });
  const size = Array.from({ length: picks.count }, (_, index) => eventsOf(index).length).reduce(
    (a, b) => a + b,
    0,
  );
  let ordered: readonly Event[] | null = null;
  const at = (position: number): Row | undefined => {
    ordered ??= inOrder(picks.count, eventsOf);
    const event = ordered[position];
    return event === undefined ? undefined : { ...eventRow(event, kind), id: position + 1 };
  };
  const table: Rows = { size, at };
  return { ...table, where: (field, value) => scanned(table, field, value) };
}

function inOrder(count: number, eventsOf: (index: number) => readonly Event[]): readonly Event[] {
  const events: Event[] = [];
  for (let index = 0; index < count; index += 1) events.push(...eventsOf(index));
  return events.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

const Data = z.record(z.string(), z.string().nullable());

function eventRow({ index, recorded, date }: Event, { fileId, ids }: HistoryKind): Row {
  const data = Data.parse(recorded['data']);
  const file = data['fileId'];
  const { downloadId } = recorded;
  return {
    ...recorded,
    ...ids(index, recorded),
    date,
    ...(typeof downloadId === 'string' && { downloadId: `${downloadId}-${index + 1}` }),
    data: file == null ? data : { ...data, fileId: String(fileId(index, Number(file))) },
  };
}
