import type { TableBlock } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import { cellText } from './cell-text.ts';
import { csvWriter } from './csv-writer.ts';

/** A table of a report as CSV: the keys of its columns, its rows, and the filter that finds the files of each. */
export function tableCsv({ columns, rows }: TableBlock): string {
  const write = csvWriter();
  const head = [...columns.map(({ key }) => key), 'filter'];
  return write([head, ...rows.map(({ cells, files }) => [...cells.map(plainCell), files?.filter ?? null])]);
}

/** Numbers stay numbers; what a spreadsheet cannot hold becomes words. */
function plainCell(cell: Cell): string | number | null {
  return typeof cell === 'number' || cell === null ? cell : cellText(cell);
}
