import type { IndexedFile } from './indexed-file.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Replacement } from './replacement.ts';

/** For each file of today that took another's place: how it did, slot by slot. */
export function presentReplacements(index: LibraryIndex): ReadonlyMap<IndexedFile, readonly Replacement[]> {
  const found = new Map<IndexedFile, Replacement[]>();
  for (const [{ indexed }, own] of index.replacementsOf()) {
    const replacement = own.at(-1);
    if (indexed === null || replacement === undefined) continue;
    const { fileId } = replacement;
    if ((fileId ?? indexed.file.fileId) !== indexed.file.fileId) continue;
    const known = found.get(indexed);
    if (known === undefined) found.set(indexed, [replacement]);
    else known.push(replacement);
  }
  return found;
}
