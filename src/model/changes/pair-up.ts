/** What a server names: a custom format, a profile. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

/** What is the same thing at two moments, and what came and went. */
export interface Pairing<T extends Named> {
  readonly kept: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** One thing at two moments. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * Finds each thing again: by id and name, else by name (it was deleted and made again), else by id (it was renamed).
 *
 * Name goes before id, because after a reinstallation the ids mean other things and the names do not.
 */
export function pairUp<T extends Named>(before: readonly T[], after: readonly T[]): Pairing<T> {
  const kept: Pair<T>[] = [];
  let removed = before;
  let added = after;
  for (const keyOf of [idAndName, nameOf, idOf]) {
    const byKey = new Map(added.map((thing) => [keyOf(thing), thing]));
    const found = removed.flatMap((thing) => {
      const again = byKey.get(keyOf(thing));
      return again === undefined ? [] : [{ before: thing, after: again }];
    });
    const [gone, taken] = [
      new Set(found.map((pair) => pair.before)),
      new Set(found.map((pair) => pair.after)),
    ];
    kept.push(...found);
    removed = removed.filter((thing) => !gone.has(thing));
    added = added.filter((thing) => !taken.has(thing));
  }
  return { kept, removed, added };
}

function idAndName({ id, name }: Named): string {
  return `${id} ${name}`;
}

function nameOf({ name }: Named): string {
  return name;
}

function idOf({ id }: Named): string {
  return String(id);
}
