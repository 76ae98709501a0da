import { numberAt } from '../../lib/number-at.ts';
import { type Row, type Rows, scanned, type Table } from '../table.ts';
import type { Picks } from './picks.ts';

/** A row to make: which item it belongs to, and the recorded row it is made from. */
export interface ChildPlace {
  /** Of the item, from 0. */
  readonly index: number;
  readonly recorded: Row;
  readonly id: number;
}

/** Rows that belong to items: files, episodes. Numbered from 1 through all items. */
export interface ChildTable extends Table {
  /** The id of the row that is made from this recorded one; null where the item has no such row. */
  readonly idOf: (index: number, recordedId: unknown) => number | null;
}

/** How rows of one kind belong to items. */
export interface ChildKind {
  /** The field that names the item: `movieId`. */
  readonly parent: string;
  /** The recorded rows of all items. */
  readonly recorded: readonly Row[];
  readonly make: (place: ChildPlace) => Row;
}

/** Rows made on demand from the recorded rows of each item's template. */
export function childTable(picks: Picks, { parent, recorded, make }: ChildKind): ChildTable {
  const byItem = Map.groupBy(recorded, (row) => row[parent]);
  const rowsOfItem = (index: number): readonly Row[] => byItem.get(picks.template(index)['id']) ?? [];
  const starts = startsOf(picks.count, (index) => rowsOfItem(index).length);
  const rowsOfIndex = (index: number): readonly Row[] =>
    rowsOfItem(index).map((row, at) => make({ index, recorded: row, id: numberAt(starts, index) + at + 1 }));
  const at = (position: number): Row | undefined => {
    const index = itemAt(starts, position);
    const recordedRow = rowsOfItem(index)[position - numberAt(starts, index)];
    return recordedRow === undefined ? undefined : make({ index, recorded: recordedRow, id: position + 1 });
  };
  const table: Rows = { size: numberAt(starts, picks.count), at };
  return {
    ...table,
    where: (field, value) => {
      if (field === parent) return isIndex(value - 1, picks.count) ? rowsOfIndex(value - 1) : [];
      return field === 'id' ? rowAt(table, value - 1) : scanned(table, field, value);
    },
    idOf: (index, recordedId) => {
      const position = rowsOfItem(index).findIndex((row) => row['id'] === recordedId);
      return position === -1 ? null : numberAt(starts, index) + position + 1;
    },
  };
}

function rowAt(table: Rows, position: number): readonly Row[] {
  const row = isIndex(position, table.size) ? table.at(position) : undefined;
  return row === undefined ? [] : [row];
}

function isIndex(index: number, size: number): boolean {
  return index >= 0 && index < size;
}

/** Where the rows of each item begin; one more than there are items. */
function startsOf(count: number, rows: (index: number) => number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let index = 0; index < count; index += 1) starts[index + 1] = numberAt(starts, index) + rows(index);
  return starts;
}

/** The last item that begins at or before a position. */
function itemAt(starts: Uint32Array, position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (numberAt(starts, middle) <= position) low = middle;
    else high = middle;
  }
  return low;
}
