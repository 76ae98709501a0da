import type { PatternReader } from './pattern-reader.ts';
import { readEscape } from './read-escape.ts';
import { readReference } from './read-reference.ts';

/**
 * Passes over what follows a backslash outside a class, while groups are counted.
 *
 * Throws: PatternError for what is wrong in itself; .NET sees that first, before anything about groups.
 */
export function skipBackslash(reader: PatternReader): void {
  if (reader.isAtEnd) return;
  if (/[bBAGZzwWsSdDpP]/.test(reader.peek())) reader.at += 1;
  else if (readReference(reader, null) === null) readEscape(reader);
}
