/** Numbers in place of values that many others share; objects by identity. */
export interface Numbering<T extends object | string> {
  readonly numberOf: (value: T) => number;
  /** @throws {RangeError} for a number that was never given */
  readonly at: (number: number) => T;
}

/** Numbers from 0 on, in the order in which values are seen first. */
export function createNumbering<T extends object | string>(): Numbering<T> {
  const values: T[] = [];
  const numbers = new Map<T, number>();
  return {
    numberOf: (value) => {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      return values.push(value) - 1;
    },
    at: (number) => {
      const value = values[number];
      if (value === undefined) throw new RangeError(`number ${number} was never given`);
      return value;
    },
  };
}
