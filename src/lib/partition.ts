/** The elements that pass, and the others; both in order. */
export function partition<T>(
  elements: readonly T[],
  passes: (element: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  const { yes = [], no = [] } = Object.groupBy(elements, (element) => (passes(element) ? 'yes' : 'no'));
  return [yes, no];
}
