import type { ValueKind } from './filter-field.ts';

/** Scores and other whole numbers. */
export const wholeNumber: ValueKind<number> = {
  values: 'a whole number, such as 500 or -10',
  read: (text) => {
    const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    return Number.isSafeInteger(number) ? number : null;
  },
};

/** Any number: a share, an index, a count. */
export const plainNumber: ValueKind<number> = {
  values: 'a number, such as 60 or 12.5',
  read: (text) => (/^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null),
};

/** A size in bytes, with or without a unit. */
export const byteSize: ValueKind<number> = {
  values: 'a size, such as 4GB, 1.5GiB or 700MB',
  read: (text) => {
    const { number, unit = 'b' } = /^(?<number>\d+(\.\d+)?)\s*(?<unit>[a-z]+)?$/i.exec(text)?.groups ?? {};
    const factor = bytesOf.get(unit.toLowerCase());
    return number === undefined || factor === undefined ? null : Math.round(Number(number) * factor);
  },
};

const bytesOf: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1000],
  ['mb', 1000 ** 2],
  ['gb', 1000 ** 3],
  ['tb', 1000 ** 4],
  ['kib', 1024],
  ['mib', 1024 ** 2],
  ['gib', 1024 ** 3],
  ['tib', 1024 ** 4],
]);
