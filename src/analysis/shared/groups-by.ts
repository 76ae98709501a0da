/** Values with one key, at least one. */
export interface Group<T> {
  readonly key: string;
  readonly first: T;
  readonly members: readonly T[];
}

/** Values by key, in the order in which the keys come up. */
export function groupsBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly Group<T>[] {
  const groups = new Map<string, { readonly key: string; readonly first: T; readonly members: T[] }>();
  for (const value of values) {
    const key = keyOf(value);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { key, first: value, members: [value] });
    else known.members.push(value);
  }
  return [...groups.values()];
}
