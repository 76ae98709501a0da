import { explorerColumns } from './explorer-columns.ts';
import type { PageModel } from './page-model.ts';
import type { SortTerm } from './route.ts';

/** Puts rows in order; each column's order is computed once and kept. */
export type RowSorter = (rows: readonly number[], sort: readonly SortTerm[]) => readonly number[];

/** A sorter for the files of a page. Equal rows stay in the order of the library. */
export function createRowSorter(model: PageModel): RowSorter {
  const kept = new Map<string, Float64Array>();
  const ranksOf = (column: string): Float64Array | null => {
    const known = kept.get(column);
    if (known !== undefined) return known;
    const ranks = rank(model, column);
    if (ranks !== null) kept.set(column, ranks);
    return ranks;
  };
  return (rows, sort) => {
    const keys = sort.flatMap(({ column, isDescending }) => {
      const ranks = ranksOf(column);
      return ranks === null ? [] : [{ ranks, sign: isDescending ? -1 : 1 }];
    });
    return keys.length === 0 ? rows : inOrder(rows, keys);
  };
}

interface SortKey {
  readonly ranks: Float64Array;
  readonly sign: number;
}

function inOrder(rows: readonly number[], keys: readonly SortKey[]): readonly number[] {
  const sorted = Uint32Array.from(rows).sort((a, b) => {
    for (const { ranks, sign } of keys) {
      const difference = (ranks[a] ?? 0) - (ranks[b] ?? 0);
      if (difference !== 0) return difference * sign;
    }
    return a - b;
  });
  return Array.from(sorted);
}

/** The place of each file in the order of a column: numbers as they are, texts by their rank. */
function rank(model: PageModel, column: string): Float64Array | null {
  const known = explorerColumns.find(({ key }) => key === column);
  if (known === undefined) return null;
  const values = model.files.map((_, at) => known.orderOf(model, at));
  const distinct = [...new Set(values.filter((value) => typeof value === 'string'))].sort(byUnit);
  const places = new Map(distinct.map((value, at) => [value, at]));
  return Float64Array.from(values, (value) => (typeof value === 'number' ? value : (places.get(value) ?? 0)));
}

/** By UTF-16 unit: quick, and the same everywhere. */
function byUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What a click on a head makes of the order: up, down, then none; with Shift it comes after the others. */
export function nextSort(sort: readonly SortTerm[], column: string, isAdded: boolean): readonly SortTerm[] {
  const present = sort.find((term) => term.column === column);
  const next = present === undefined ? [{ column, isDescending: false }] : turned(present);
  if (!isAdded) return next;
  if (present === undefined) return [...sort, ...next];
  return sort.flatMap((term) => (term === present ? next : [term]));
}

function turned({ column, isDescending }: SortTerm): readonly SortTerm[] {
  return isDescending ? [] : [{ column, isDescending: true }];
}
