/**
 * The values after one moment and up to another, found by halving.
 *
 * @param values  oldest first
 */
export function within<T>(
  values: readonly T[],
  momentOf: (value: T) => number,
  span: { readonly from: number; readonly until: number },
): readonly T[] {
  return values.slice(...placesWithin(values, momentOf, span));
}

/** Where those values begin, and where they end. */
export function placesWithin<T>(
  values: readonly T[],
  momentOf: (value: T) => number,
  { from, until }: { readonly from: number; readonly until: number },
): readonly [from: number, to: number] {
  return [countUpTo(values, momentOf, from), countUpTo(values, momentOf, until)];
}

function countUpTo<T>(values: readonly T[], momentOf: (value: T) => number, moment: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isUpTo = values.slice(middle, middle + 1).every((value) => momentOf(value) <= moment);
    if (isUpTo) low = middle + 1;
    else high = middle;
  }
  return low;
}
