/** One row of the table: something measured, and what it must reach. */
export interface Benchmark {
  /** For the filter on the command line: `npm run bench -- splitter`. */
  readonly name: string;
  /** What is measured, as the table says it. */
  readonly what: string;
  readonly unit: Unit;
  /** The figure may be at most this. */
  readonly mustReach: number;
  /** What we would like; null where that is the same. */
  readonly aim: number | null;
  /**
   * null where it cannot be measured here; then it has said why.
   *
   * @param say  takes a line of progress
   */
  readonly measure: (say: Say) => Promise<Figure | null>;
}

/** What a figure counts: a quotient, millions or thousands of bytes, seconds or thousandths of them. */
export type Unit = 'ratio' | 'MB' | 'kB' | 's' | 'ms';

/** Takes a line of progress, for people. */
export type Say = (text: string) => void;

/** The median of several measurements, and how far they lie apart. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly measurements: number;
  /** What the figure is made of, in words. */
  readonly detail: string;
}
