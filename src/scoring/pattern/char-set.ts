/**
 * A set of UTF-16 units, as .NET's character classes are: sorted ranges `[first, last, first, last …]`, both ends
 * inside, never touching each other. However a class was written, its set says all there is to know of it.
 */
export type CharSet = {
  readonly ranges: readonly number[];
  /** The part below 128 once more, a bit a character: what nearly every look asks. */
  readonly ascii: readonly number[];
};

const last = 0xffff;

/** A set of any ranges `[first, last, …]`: unsorted, overlapping, whatever comes. */
export function setOf(ranges: readonly number[]): CharSet {
  return fromSorted(ranges.length <= 2 ? ranges : merge(ranges));
}

/** The characters that are in any of the sets. */
export function union(sets: readonly CharSet[]): CharSet {
  const [only] = sets;
  return sets.length === 1 && only !== undefined ? only : setOf(sets.flatMap((set) => set.ranges));
}

/** All characters but those of the set. */
export function complement({ ranges }: CharSet): CharSet {
  const gaps: number[] = [];
  let from = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    const first = ranges[at] ?? 0;
    if (first > from) gaps.push(from, first - 1);
    from = (ranges[at + 1] ?? 0) + 1;
  }
  if (from <= last) gaps.push(from, last);
  return fromSorted(gaps);
}

/** The characters of `from` that are not in `removed`. */
export function subtract(from: CharSet, removed: CharSet): CharSet {
  return complement(union([complement(from), removed]));
}

/** Whether a UTF-16 unit is in the set. */
export function has(set: CharSet, code: number): boolean {
  if (code < 128) return (((set.ascii[code >> 5] ?? 0) >>> (code & 31)) & 1) === 1;
  const { ranges } = set;
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return (ranges[2 * low] ?? last + 1) <= code;
}

function merge(ranges: readonly number[]): readonly number[] {
  const starts = Array.from({ length: ranges.length >> 1 }, (_, index) => 2 * index);
  starts.sort((left, right) => (ranges[left] ?? 0) - (ranges[right] ?? 0));
  const merged: number[] = [];
  for (const start of starts) append(merged, ranges[start] ?? 0, ranges[start + 1] ?? 0);
  return merged;
}

function append(merged: number[], first: number, end: number): void {
  const at = merged.length - 1;
  const reach = merged[at];
  if (reach === undefined || first > reach + 1) merged.push(first, end);
  else if (end > reach) merged[at] = end;
}

function fromSorted(ranges: readonly number[]): CharSet {
  const ascii = [0, 0, 0, 0];
  for (let at = 0; at < ranges.length; at += 2) {
    const end = Math.min(ranges[at + 1] ?? 0, 127);
    for (let code = ranges[at] ?? 0; code <= end; code += 1) {
      ascii[code >> 5] = (ascii[code >> 5] ?? 0) | (1 << (code & 31));
    }
  }
  return { ranges, ascii };
}
