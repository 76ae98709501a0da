import { ordered, valueAt } from '../../lib/series.ts';

/**
 * In ascending order of a number; equals stay as they are. Each number is read once, not at every comparison, and what
 * is in order already is not copied.
 */
export function sortedBy<T>(values: readonly T[], numberOf: (value: T) => number): readonly T[] {
  const inOrder = ordered(values, (place) => numberOf(valueAt(values, place)));
  return inOrder === values ? values : [...inOrder];
}
