import { invalidAnswer, type SimulatedAnswer, valueAnswer, type Work } from './answer.ts';
import { type Query, Refused } from './query.ts';
import type { Row } from './table.ts';

/** Rows to cut a page from: ascending by the key they are always sorted by. */
export interface Sorted {
  readonly sortKey: string;
  /** Other keys that the answer repeats, as if it had sorted by them. */
  readonly otherKeys: readonly string[];
  readonly size: number;
  readonly at: (index: number) => Row | undefined;
  readonly work: Work['kind'] | null;
}

/**
 * Cuts a page as both servers do. Source: servarr.md 1.8 and 12: 10 rows unless told, descending unless told,
 * a size of -1 gives all and 0 none, a page below 1 is the first, an unknown key is the usual one.
 */
export function pageAnswer(sorted: Sorted, query: Query): SimulatedAnswer {
  const [page = 1] = numbers(query, 'page', 'Page');
  const [pageSize = 10] = numbers(query, 'pageSize', 'PageSize');
  const isAscending = direction(query) === 'ascending';
  const start = pageSize < 0 ? 0 : (Math.max(1, page) - 1) * pageSize;
  const end = pageSize < 0 ? sorted.size : Math.min(sorted.size, start + pageSize);
  const records: Row[] = [];
  for (let index = start; index < end; index += 1) {
    const row = sorted.at(isAscending ? index : sorted.size - 1 - index);
    if (row !== undefined) records.push(row);
  }
  const [asked = ''] = query.texts('sortKey');
  const sortKey = sorted.otherKeys.includes(asked) ? asked : sorted.sortKey;
  const sortDirection = isAscending ? 'ascending' : 'descending';
  const work = sorted.work === null ? null : { kind: sorted.work, count: records.length };
  return valueAnswer({ page, pageSize, sortKey, sortDirection, totalRecords: sorted.size, records }, work);
}

/** Paging is bound as one object: its messages name the field. */
function numbers(query: Query, name: string, field: string): readonly number[] {
  const wrong = query.texts(name).find((text) => !/^-?\d+$/.test(text));
  if (wrong !== undefined)
    throw new Refused(invalidAnswer(name, `The value '${wrong}' is not valid for ${field}.`));
  return query.numbers(name);
}

function direction(query: Query): string {
  const [text = 'descending'] = query.texts('sortDirection');
  if (/^(ascending|descending|default)$/i.test(text)) return text.toLowerCase();
  throw new Refused(invalidAnswer('sortDirection', `The value '${text}' is not valid for SortDirection.`));
}
