/** The inline options (`(?imnsx-imnsx)`) that hold at a place of the pattern. */
export type PatternOptions = {
  /** i: case does not count; on from the start, as the servers ask for it. */
  readonly ignoreCase: boolean;
  /** m: `^` and `$` also at lines. */
  readonly multiline: boolean;
  /** n: bare parentheses do not capture. */
  readonly explicitCapture: boolean;
  /** s: `.` takes line feeds too. */
  readonly singleLine: boolean;
  /** x: white space and `#` comments in the pattern say nothing. */
  readonly extended: boolean;
};

/** What the servers compile every pattern with: `RegexOptions.IgnoreCase`. */
export const serverOptions: PatternOptions = {
  ignoreCase: true,
  multiline: false,
  explicitCapture: false,
  singleLine: false,
  extended: false,
};
