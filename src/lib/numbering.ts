/** Numbers in place of values that many others share; objects by identity. */
export interface Numbering<T extends object | string> {
  readonly numberOf: (value: T) => number;
  /** @throws {RangeError} for a number that was never given */
  readonly at: (number: number) => T;
  /** Forgets which values it knows, for when no more come; `at` gives them as before. */
  readonly close: () => void;
}

/** Numbers from 0 on, in the order in which values are seen first. */
export function createNumbering<T extends object | string>(): Numbering<T> {
  return createNumberingBy<T, T>((value) => value);
}

/** The same for values of which those with equal keys are equal: each is given as it was first seen. */
export function createNumberingBy<T extends object | string, K>(keyOf: (value: T) => K): Numbering<T> {
  const values: T[] = [];
  const numbers = new Map<K, number>();
  return {
    numberOf: (value) => {
      const key = keyOf(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
    at: (number) => {
      const value = values[number];
      if (value === undefined) throw new RangeError(`number ${number} was never given`);
      return value;
    },
    close: () => numbers.clear(),
  };
}
