import { numberAt } from '../../lib/number-at.ts';
import type { CharSet } from './char-set.ts';

const letterBits = 0x7fffffe;

/** Whether the set holds each ASCII letter in both cases or in none. */
export function hasBothCases({ ascii }: CharSet): boolean {
  return (numberAt(ascii, 2) & letterBits) === (numberAt(ascii, 3) & letterBits);
}

/** What was written already, with the flag `i` and without; most sets are shared letters. */
const written = { insensitive: new WeakMap<CharSet, string>(), sensitive: new WeakMap<CharSet, string>() };

/**
 * How `RegExp` writes what a set holds of ASCII.
 *
 * @param ignoresCase  whether the flag `i` is on; the set must have both cases then, and small letters do
 */
export function asciiClass(set: CharSet, ignoresCase: boolean): string {
  const texts = ignoresCase ? written.insensitive : written.sensitive;
  const known = texts.get(set);
  if (known !== undefined) return known;
  const text = writeClass(set.ascii, ignoresCase);
  texts.set(set, text);
  return text;
}

function writeClass(ascii: readonly number[], ignoresCase: boolean): string {
  const members = charactersOf(ascii, ignoresCase);
  const [only] = members;
  if (members.length === 1 && only !== undefined) return escapeCode(only);
  const others = charactersOf(
    ascii.map((bits) => ~bits),
    ignoresCase,
  );
  const text = others.length < members.length ? `[^${ranges(others)}]` : `[${ranges(members)}]`;
  return short[text] ?? text;
}

/** Spellings that say the same on plain texts; engines know them well. */
const short: Readonly<Record<string, string>> = {
  '[^\\x0a]': '.',
  '[0-9]': '\\d',
  '[^0-9]': '\\D',
  '[0-9_a-z]': '\\w',
  '[0-9A-Z_a-z]': '\\w',
  '[^0-9_a-z]': '\\W',
  '[^0-9A-Z_a-z]': '\\W',
  '[\\x09-\\x0d ]': '\\s',
  '[^\\x09-\\x0d ]': '\\S',
};

function charactersOf(ascii: readonly number[], ignoresCase: boolean): readonly number[] {
  const found: number[] = [];
  for (let code = 0; code < 128; code += 1) {
    const isSpare = ignoresCase && code >= 65 && code <= 90;
    if (!isSpare && ((numberAt(ascii, code >> 5) >>> (code & 31)) & 1) === 1) found.push(code);
  }
  return found;
}

function ranges(codes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < codes.length; ) {
    const first = at;
    while (codes[at + 1] === numberAt(codes, at) + 1) at += 1;
    text += range(numberAt(codes, first), numberAt(codes, at));
    at += 1;
  }
  return text;
}

function range(first: number, last: number): string {
  if (last - first < 2) return first === last ? escapeCode(first) : escapeCode(first) + escapeCode(last);
  return `${escapeCode(first)}-${escapeCode(last)}`;
}

function escapeCode(code: number): string {
  const character = String.fromCharCode(code);
  if (/[\w ]/.test(character)) return character;
  return code < 32 || code === 127 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\${character}`;
}
