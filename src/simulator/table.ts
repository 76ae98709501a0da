/** A row of a list, as parsed JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows in an order; a row may be made only when it is asked for. */
export interface Rows {
  readonly size: number;
  /** In the order of the server's list; undefined past the end. */
  readonly at: (index: number) => Row | undefined;
}

/** Rows that can be picked. */
export interface Table extends Rows {
  /** All rows with this number in this field, in order. */
  readonly where: (field: string, value: number) => readonly Row[];
}

/** A table of rows that are at hand. */
export function arrayTable(rows: readonly Row[]): Table {
  const indexes = new Map<string, ReadonlyMap<unknown, readonly Row[]>>();
  return {
    size: rows.length,
    at: (index) => rows[index],
    where: (field, value) => {
      const index = indexes.get(field) ?? Map.groupBy(rows, (row) => row[field]);
      indexes.set(field, index);
      return index.get(value) ?? [];
    },
  };
}

/** The same table with each row changed; `change` leaves numbers that are asked for as they are. */
export function changedTable(table: Table, change: (row: Row) => Row): Table {
  return {
    size: table.size,
    at: (index) => {
      const row = table.at(index);
      return row === undefined ? undefined : change(row);
    },
    where: (field, value) => table.where(field, value).map(change),
  };
}

/** The same table without some rows. */
export function filteredTable(table: Table, keeps: (row: Row) => boolean): Table {
  return arrayTable([...rowsOf(table)].filter(keeps));
}

/** The rows with this number in this field, found by looking at all. */
export function scanned(table: Rows, field: string, value: number): readonly Row[] {
  return [...rowsOf(table)].filter((row) => row[field] === value);
}

/** All rows, in order, one at a time. */
export function* rowsOf(table: Rows): Generator<Row> {
  for (let index = 0; index < table.size; index += 1) {
    const row = table.at(index);
    if (row !== undefined) yield row;
  }
}

const rowsAPiece = 100;

/** The rows as one JSON array, printed as the servers print, in pieces of some hundred kilobytes. */
export function* printRows(rows: Iterable<Row>): Generator<string> {
  let batch: Row[] = [];
  let isFirst = true;
  for (const row of rows) {
    batch.push(row);
    if (batch.length < rowsAPiece) continue;
    yield `${isFirst ? '[\n' : ',\n'}${printBatch(batch)}`;
    isFirst = false;
    batch = [];
  }
  if (isFirst && batch.length === 0) yield '[]';
  else yield `${isFirst ? '[\n' : ''}${printLast(batch, isFirst)}`;
}

function printLast(batch: readonly Row[], isFirst: boolean): string {
  if (batch.length === 0) return '\n]';
  return `${isFirst ? '' : ',\n'}${printBatch(batch)}\n]`;
}

function printBatch(batch: readonly Row[]): string {
  return JSON.stringify(batch, null, 2).slice('[\n'.length, -'\n]'.length);
}
