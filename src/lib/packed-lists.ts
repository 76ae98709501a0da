import type { Numbers } from './number-rows.ts';

/** Lists of few elements as numbers outside of the heap: a third of what they take as lists. */
export interface PackedLists<T> {
  /** Where a list is; the same for the same object. */
  readonly numberOf: (list: readonly T[]) => number;
  /** The list at a place that was given, made anew; behind them an empty one. */
  readonly at: (place: number) => readonly T[];
}

/** Numbers a page, as a power of two. A list may run on from one page to the next. */
const pageBits = 14;
const pageLength = 1 << pageBits;
const inPage = pageLength - 1;

/** No lists yet. @param elements  the number of an element, from −2³¹ to 2³¹ − 1, and the element again */
export function createPackedLists<T>(elements: Numbers<T>): PackedLists<T> {
  const pages: Int32Array[] = [];
  // Weak: whoever shares lists holds them, and many are used once.
  const known = new WeakMap<readonly T[], number>();
  let used = 0;
  const put = (number: number): void => {
    const page = pages[used >> pageBits] ?? new Int32Array(pageLength);
    pages[used >> pageBits] = page;
    page[used & inPage] = number;
    used += 1;
  };
  const numberAt = (place: number): number => pages[place >> pageBits]?.[place & inPage] ?? 0;
  return {
    numberOf: (list) => {
      const found = known.get(list);
      if (found !== undefined) return found;
      const place = used;
      known.set(list, place);
      put(list.length);
      for (const element of list) put(elements.numberOf(element));
      return place;
    },
    at: (place) => {
      const list: T[] = [];
      const end = place + numberAt(place);
      for (let at = place + 1; at <= end; at += 1) list.push(elements.at(numberAt(at)));
      return list;
    },
  };
}
