import type { CutoffLabel } from './cutoff-state.ts';
import type { FormatHit } from './media-file.ts';

/**
 * One cell. A column's type says which: numbers for units, text for `text` and `severity`, `TitleCell` for `title`,
 * `Date` for `date`, boolean for `yes-no`, a `CutoffLabel` for `state`, and the cell of its name for each other type.
 * null is unknown, or does not apply.
 */
export type Cell =
  | string
  | number
  | boolean
  | Date
  | null
  | TitleCell
  | StatesCell
  | FormatsCell
  | DistributionCell
  | RangeCell
  | StripCell
  | SparkCell;

/** How bad a finding is. */
export type Severity = 'high' | 'medium' | 'low';

/** A movie, an episode, a season. */
export interface TitleCell {
  readonly kind: 'title';
  readonly title: string;
  /** `1984`, `S01E02`; never cut. */
  readonly detail: string;
  /** Opens its card: `instanceKey#fileId`; null for what is no single file. */
  readonly fileKey: string | null;
}

/** Files in each of the five states. */
export interface StatesCell {
  readonly kind: 'states';
  readonly counts: Readonly<Record<CutoffLabel, number>>;
}

/** Formats with their points. */
export interface FormatsCell {
  readonly kind: 'formats';
  readonly formats: readonly Pick<FormatHit, 'name' | 'score'>[];
}

/** A histogram on the profile's own scale, with its marks. */
export interface DistributionCell {
  readonly kind: 'distribution';
  /** Score at the left edge of the first bin, and the width of each; a bin holds its left edge, not its right. */
  readonly from: number;
  readonly binWidth: number;
  readonly files: readonly number[];
  /** Files left of the first bin. */
  readonly lower: number;
  readonly marks: Marks;
}

/** The middle half and the ends of a set of scores, with its marks. */
export interface RangeCell {
  readonly kind: 'range';
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
  readonly marks: Marks;
}

/** Single files on the scale of their group: the episodes of a season. */
export interface StripCell {
  readonly kind: 'strip';
  readonly files: readonly StripMark[];
  readonly marks: Marks;
}

/** One file of a strip. */
export interface StripMark {
  /** `E04` */
  readonly label: string;
  readonly score: number;
  readonly state: CutoffLabel;
  readonly isMonitored: boolean;
  /** `instanceKey#fileId` */
  readonly fileKey: string;
}

/** A small line without axis; null is a gap. */
export interface SparkCell {
  readonly kind: 'spark';
  readonly values: readonly (number | null)[];
}

/** What a profile's scale is read by; null where it does not apply. */
export interface Marks {
  readonly minimum: number | null;
  readonly cutoff: number | null;
  readonly bestSeen: number | null;
}
