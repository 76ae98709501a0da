/**
 * Rows of numbers outside of the heap: there they are no work for the garbage collector. A row lies in one piece: to
 * read one anywhere is one wait for memory, not one for each of its fields.
 */
export interface NumberRows {
  /** Gives the next field of every row; all of them are asked for before anything is put. */
  readonly field: () => Field<number>;
}

/** One field of all rows. */
export interface Field<T> {
  /** @param row  its place, from 0 */
  readonly put: (row: number, value: T) => void;
  readonly at: (row: number) => T;
}

/** A field for each property of a thing. */
export type Fields<Thing> = { readonly [Name in keyof Thing]: Field<Thing[Name]> };

/** One property of the thing in a row. */
export function propertyAt<Thing, Name extends keyof Thing>(
  fields: Fields<Thing>,
  row: number,
  name: Name,
): Thing[Name] {
  return fields[name].at(row);
}

/** Rows a page, as a power of two: what is in one is never moved. */
const pageBits = 10;
const rowsAPage = 1 << pageBits;
const inPage = rowsAPage - 1;

/** No rows yet; 8 bytes a field, which takes any number. */
export function createNumberRows(): NumberRows {
  return rowsOf((numbers) => new Float64Array(numbers));
}

/** No rows yet; 4 bytes a field, for whole numbers from −1 to 2³¹ − 1. */
export function createPlaceRows(): NumberRows {
  return rowsOf((numbers) => new Int32Array(numbers));
}

function rowsOf(makePage: (numbers: number) => Float64Array | Int32Array): NumberRows {
  const pages: (Float64Array | Int32Array)[] = [];
  let width = 0;
  const pageOf = (row: number): Float64Array | Int32Array => {
    const number = row >> pageBits;
    const page = pages[number] ?? makePage(rowsAPage * width);
    pages[number] = page;
    return page;
  };
  return {
    field: () => {
      const place = width;
      width += 1;
      return {
        put: (row, value) => {
          pageOf(row)[(row & inPage) * width + place] = value;
        },
        // Not `numberAt`, which sees lists of all kinds: that is ten times as slow.
        at: (row) => pages[row >> pageBits]?.[(row & inPage) * width + place] ?? 0,
      };
    },
  };
}

/** Numbers but NaN, or none. */
export function orNull(field: Field<number>): Field<number | null> {
  return {
    put: (row, value) => field.put(row, value ?? Number.NaN),
    at: (row) => {
      const number = field.at(row);
      return Number.isNaN(number) ? null : number;
    },
  };
}

/** Moments to the millisecond. */
export function moments(field: Field<number>): Field<Date> {
  return {
    put: (row, moment) => field.put(row, moment.getTime()),
    at: (row) => new Date(field.at(row)),
  };
}

/** What gives a number for a value, and the value again. */
export interface Numbers<T> {
  readonly numberOf: (value: T) => number;
  readonly at: (number: number) => T;
}

/** Values that a numbering knows. @param field  of place rows */
export function numbered<T>(field: Field<number>, { numberOf, at }: Numbers<T>): Field<T> {
  return {
    put: (row, value) => field.put(row, numberOf(value)),
    at: (row) => at(field.at(row)),
  };
}

/** Values that a numbering knows, or none. @param field  of place rows */
export function numberedOrNull<T>(field: Field<number>, { numberOf, at }: Numbers<T>): Field<T | null> {
  return {
    put: (row, value) => field.put(row, value === null ? nothing : numberOf(value)),
    at: (row) => {
      const number = field.at(row);
      return number === nothing ? null : at(number);
    },
  };
}

const nothing = -1;
