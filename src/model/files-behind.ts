/** The files behind a figure, so that every figure leads to its files and can be checked. */
export interface FilesBehind {
  /** In the grammar of `--filter`; finds exactly these files in the library of the report. */
  readonly filter: string;
  /** How many it finds. Often the figure itself, sometimes what stands behind it: a median of 40 files. */
  readonly count: number;
}
