import { type CharSet, complement, has, setOf, subtract, union } from './char-set.ts';
import { digitSet, joinerSet, spaceSet, wordSet } from './named-sets.ts';

/** A kind of characters beyond plain text. */
export type ForeignKind = {
  readonly set: CharSet;
  /** The plain characters likeliest to stand for one of these, best first. */
  readonly likely: string;
};

const ascii = setOf([0, 127]);
const kelvin = setOf([0x212a, 0x212a]);

let made: readonly ForeignKind[] | null = null;

/**
 * The kinds that patterns tell apart as long as they name no foreign character themselves: what `\w`, `\d`, `\s` and
 * `\b` make of it. Kelvin is a kind of its own, for it is the one foreign character equal to a plain one, k.
 * Line breaks come last: no plain text has them.
 */
export function foreignKinds(): readonly ForeignKind[] {
  if (made !== null) return made;
  const letters = subtract(wordSet(), union([ascii, digitSet(), kelvin]));
  const lines = setOf([10, 10, 13, 13]);
  const others = complement(union([ascii, wordSet(), digitSet(), spaceSet, joinerSet]));
  made = [
    { set: letters, likely: 'qxjzvkwyubfghpdmlcotnaersi05' },
    { set: others, likely: '\x01\x02~' },
    { set: subtract(spaceSet, ascii), likely: '\v\f\t' },
    { set: subtract(digitSet(), ascii), likely: '3749658012' },
    { set: joinerSet, likely: 'qxjzvkwyu' },
    { set: kelvin, likely: 'k' },
    { set: lines, likely: '' },
  ];
  return made;
}

const indexes = new Map<number, number>();

/** The index of a character's kind in `foreignKinds`, -1 for a plain character. */
export function foreignKindOf(code: number): number {
  const known = indexes.get(code);
  if (known !== undefined) return known;
  const index = foreignKinds().findIndex(({ set }) => has(set, code));
  indexes.set(code, index);
  return index;
}
