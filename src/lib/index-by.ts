import { numberAt } from './number-at.ts';
import { type Series, valueAt } from './series.ts';

/** Values by key. What is held of each is a number, not a list for each of 100,000 keys. */
export interface Index<K, T> extends Iterable<readonly [key: K, values: readonly T[]]> {
  /** In the order of the series; empty for a key that none has. */
  readonly of: (key: K) => readonly T[];
}

/** Keys are in the order in which they come up. @param keyAt  the key of the value at a place */
export function indexBy<K, T>(series: Series<T>, keyAt: (place: number) => K): Index<K, T> {
  const groups = new Map<K, number>();
  const groupOf = new Uint32Array(series.length);
  for (let place = 0; place < series.length; place += 1) {
    const key = keyAt(place);
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    groupOf[place] = group;
  }
  const { starts, places } = sortedByGroup(groupOf, groups.size);
  const valuesOf = (group: number): readonly T[] => {
    const values: T[] = [];
    const end = numberAt(starts, group + 1);
    for (let at = numberAt(starts, group); at < end; at += 1) {
      values.push(valueAt(series, numberAt(places, at)));
    }
    return values;
  };
  return {
    of: (key) => {
      const group = groups.get(key);
      return group === undefined ? [] : valuesOf(group);
    },
    *[Symbol.iterator]() {
      for (const [key, group] of groups) yield [key, valuesOf(group)];
    },
  };
}

interface Sorted {
  /** Where each group begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Group by group, ascending within each. */
  readonly places: Uint32Array;
}

/** Counts, then puts each place where its group has come to. */
function sortedByGroup(groupOf: Uint32Array, groups: number): Sorted {
  const starts = new Uint32Array(groups + 1);
  for (const group of groupOf) starts[group + 1] = numberAt(starts, group + 1) + 1;
  for (let group = 0; group < groups; group += 1) {
    starts[group + 1] = numberAt(starts, group + 1) + numberAt(starts, group);
  }
  const next = starts.slice();
  const places = new Uint32Array(groupOf.length);
  for (let place = 0; place < groupOf.length; place += 1) {
    const group = numberAt(groupOf, place);
    const at = numberAt(next, group);
    places[at] = place;
    next[group] = at + 1;
  }
  return { starts, places };
}
