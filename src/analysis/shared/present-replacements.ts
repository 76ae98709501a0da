import type { IndexedFile } from './indexed-file.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Replacement } from './replacements.ts';

/** For each file of today that took another's place: how it did, slot by slot. */
export function presentReplacements(index: LibraryIndex): ReadonlyMap<IndexedFile, readonly Replacement[]> {
  const newest = new Map(index.replacements().map((replacement) => [replacement.place, replacement]));
  const found = new Map<IndexedFile, Replacement[]>();
  for (const replacement of newest.values()) {
    const { indexed } = replacement.place;
    const { fileId } = replacement.after.source;
    if (indexed === null || (fileId ?? indexed.file.fileId) !== indexed.file.fileId) continue;
    const own = found.get(indexed);
    if (own === undefined) found.set(indexed, [replacement]);
    else own.push(replacement);
  }
  return found;
}
