import { numberAt } from '../../lib/number-at.ts';

/**
 * In ascending order of a number; equals stay as they are. Each number is read once, not at every comparison, and what
 * is in order already is not copied.
 */
export function sortedBy<T>(values: readonly T[], numberOf: (value: T) => number): readonly T[] {
  const numbers = Float64Array.from(values, numberOf);
  if (numbers.every((number, at) => at === 0 || number >= numberAt(numbers, at - 1))) return values;
  return values
    .map((value, at) => ({ value, number: numberAt(numbers, at) }))
    .sort((a, b) => a.number - b.number)
    .map(({ value }) => value);
}
