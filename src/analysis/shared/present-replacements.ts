import type { LibraryIndex } from './library-index.ts';
import type { Replacement } from './replacements.ts';

/** For each file of today that took another's place: how it did, slot by slot. By key of the file. */
export function presentReplacements(index: LibraryIndex): ReadonlyMap<string, readonly Replacement[]> {
  const newest = new Map(index.replacements().map((replacement) => [replacement.key, replacement]));
  const found = new Map<string, Replacement[]>();
  for (const replacement of newest.values()) {
    const { indexed, after } = replacement;
    if (indexed === null || (after.fileId ?? indexed.file.fileId) !== indexed.file.fileId) continue;
    const own = found.get(indexed.key);
    if (own === undefined) found.set(indexed.key, [replacement]);
    else own.push(replacement);
  }
  return found;
}
