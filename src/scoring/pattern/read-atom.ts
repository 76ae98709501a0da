import { ignoreCase } from './case-equivalents.ts';
import { type CharSet, setOf } from './char-set.ts';
import type { GroupNumbers } from './group-numbers.ts';
import { anySet, dotSet } from './named-sets.ts';
import type { PatternReader } from './pattern-reader.ts';
import { readClass } from './read-class.ts';
import { readEscape } from './read-escape.ts';
import { readProperty } from './read-property.ts';
import { readReference } from './read-reference.ts';
import type { Anchor, SyntaxNode } from './syntax-node.ts';
import { takeShorthand } from './take-shorthand.ts';

/** Reads what is neither group nor quantifier: a character, a class, an anchor, a reference to a group. */
export function readAtom(reader: PatternReader, groups: GroupNumbers): SyntaxNode {
  const { multiline, singleLine } = reader.options;
  const character = reader.take();
  switch (character) {
    case '.':
      return { kind: 'set', set: singleLine ? anySet : dotSet };
    case '^':
      return { kind: 'anchor', anchor: multiline ? 'line start' : 'start' };
    case '$':
      return { kind: 'anchor', anchor: multiline ? 'line end' : 'end or last line feed' };
    case '[':
      return { kind: 'set', set: readClass(reader) };
    case '\\':
      return readBackslash(reader, groups);
    default:
      return { kind: 'set', set: letterSet(reader, character.charCodeAt(0)) };
  }
}

const anchors: Readonly<Record<string, Anchor>> = {
  A: 'start',
  G: 'start',
  Z: 'end or last line feed',
  z: 'end',
  b: 'boundary',
  B: 'no boundary',
};

function readBackslash(reader: PatternReader, groups: GroupNumbers): SyntaxNode {
  if (reader.isAtEnd) throw reader.refuse('UnescapedEndingBackslash', reader.at - 1);
  const anchor = anchors[reader.peek()];
  if (anchor !== undefined) {
    reader.at += 1;
    return { kind: 'anchor', anchor };
  }
  const set = takeShorthand(reader) ?? takeProperty(reader);
  if (set !== null) return { kind: 'set', set };
  const group = readReference(reader, groups);
  if (group !== null) return { kind: 'reference', group, ignoresCase: reader.options.ignoreCase };
  return { kind: 'set', set: letterSet(reader, readEscape(reader)) };
}

function takeProperty(reader: PatternReader): CharSet | null {
  const letter = reader.peek();
  if (letter !== 'p' && letter !== 'P') return null;
  reader.at += 1;
  const { kind, set } = readProperty(reader, letter === 'P');
  return kind === 'block' && reader.options.ignoreCase ? ignoreCase(set) : set;
}

const letters = new Map<number, CharSet>();

/** The set of one character; those of ASCII are made once. */
function letterSet(reader: PatternReader, code: number): CharSet {
  const key = reader.options.ignoreCase ? code : -1 - code;
  const known = letters.get(key);
  if (known !== undefined) return known;
  const alone = setOf([code, code]);
  const set = reader.options.ignoreCase ? ignoreCase(alone) : alone;
  if (code < 128) letters.set(key, set);
  return set;
}
