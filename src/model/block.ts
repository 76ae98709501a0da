import type { Cell, TitleCell } from './cell.ts';
import type { FilesBehind } from './files-behind.ts';

/** One thing every output knows how to draw. A new kind is a change to every output: add one rarely. */
export type Block = MetricBlock | TableBlock | BarsBlock | LineBlock | ScatterBlock;

interface BlockBase {
  /** Unique in its section, kebab-case; a metric's name is unique in the report: gates name it. */
  readonly name: string;
  readonly title: string;
  /** One sentence under the title; empty for none. */
  readonly subtitle: string;
}

/** What numbers can be. */
const units = [
  'count',
  'score',
  'gain',
  'bytes',
  'percent',
  'ratio',
  'points-per-gb',
  /** Replacements for each 1,000 files and 30 days. */
  'velocity',
  'days',
  /** 0 to 100, a verdict: health and its parts. */
  'index',
] as const;

/** What a number is. `score` belongs to one profile; `gain` is a difference and shows its sign. */
export type Unit = (typeof units)[number];

/** Whether a column holds figures. */
export function isUnit(type: ColumnType): type is Unit {
  return units.some((unit) => unit === type);
}

/** Whether a figure is good news; only states own colours, so outputs may ignore it. */
export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

/** One figure. `--fail-on` compares `value`. */
export interface MetricBlock extends BlockBase {
  readonly kind: 'metric';
  /** null: cannot be told; `note` says why. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly tone: Tone;
  /** `grade D`, `of 4,150`; empty for none. */
  readonly note: string;
  readonly files: FilesBehind | null;
}

/** Rows of typed cells. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** All of them, in the order in which they should be read; outputs cut and say so. */
  readonly rows: Rows;
  /** What stands there when there is no row. */
  readonly empty: string;
}

/** A list of rows, or one that makes each row when it is asked for: outputs cut long tables. */
export interface Rows extends Iterable<Row> {
  readonly length: number;
  readonly slice: (from: number, to: number) => readonly Row[];
  readonly map: <T>(of: (row: Row, at: number) => T) => readonly T[];
  /** Lists have none, and are written as they are. */
  readonly toJSON?: () => readonly Row[];
}

/** One column; `rank` 1 is never hidden on a small screen, 3 first. */
export interface Column {
  /** Unique in the table, snake_case: the CSV head. */
  readonly key: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly rank: 1 | 2 | 3;
  /** The figures of the column are alike: a bar beside each, on one scale, is true. Only for numbers. */
  readonly hasBar: boolean;
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
  | 'range'
  | 'strip'
  | 'spark';

/** One row; cells in the order of the columns. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly files: FilesBehind | null;
}

/** Bars that start at 0; below 0 they go left. */
export interface BarsBlock extends BlockBase {
  readonly kind: 'bars';
  readonly unit: Unit;
  /** Named parts of each bar; one part is a plain bar. The five states, as `shownLabels` has them, where they are states. */
  readonly parts: readonly string[];
  /** Whether bars follow each other in time, the oldest first: who shows only some shows the last. */
  readonly isOverTime: boolean;
  readonly bars: readonly Bar[];
}

/** One bar with a value for each part. */
export interface Bar {
  readonly label: string;
  /** null: not read, which is not 0. */
  readonly values: readonly (number | null)[];
  readonly files: FilesBehind | null;
}

/** Values over days or weeks. A gap is a null: nothing is joined over it. */
export interface LineBlock extends BlockBase {
  readonly kind: 'line';
  readonly unit: Unit;
  /** What stands between two of `days`: a day, or a week, then they are Mondays. */
  readonly step: 'day' | 'week';
  /** ISO days, ascending, gaps included. */
  readonly days: readonly string[];
  /** At most five. */
  readonly series: readonly Series[];
  /** Days on which the rules were edited: a jump there is no download. */
  readonly marks: readonly DayMark[];
}

/** One line; `values` has one a day. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** Something that happened on a day of the line. */
export interface DayMark {
  /** One of `days`. */
  readonly day: string;
  readonly label: string;
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
