import { count } from '../../lib/count.ts';
import { type Column, isUnit, type Row, type TableBlock } from '../../model/block.ts';
import type { Cell } from '../../model/cell.ts';
import { cellWords } from './cell-words.ts';
import { barText } from './spark-text.ts';
import { oneLine } from './words.ts';

/** How wide a line may be, and how many rows are shown. */
export interface TableOptions {
  readonly width: number;
  /** null is all. */
  readonly rowsAtMost: number | null;
  /** The command that shows all. */
  readonly command: string;
}

interface Shown {
  readonly column: Column;
  readonly cells: readonly string[];
  /** What is never cut off the end of a cell: the year or the episode of a title. */
  readonly tails: readonly string[];
  readonly width: number;
}

const gap = '  ';
const barWidth = 10;
const narrowestText = 12;

/** A table that fits the line: columns of lower rank give way first, then texts are cut; never figures or states. */
export function tableText(
  table: TableBlock,
  { width, rowsAtMost, command }: TableOptions,
): readonly string[] {
  const { rows, empty, columns } = table;
  if (rows.length === 0) return [`  ${empty}`];
  const cut = rows.slice(0, rowsAtMost ?? rows.length);
  const drawn = columns.map((column, at) =>
    drawnColumn(
      column,
      cut.map(({ cells }) => cells[at] ?? null),
    ),
  );
  const shown = fitted(drawn, width - gap.length);
  const more = rows.length - cut.length;
  return [
    line(shown, ({ column, width: own }) => shortened(column.label, own, '')),
    ...cut.map((_, at) =>
      line(shown, (one) => shortened(one.cells[at] ?? '', one.width, one.tails[at] ?? '')),
    ),
    ...(more > 0 ? [`… ${count(more)} more: ${command} --all`] : []),
  ].map((text) => `${gap}${text}`.trimEnd());
}

function drawnColumn(column: Column, cells: Row['cells']): Shown {
  const words = cells.map((cell) => cellWords(column, cell));
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : 0));
  const figures = withBars(column, words, numbers);
  const widest = figures.reduce((most, word) => Math.max(most, widthOf(word)), widthOf(column.label));
  return { column, cells: figures, tails: cells.map(tailOf), width: widest };
}

/** A bar beside each figure; a figure below 0 has its sign. */
function withBars(
  { hasBar }: Column,
  words: readonly string[],
  numbers: readonly number[],
): readonly string[] {
  if (!hasBar) return words;
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const widest = words.reduce((most, word) => Math.max(most, widthOf(word)), 0);
  return words.map((word, at) => {
    const bar = barText(numbers[at] ?? 0, largest, barWidth).padEnd(barWidth);
    return `${bar} ${' '.repeat(widest - widthOf(word))}${word}`;
  });
}

/** The columns of rank 1, then of 2 and 3 as long as they fit; in their own order. */
function fitted(columns: readonly Shown[], width: number): readonly Shown[] {
  const chosen = new Set(columns.filter(({ column }) => column.rank === 1));
  for (const shown of columns.toSorted((a, b) => a.column.rank - b.column.rank)) {
    const wider = columns.filter((one) => chosen.has(one) || one === shown);
    if (widthOfAll(wider) <= width) chosen.add(shown);
  }
  return narrowed(
    columns.filter((one) => chosen.has(one)),
    width,
  );
}

/** Cuts the widest text again and again until the line fits, or until texts are as narrow as they may be. */
function narrowed(columns: readonly Shown[], width: number): readonly Shown[] {
  const over = widthOfAll(columns) - width;
  if (over <= 0) return columns;
  const texts = columns.filter(({ column, width: own }) => isText(column) && own > narrowestText);
  const [widest] = texts.toSorted((a, b) => b.width - a.width);
  if (widest === undefined) return columns;
  const second = texts.map((one) => one.width).filter((own) => own < widest.width);
  const least = Math.max(narrowestText, ...second, widest.width - over);
  const cut = { ...widest, width: Math.min(least, widest.width - 1) };
  return narrowed(
    columns.map((one) => (one === widest ? cut : one)),
    width,
  );
}

function isText({ type }: Column): boolean {
  return type === 'text' || type === 'title' || type === 'formats';
}

function widthOfAll(columns: readonly Shown[]): number {
  return columns.reduce((sum, { width }) => sum + width, gap.length * Math.max(0, columns.length - 1));
}

function line(columns: readonly Shown[], textOf: (shown: Shown) => string): string {
  return columns
    .map((shown) => {
      const text = textOf(shown);
      const blanks = ' '.repeat(Math.max(0, shown.width - widthOf(text)));
      return isUnit(shown.column.type) ? `${blanks}${text}` : `${text}${blanks}`;
    })
    .join(gap);
}

function shortened(text: string, width: number, tail: string): string {
  if (widthOf(text) <= width) return text;
  const end = tail === '' || widthOf(tail) + 2 > width ? '…' : `… ${tail}`;
  return `${Array.from(text)
    .slice(0, width - widthOf(end))
    .join('')}${end}`;
}

function tailOf(cell: Cell): string {
  const isTitle =
    typeof cell === 'object' && cell !== null && !(cell instanceof Date) && cell.kind === 'title';
  return isTitle ? oneLine(cell.detail) : '';
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
