import type { Interned } from './packing.ts';

/** Gathers a column whose values repeat. Two values are the same when their JSON is. */
export interface Interner<T> {
  /** The place of the value among the values. */
  readonly place: (value: T) => number;
  readonly values: readonly T[];
}

/** An interner without values. Objects that were seen before are recognised without being written again. */
export function createInterner<T>(): Interner<T> {
  const values: T[] = [];
  const seen = new Map<T, number>();
  const written = new Map<string, number>();
  const add = (value: T): number => {
    const json = JSON.stringify(value);
    const known = written.get(json);
    if (known !== undefined) return known;
    written.set(json, values.length);
    return values.push(value) - 1;
  };
  return {
    values,
    place: (value) => {
      const known = seen.get(value);
      if (known !== undefined) return known;
      const place = add(value);
      seen.set(value, place);
      return place;
    },
  };
}

/** One column of some rows, each value once. */
export function internColumn<Row, T>(rows: readonly Row[], of: (row: Row) => T): Interned<T> {
  const { place, values } = createInterner<T>();
  return { at: rows.map((row) => place(of(row))), values };
}
