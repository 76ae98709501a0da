import { createPseudonym } from '../lib/pseudonym.ts';
import type { Library } from '../model/library.ts';
import { redactLibrary } from '../outputs/shared/redact-library.ts';

/** A library under pseudonyms that only the owner of the key can try out. */
export function redactedLibrary(library: Library, key: Uint8Array): Library {
  return redactLibrary(library, createPseudonym(key));
}
