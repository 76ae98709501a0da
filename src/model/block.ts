import type { Cell, TitleCell } from './cell.ts';

/** One thing every output knows how to draw. A new kind is a change to every output: add one rarely. */
export type Block = MetricBlock | TableBlock | BarsBlock | LineBlock | ScatterBlock;

interface BlockBase {
  /** Unique in its section, kebab-case: gates and addresses name it. */
  readonly name: string;
  readonly title: string;
  /** One sentence under the title; empty for none. */
  readonly subtitle: string;
}

/** What a number is. `score` belongs to one profile; `gain` is a difference and shows its sign. */
export type Unit =
  | 'count'
  | 'score'
  | 'gain'
  | 'bytes'
  | 'percent'
  | 'ratio'
  | 'points-per-gb'
  | 'days'
  | 'index';

/** Whether a figure is good news; only states own colours, so outputs may ignore it. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

/** The filter that finds the files behind a figure, in the grammar of `--filter`; null where there is none. */
export type FileFilter = string | null;

/** One figure. */
export interface MetricBlock extends BlockBase {
  readonly kind: 'metric';
  /** null: cannot be told. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly tone: Tone;
  /** `grade D`, `of 4,150`; empty for none. */
  readonly note: string;
  readonly filter: FileFilter;
}

/** Rows of typed cells. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** All of them; outputs cut and say so. */
  readonly rows: readonly Row[];
  /** What stands there when there is no row. */
  readonly empty: string;
}

/** One column; `rank` 1 is never hidden on a small screen, 3 first. */
export interface Column {
  /** Unique in the table, snake_case: the CSV head. */
  readonly key: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly rank: 1 | 2 | 3;
}

/** What the cells of a column hold, see `Cell`. */
export type ColumnType =
  | Unit
  | 'text'
  | 'title'
  | 'date'
  | 'yes-no'
  | 'severity'
  | 'state'
  | 'states'
  | 'formats'
  | 'distribution'
  | 'range';

/** One row; cells in the order of the columns. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly filter: FileFilter;
}

/** Bars that start at 0; below 0 they go left. */
export interface BarsBlock extends BlockBase {
  readonly kind: 'bars';
  readonly unit: Unit;
  /** Named parts of each bar; one part is a plain bar. The five states, in their order, where they are states. */
  readonly parts: readonly string[];
  readonly bars: readonly Bar[];
}

/** One bar with a value for each part. */
export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
  readonly filter: FileFilter;
}

/** Values over days. A gap is a null: nothing is joined over it. */
export interface LineBlock extends BlockBase {
  readonly kind: 'line';
  readonly unit: Unit;
  /** ISO days, ascending, gaps included. */
  readonly days: readonly string[];
  /** At most five. */
  readonly series: readonly Series[];
}

/** One line; `values` has one a day. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** Files as points; marked ones are what the sentence speaks of. */
export interface ScatterBlock extends BlockBase {
  readonly kind: 'scatter';
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly Point[];
}

/** What an axis says. */
export interface Axis {
  readonly label: string;
  readonly unit: Unit;
}

/** One file. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly title: TitleCell;
  readonly isMarked: boolean;
}
