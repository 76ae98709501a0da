/**
 * Gives the first value that had the same key in place of every later one, so that a library with few
 * distinct values stays small in memory.
 *
 * @param key  names the kind, and everything that makes two values equal
 */
export type Share = <T extends string | object>(key: string, value: T) => T;

/** Values of one reading; forgotten with it. */
export function createSharing(): Share {
  const known = new Map<string, unknown>();
  return (key, value) => {
    const first = known.get(key);
    if (isLike(first, value)) return first;
    known.set(key, value);
    return value;
  };
}

/** The key tells the kind: what was kept under it is of the same type. */
function isLike<T>(first: unknown, value: T): first is T {
  return first !== undefined && typeof first === typeof value;
}
