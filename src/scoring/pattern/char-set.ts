import { numberAt } from '../../lib/number-at.ts';
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
  const [first = setOf([]), ...more] = sets.filter(({ ranges }) => ranges.length > 0);
  return more.length === 0 ? first : fromSorted(more.map(({ ranges }) => ranges).reduce(zip, first.ranges));
}

/** Two lists of sorted ranges as one. */
function zip(left: readonly number[], right: readonly number[]): readonly number[] {
  const merged: number[] = [];
  let at = 0;
  for (let other = 0; other < right.length; other += 2) {
    const first = numberAt(right, other);
    for (; at < left.length && numberAt(left, at) < first; at += 2) {
      append(merged, numberAt(left, at), numberAt(left, at + 1));
    }
    append(merged, first, numberAt(right, other + 1));
  }
  for (; at < left.length; at += 2) append(merged, numberAt(left, at), numberAt(left, at + 1));
  return merged;
}

/** All characters but those of the set. */
export function complement({ ranges }: CharSet): CharSet {
  const gaps: number[] = [];
  let from = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    const first = numberAt(ranges, at);
    if (first > from) gaps.push(from, first - 1);
    from = numberAt(ranges, at + 1) + 1;
  }
  if (from <= last) gaps.push(from, last);
  return fromSorted(gaps);
}

/** The characters of `from` that are not in `removed`. */
export function subtract(from: CharSet, removed: CharSet): CharSet {
  return complement(union([complement(from), removed]));
}

/** The highest unit of the set; 0 when it is empty. */
export function lastOf({ ranges }: CharSet): number {
  return numberAt(ranges, ranges.length - 1);
}

/** Whether a UTF-16 unit is in the set. */
export function has(set: CharSet, code: number): boolean {
  if (code < 128) return ((numberAt(set.ascii, code >> 5) >>> (code & 31)) & 1) === 1;
  const { ranges } = set;
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(ranges, 2 * middle + 1) < code) low = middle + 1;
    else high = middle;
  }
  return (ranges[2 * low] ?? last + 1) <= code;
}

function merge(ranges: readonly number[]): readonly number[] {
  const starts = Array.from({ length: ranges.length >> 1 }, (_, index) => 2 * index);
  starts.sort((left, right) => numberAt(ranges, left) - numberAt(ranges, right));
  const merged: number[] = [];
  for (const start of starts) append(merged, numberAt(ranges, start), numberAt(ranges, start + 1));
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
    const end = Math.min(numberAt(ranges, at + 1), 127);
    for (let code = numberAt(ranges, at); code <= end; code += 1) {
      ascii[code >> 5] = numberAt(ascii, code >> 5) | (1 << (code & 31));
    }
  }
  return { ranges, ascii };
}
