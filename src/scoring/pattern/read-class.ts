import { ignoreCase } from './case-equivalents.ts';
import { type CharSet, complement, setOf, subtract, union } from './char-set.ts';
import type { PatternReader } from './pattern-reader.ts';
import { readEscape } from './read-escape.ts';
import { readProperty } from './read-property.ts';
import { takeShorthand } from './take-shorthand.ts';

/** What stands in a class so far. */
type Content = {
  /** Characters and blocks, `[first, last, …]`: these get their partners of the other case. */
  readonly ranges: number[];
  /** `\w`, `\d`, categories …: these do not. */
  readonly sets: CharSet[];
  subtracted: CharSet | null;
};

const dash = 45;

type RangeStart = { readonly first: number; readonly from: number };

/** One character of a class; null: a whole set, which is in the content by then. */
type Piece = { readonly code: number; readonly isEscaped: boolean } | null;

/**
 * Reads a class such as `[^a-z-[aeiou]]`: a `]` right at its start is a character, and a class that is subtracted
 * comes last.
 *
 * @param reader  right after the `[`
 */
export function readClass(reader: PatternReader): CharSet {
  const from = reader.at - 1;
  const isNegated = reader.accept('^');
  const start = reader.at;
  const content: Content = { ranges: [], sets: [], subtracted: null };
  while (reader.at === start || reader.peek() !== ']') {
    if (reader.isAtEnd) throw reader.refuse('UnterminatedBracket', from);
    readPiece(reader, content, start);
  }
  reader.at += 1;
  return finish(reader, content, isNegated);
}

function finish(reader: PatternReader, content: Content, isNegated: boolean): CharSet {
  const listed = setOf(content.ranges);
  const all = union([reader.options.ignoreCase ? ignoreCase(listed) : listed, ...content.sets]);
  const chosen = isNegated ? complement(all) : all;
  return content.subtracted === null ? chosen : subtract(chosen, content.subtracted);
}

function readPiece(reader: PatternReader, content: Content, start: number): void {
  const from = reader.at;
  const piece = readOne(reader, content);
  if (piece === null) return;
  const { code, isEscaped } = piece;
  const isDash = code === dash;
  if (startsRange(reader) && !(isDash && isEscaped)) {
    reader.at += 1;
    readRangeEnd(reader, content, { first: code, from });
  } else if (isDash && !isEscaped && from > start && reader.accept('[')) {
    readSubtraction(reader, content);
  } else {
    content.ranges.push(code, code);
  }
}

/** Whether a dash comes next that joins two characters, and is none itself as in `[a-]`. */
function startsRange(reader: PatternReader): boolean {
  return reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '';
}

/** What comes after `a-`: the end of a range, or a class to subtract. */
function readRangeEnd(reader: PatternReader, content: Content, begun: RangeStart): void {
  const { first, from } = begun;
  if (reader.accept('[')) {
    content.ranges.push(first, first);
    readSubtraction(reader, content);
    return;
  }
  const end = readOne(reader, content);
  if (end === null) throw reader.refuse('ShorthandClassInCharacterRange', from);
  if (end.code < first) throw reader.refuse('ReversedCharacterRange', from);
  content.ranges.push(first, end.code);
}

function readSubtraction(reader: PatternReader, content: Content): void {
  content.subtracted = readClass(reader);
  if (!reader.isAtEnd && reader.peek() !== ']') throw reader.refuse('ExclusionGroupNotLast', reader.at);
}

function readOne(reader: PatternReader, content: Content): Piece {
  const character = reader.take();
  if (character !== '\\' || reader.isAtEnd) return { code: character.charCodeAt(0), isEscaped: false };
  if (addProperty(reader, content)) return null;
  const set = takeShorthand(reader);
  if (set === null) return { code: readEscape(reader), isEscaped: true };
  content.sets.push(set);
  return null;
}

function addProperty(reader: PatternReader, content: Content): boolean {
  const letter = reader.peek();
  if (letter !== 'p' && letter !== 'P') return false;
  reader.at += 1;
  const { kind, set } = readProperty(reader, letter === 'P');
  if (kind === 'category') content.sets.push(set);
  else content.ranges.push(...set.ranges);
  return true;
}
