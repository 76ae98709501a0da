import { randomBelow, type SeededRandom } from '../../src/lib/seeded-random.ts';

const atoms: readonly string[] = [
  ...[
    'a',
    'b',
    'K',
    '1',
    '-',
    ' ',
    '.',
    '\\w',
    '\\W',
    '\\d',
    '\\D',
    '\\s',
    '\\S',
    '\\b',
    '\\B',
    '^',
    '$',
    '\\z',
  ],
  ...[
    '[ab]',
    '[^a]',
    '[a-k]',
    '[^0-9]',
    '[\\w-]',
    '[]a]',
    '[\\s\\d]',
    '[a-z-[b]]',
    'é',
    '\\p{L}',
    '(?-i:a)',
    '\\1',
  ],
];
const plainLetters = 'aaabbkK12-_ .\t';
const foreignLetters = 'éÉж你٣\u212aſİı\u200d\u3000\u2028\ufeff—\ud83d\ude00\r\n';
const quantifiers: readonly string[] = ['*', '+', '?', '{2}', '{1,2}', '{0,2}', '{2,}'];

/** A pattern of the grammar that people use, at most `depth` groups deep; some are refused. */
export function randomPattern(random: SeededRandom, depth: number): string {
  const options = Array.from({ length: randomBelow(random, 4) === 0 ? 2 : 1 }, () => sequence(random, depth));
  return options.join('|');
}

/** A text of the letters that patterns of this file are about. */
export function randomText(
  random: SeededRandom,
  { length, isPlain }: { readonly length: number; readonly isPlain: boolean },
): string {
  const letters = isPlain ? plainLetters : plainLetters + foreignLetters;
  return Array.from({ length }, () => letters.charAt(randomBelow(random, letters.length))).join('');
}

function sequence(random: SeededRandom, depth: number): string {
  return Array.from({ length: 1 + randomBelow(random, 3) }, () => part(random, depth)).join('');
}

function part(random: SeededRandom, depth: number): string {
  const one = depth > 0 && randomBelow(random, 3) === 0 ? group(random, depth) : pick(random, atoms);
  if (randomBelow(random, 3) > 0) return one;
  return one + pick(random, quantifiers) + (randomBelow(random, 3) === 0 ? '?' : '');
}

function group(random: SeededRandom, depth: number): string {
  return `${pick(random, ['(', '(', '(?:', '(?>', '(?=', '(?!', '(?<=', '(?<!'])}${randomPattern(random, depth - 1)})`;
}

function pick(random: SeededRandom, all: readonly string[]): string {
  return all[randomBelow(random, all.length)] ?? '';
}

const fragments: readonly string[] = [
  ...[
    '(',
    ')',
    '(?',
    '(?<',
    "(?'n'",
    '(?<n>',
    '(?<n-m>',
    '(?(',
    '(?i-s)',
    '(?x)',
    '(?#',
    '(?>',
    '(?<!',
    '[',
    ']',
    '[^',
    '-[',
  ],
  ...[
    '\\',
    '\\k<n>',
    '\\1',
    '\\99',
    '\\p{L}',
    '\\p{Is',
    '\\u',
    '\\x4',
    '\\c',
    '{',
    '{2}',
    '{1,9999}',
    '{,',
    '}',
    '*',
    '+',
    '?',
  ],
  ...[
    '(a+)+',
    '(a|aa)*',
    '(.*)*',
    '.*?.*?',
    '\\w*\\w*',
    'a',
    'b',
    '-',
    '|',
    '^',
    '$',
    ' ',
    '#',
    '\n',
    '\0',
    '😀',
    '\ud83d',
    'é',
  ],
];

/** Anything that looks like a pattern: halves of constructs, loops of loops, lone surrogates. */
export function hostilePattern(random: SeededRandom): string {
  if (randomBelow(random, 3) === 0) return `(${randomPattern(random, 2)})+${randomPattern(random, 2)}`;
  return Array.from({ length: 1 + randomBelow(random, 12) }, () => pick(random, fragments)).join('');
}

/** A title to make patterns sweat: long runs, and letters from everywhere. */
export function hostileText(random: SeededRandom): string {
  const run = 'a'.repeat(20 + randomBelow(random, 40));
  return run + randomText(random, { length: 30, isPlain: randomBelow(random, 2) === 0 }) + run;
}
