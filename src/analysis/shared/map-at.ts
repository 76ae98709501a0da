/** The map that stands under a key; an empty one is put there where none is. */
export function mapAt<K, L, T>(maps: Map<K, Map<L, T>>, key: K): Map<L, T> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<L, T>();
  maps.set(key, made);
  return made;
}
