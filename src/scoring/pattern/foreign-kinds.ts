import { numberAt } from '../../lib/number-at.ts';
import { type CharSet, complement, has, setOf, subtract, union } from './char-set.ts';
import { digitSet, joinerSet, spaceSet, wordSet } from './named-sets.ts';

/** A kind of characters that no plain text has. */
export type ForeignKind = {
  readonly set: CharSet;
  /** The plain characters likeliest to stand for one of these, best first. */
  readonly likely: string;
};

const lineFeed = 10;
const lineFeedKind = 7;
const ascii = setOf([0, 127]);
const kelvin = setOf([0x212a, 0x212a]);

let made: readonly ForeignKind[] | null = null;

/**
 * The kinds that patterns tell apart as long as they name no foreign character themselves: what `\w`, `\d`, `\s` and
 * `\b` make of it. Kelvin is a kind of its own, for it is the one foreign character equal to a plain one, k.
 * The line breaks are foreign too: there `.`, `^` and `$` differ.
 */
export function foreignKinds(): readonly ForeignKind[] {
  made ??= [
    {
      set: subtract(wordSet(), union([ascii, digitSet(), kelvin])),
      likely: 'qxjzvkwyubfghpdmlcotnaersi05',
    },
    { set: complement(union([ascii, wordSet(), spaceSet, joinerSet])), likely: '\x01\x02~' },
    { set: subtract(spaceSet, ascii), likely: '\v\f\t' },
    { set: subtract(digitSet(), ascii), likely: '3749658012' },
    { set: joinerSet, likely: 'qxjzvkwyu' },
    { set: kelvin, likely: 'k' },
    { set: setOf([13, 13]), likely: '\v\f\t' },
    { set: setOf([lineFeed, lineFeed]), likely: '\v\f\t' },
  ];
  return made;
}

/** Whether the kind is the line feed, which `^` and `$` may ask for. */
export function isLineFeed(kind: ForeignKind): boolean {
  return kind === foreignKinds()[lineFeedKind];
}

const indexes = new Int8Array(0x10000).fill(-2);

/** The index of a character's kind in `foreignKinds`, -1 for a plain character. */
export function foreignKindOf(code: number): number {
  const known = numberAt(indexes, code);
  if (known !== -2) return known;
  const isPlain = code < 128 && code !== lineFeed && code !== 13;
  const index = isPlain ? -1 : foreignKinds().findIndex(({ set }) => has(set, code));
  indexes[code] = index;
  return index;
}
