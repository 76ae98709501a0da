/** The numbers a pattern's groups have, known before it is read: a reference may come before its group. */
export type GroupNumbers = {
  readonly has: (number: number) => boolean;
  /** The number of a named group. */
  readonly find: (name: string) => number | null;
};
