import { csvWriter, type RowsWriter } from '../outputs/shared/csv-writer.ts';

/** Writes rows as every CSV of ours is written: commas, CRLF, cells that a spreadsheet would run neutralised. */
export function csvRows(): RowsWriter {
  return csvWriter();
}
