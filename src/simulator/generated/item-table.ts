import { type Row, type Rows, scanned, type Table } from '../table.ts';

/** Items made on demand, numbered from 1; external ids count up from `externalFrom`. */
export interface ItemKind {
  readonly count: number;
  readonly external: string;
  readonly externalFrom: number;
  readonly make: (index: number) => Row;
}

/** A table of movies or series. */
export function itemTable({ count, external, externalFrom, make }: ItemKind): Table {
  const at = (index: number): Row | undefined => (index >= 0 && index < count ? make(index) : undefined);
  const one = (index: number): readonly Row[] => {
    const row = at(index);
    return row === undefined ? [] : [row];
  };
  const table: Rows = { size: count, at };
  return {
    ...table,
    where: (field, value) => {
      if (field === 'id') return one(value - 1);
      if (field === external) return one(value - externalFrom);
      return scanned(table, field, value);
    },
  };
}
