import type { Tables } from '../tables.ts';
import type { BulkTable } from './engine.ts';

/** How PostgreSQL calls a column's type in an array. */
type ColumnType = 'int' | 'bigint' | 'text';

/** A column's name and type. */
export type BulkColumn<T extends BulkTable> = readonly [name: keyof Tables[T] & string, type: ColumnType];

const slot = [
  ['tenant', 'int'],
  ['instance', 'int'],
  ['item', 'int'],
  ['season', 'int'],
  ['episode', 'int'],
] as const;

/** The columns of each table that is written in bulk; a test holds them against the database. */
export const bulkColumns: { readonly [T in BulkTable]: readonly BulkColumn<T>[] } = {
  event: [
    ...slot,
    ['event', 'int'],
    ['at', 'text'],
    ['kind', 'text'],
    ['source_title', 'text'],
    ['quality', 'int'],
    ['download_id', 'text'],
    ['file_id', 'int'],
    ['size_bytes', 'bigint'],
    ['release_group', 'text'],
    ['score_then', 'int'],
    ['score_today', 'int'],
    ['formats_today', 'text'],
    ['reason', 'text'],
  ],
  fact: [
    ...slot,
    ['to_run', 'int'],
    ['from_run', 'int'],
    ['profile', 'int'],
    ['match_set', 'int'],
    ['surplus', 'int'],
    ['facts', 'text'],
  ],
  file: [
    ['tenant', 'int'],
    ['instance', 'int'],
    ['item', 'int'],
    ['file_id', 'int'],
    ['season', 'int'],
    ['episodes', 'text'],
    ['from_run', 'int'],
    ['seen_run', 'int'],
    ['mark', 'bigint'],
    ['inputs', 'bigint'],
    ['profile', 'int'],
    ['match_set', 'int'],
    ['surplus', 'int'],
    ['quality', 'int'],
    ['size_bytes', 'bigint'],
    ['facts', 'text'],
    ['extra', 'text'],
  ],
  item: [
    ['tenant', 'int'],
    ['instance', 'int'],
    ['item', 'int'],
    ['server_id', 'int'],
    ['item_key', 'text'],
    ['title', 'text'],
    ['year', 'int'],
    ['content', 'text'],
    ['mark', 'bigint'],
    ['is_present', 'int'],
    ['stale_since', 'text'],
  ],
  match_set: [
    ['tenant', 'int'],
    ['instance', 'int'],
    ['match_set', 'int'],
    ['formats', 'text'],
  ],
  term: [
    ['tenant', 'int'],
    ['term', 'int'],
    ['content', 'text'],
  ],
};
