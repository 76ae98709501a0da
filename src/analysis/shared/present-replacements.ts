import type { IndexedFile } from './indexed-file.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Replacement } from './replacements.ts';

/** For each file of today that took another's place: how it did, slot by slot. By key of the file. */
export function presentReplacements(index: LibraryIndex): ReadonlyMap<string, readonly Replacement[]> {
  const newest = new Map<string, Replacement>();
  for (const replacement of index.replacements()) newest.set(replacement.slotKey, replacement);
  const present = [...newest.values()].flatMap((replacement) => {
    const indexed = index.places().fileIn(replacement.slot);
    return indexed !== null && isOf(replacement, indexed) ? [{ key: indexed.key, replacement }] : [];
  });
  const byKey = Map.groupBy(present, ({ key }) => key);
  return new Map([...byKey].map(([key, own]) => [key, own.map(({ replacement }) => replacement)]));
}

function isOf({ after }: Replacement, { file }: IndexedFile): boolean {
  return after.fileId === null || after.fileId === file.fileId;
}
