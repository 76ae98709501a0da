import type { Column, TableBlock } from '../../../../model/block.ts';
import type { Cell } from '../../../../model/cell.ts';

/** How a column lies in a table, and on a phone's card row. */
export interface ColumnShape {
  readonly column: Column;
  readonly at: number;
  /** Figures stand at the right; what names the row stands at the left, also where it is one. */
  readonly isNumber: boolean;
  /** `md` and `lo` are hidden on narrower screens first. */
  readonly rank: '' | 'md' | 'lo';
  readonly place: 'm-main' | 'm-key' | 'm-meta' | 'm-wide';
  /** Whether its texts are sentences: they need room, and wrap. */
  readonly isLong: boolean;
}

/** So many columns fit side by side; of more, those of the last rank are shown when they are asked for. */
const columnsAtOnce = 9;

/** Whether a table has columns that are only shown when they are asked for. */
export function hasMoreColumns({ columns }: Pick<TableBlock, 'columns'>): boolean {
  return columns.length > columnsAtOnce && columns.some(({ rank }) => rank === 3);
}

const texts = new Set<Column['type']>(['text', 'title', 'date', 'yes-no', 'severity', 'state']);
const drawn = new Set<Column['type']>(['states', 'formats', 'distribution', 'range', 'strip', 'spark']);

/** Whether a column holds figures. */
function isNumberColumn({ type }: Column): boolean {
  return !texts.has(type) && !drawn.has(type);
}

/** The shapes of a table's columns: one names the row, one figure is its key. @param isWhole with those of the last rank */
export function shapesOf(
  block: Pick<TableBlock, 'columns' | 'rows'>,
  isWhole: boolean,
): readonly ColumnShape[] {
  const { columns, rows } = block;
  const isShown = ({ column }: ColumnShape): boolean => isWhole || !hasMoreColumns(block) || column.rank < 3;
  const main = columns.findIndex(({ type }) => type === 'title');
  const named =
    main === -1
      ? Math.max(
          0,
          columns.findIndex(({ type }) => type === 'text'),
        )
      : main;
  const key = columns.findIndex((column) => isNumberColumn(column) && column.rank === 1);
  const shapes = columns.map((column, at) => ({
    column,
    at,
    isLong: column.type === 'text' && rows.slice(0, 40).some(({ cells }) => isLongText(cells[at] ?? null)),
    isNumber: isNumberColumn(column) && at !== named,
    rank: ranks[column.rank],
    place: placeOf(column, { isMain: at === named, isKey: at === key }),
  }));
  return shapes.filter(isShown);
}

const ranks = { 1: '', 2: 'md', 3: 'lo' } as const;

function placeOf(
  { type }: Column,
  { isMain, isKey }: { readonly isMain: boolean; readonly isKey: boolean },
): ColumnShape['place'] {
  if (isMain) return 'm-main';
  if (isKey) return 'm-key';
  return drawn.has(type) ? 'm-wide' : 'm-meta';
}

/** Whether a table of few narrow columns can stay a table on a phone. */
export function staysTable({ columns }: Pick<TableBlock, 'columns'>): boolean {
  return columns.length <= 3 && columns.slice(1).every(isNumberColumn);
}

/** Compares two cells of one column; unknown ones come last, whichever way the rows are turned. */
export function compareCells(a: Cell, b: Cell): number {
  const [left, right] = [orderOf(a), orderOf(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function orderOf(cell: Cell): number | string {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return severities[cell] ?? cell.toLowerCase();
  if (typeof cell === 'boolean') return Number(cell);
  if (cell instanceof Date) return cell.getTime();
  if (cell === null) return Number.POSITIVE_INFINITY;
  return cell.kind === 'title' ? `${cell.title.toLowerCase()} ${cell.detail}` : 0;
}

const severities: Readonly<Record<string, string>> = { high: '0', medium: '1', low: '2' };

/** The place of the column that names an instance; −1 without one. */
export function instanceColumn({ columns }: Pick<TableBlock, 'columns'>): number {
  return columns.findIndex(({ key }) => key === 'instance');
}

/** Whether a row has a word in one of its texts. */
export function hasWord(cells: readonly Cell[], word: string): boolean {
  const wanted = word.trim().toLowerCase();
  return cells.some((cell) => wordsOf(cell).toLowerCase().includes(wanted));
}

function wordsOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell === null || typeof cell !== 'object' || cell instanceof Date) return '';
  return cell.kind === 'title' ? `${cell.title} ${cell.detail}` : '';
}

function isLongText(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > 36;
}
