/** A copy in ascending order of a number; equals stay as they are. Each number is read once, not at every comparison. */
export function sortedBy<T>(values: readonly T[], numberOf: (value: T) => number): readonly T[] {
  return values
    .map((value) => ({ value, number: numberOf(value) }))
    .sort((a, b) => a.number - b.number)
    .map(({ value }) => value);
}
