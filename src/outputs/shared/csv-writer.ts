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

/** Where nobody asked for anything else: commas, and no cell is a formula. */
const usualDialect: CsvDialect = { separator: ',', rawCells: false };

/** Rows with their line ends, for good. */
export type RowsWriter = (rows: readonly (readonly Cell[])[]) => string;

/**
 * RFC 4180: cells with a separator, a quote, a line break or a blank at an end are quoted; rows end in CRLF.
 *
 * Runs in the dashboard, too. Why it is our own: docs/decisions/016-own-csv-writer.md
 */
export function csvWriter({ separator, rawCells }: CsvDialect = usualDialect): RowsWriter {
  const needsQuotes = new RegExp(String.raw`["\r\n${escaped(separator)}]|^\s|\s$`, 'u');
  const quoted = (text: string): string =>
    needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const guard = rawCells ? (text: string): string => text : guardText;
  // A separator such as `-` or `.` also stands in numbers and booleans.
  const plain = /[-+.0-9a-z]/i.test(separator)
    ? (cell: number | boolean): string => quoted(String(cell))
    : String;
  const written = (cell: Cell): string => {
    if (cell === null) return '';
    return typeof cell === 'string' ? quoted(guard(cell)) : plain(cell);
  };
  return (rows) => rows.map((cells) => `${cells.map(written).join(separator)}\r\n`).join('');
}

/** As a member of a character class. */
function escaped(separator: string): string {
  return /[\\\]^-]/.test(separator) ? `\\${separator}` : separator;
}
