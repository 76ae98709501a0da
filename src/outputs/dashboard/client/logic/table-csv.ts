import type { TableBlock } from '../../../../model/block.ts';
import type { Cell } from '../../../../model/cell.ts';
import { cellText } from '../../../shared/cell-text.ts';
import { csvWriter } from '../../../shared/csv-writer.ts';

const write = csvWriter();

/** A block's table as CSV: all rows that the page has, heads as the columns are named. */
export function csvOfTable({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): string {
  return write([columns.map(({ key }) => key), ...rows.map(({ cells }) => cells.map(plain))]);
}

function plain(cell: Cell): string | number | boolean | null {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return typeof cell === 'string' ? cell : cellText(cell);
}
