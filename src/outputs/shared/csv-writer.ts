import { stringify } from 'csv-stringify/sync';
import { guardText } from './guard-text.ts';

/** A cell before it is written; null is an empty one. */
export type Cell = string | number | boolean | null;

/** How cells and rows become text. */
export interface CsvDialect {
  /** One character; never a quote or a line break. */
  readonly separator: string;
  /** Leaves texts alone that a spreadsheet would run. Numbers are never touched. */
  readonly rawCells: boolean;
}

/** Rows with their line ends, for good. */
export type RowsWriter = (rows: readonly (readonly Cell[])[]) => string;

/**
 * RFC 4180: cells with a separator, a quote, a line break or a blank at an end are quoted; rows end in CRLF.
 *
 * The guard is ours: the library's own looks at the first sign alone, and misses one behind blanks.
 */
export function csvWriter({ separator, rawCells }: CsvDialect): RowsWriter {
  const options = {
    delimiter: separator,
    record_delimiter: '\r\n',
    quoted_match: /^\s|\s$/u,
    cast: { boolean: String, ...(rawCells ? {} : { string: guardText }) },
  };
  return (rows) => stringify([...rows], options);
}
