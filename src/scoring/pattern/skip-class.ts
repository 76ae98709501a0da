import type { PatternReader } from './pattern-reader.ts';
import { readEscape } from './read-escape.ts';
import { readPropertyName } from './read-property.ts';

/**
 * Passes over a class, while groups are counted. Here .NET takes the `[` of a subtraction after a single character
 * or range for the end of a range; parentheses behind the next `]` then count as groups, and so they must here.
 */
export function skipClass(reader: PatternReader): void {
  const from = reader.at - 1;
  reader.accept('^');
  const start = reader.at;
  while (reader.at === start || reader.peek() !== ']') {
    if (reader.isAtEnd) throw reader.refuse('UnterminatedBracket', from);
    skipPiece(reader, start);
  }
  reader.at += 1;
}

function skipPiece(reader: PatternReader, start: number): void {
  const from = reader.at;
  const piece = skipOne(reader);
  if (piece === null) return;
  if (reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '') {
    reader.at += 1;
    while (skipOne(reader) === null && !reader.isAtEnd && reader.peek() !== ']');
  } else if (piece === '-' && from > start && reader.accept('[')) {
    skipClass(reader);
  }
}

/** @returns the bare character that was passed, empty for an escaped one, null where no range can start */
function skipOne(reader: PatternReader): string | null {
  const character = reader.take();
  if (character !== '\\' || reader.isAtEnd) return character;
  if (/[pP]/.test(reader.peek())) {
    reader.at += 1;
    readPropertyName(reader);
    return null;
  }
  if (/[wWsSdD-]/.test(reader.peek())) {
    reader.at += 1;
    return null;
  }
  readEscape(reader);
  return '';
}
