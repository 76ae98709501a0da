import { type CharSet, complement } from './char-set.ts';
import { digitSet, spaceSet, wordSet } from './named-sets.ts';
import type { PatternReader } from './pattern-reader.ts';

const negated = new Map<CharSet, CharSet>();

/** Takes the letter of `\w`, `\d`, `\s` or of their negations and gives the set; null when another comes next. */
export function takeShorthand(reader: PatternReader): CharSet | null {
  const letter = reader.peek();
  const set = find(letter.toLowerCase());
  if (set === null) return null;
  reader.at += 1;
  return letter === letter.toLowerCase() ? set : others(set);
}

function find(letter: string): CharSet | null {
  if (letter === 'w') return wordSet();
  if (letter === 'd') return digitSet();
  return letter === 's' ? spaceSet : null;
}

function others(set: CharSet): CharSet {
  const known = negated.get(set);
  if (known !== undefined) return known;
  const rest = complement(set);
  negated.set(set, rest);
  return rest;
}
