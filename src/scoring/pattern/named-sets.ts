import { type CharSet, complement, setOf, union } from './char-set.ts';

const made = new Map<string, CharSet>();

/** The set of a Unicode class as `RegExp` writes it (`\p{L}`), as far as it is within 16 bits. */
function ask(characterClass: string): CharSet {
  const known = made.get(characterClass);
  if (known !== undefined) return known;
  const ranges: number[] = [];
  for (const { start, text } of stretches()) {
    for (const { index, 0: run } of text.matchAll(new RegExp(`${characterClass}+`, 'gu'))) {
      ranges.push(start + index, start + index + run.length - 1);
    }
  }
  const set = setOf(ranges);
  made.set(characterClass, set);
  return set;
}

type Stretch = { readonly start: number; readonly text: string };

let all: readonly Stretch[] | null = null;

/** All UTF-16 units in order; cut in three, so that no two surrogates become one character. */
function stretches(): readonly Stretch[] {
  all ??= [stretch(0, 0xdbff), stretch(0xdc00, 0xdfff), stretch(0xe000, 0xffff)];
  return all;
}

function stretch(start: number, end: number): Stretch {
  let text = '';
  for (let code = start; code <= end; code += 1) text += String.fromCharCode(code);
  return { start, text };
}

/** `\w`: letters, non-spacing marks, decimal digits and connectors of all scripts. */
export function wordSet(): CharSet {
  return ask('[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]');
}

/** Letters that have a case: what `\p{Lu}`, `\p{Ll}` and `\p{Lt}` all are when case does not count. */
export function casedSet(): CharSet {
  return ask('[\\p{Lu}\\p{Ll}\\p{Lt}]');
}

/** `\d`: decimal digits of all scripts. */
export function digitSet(): CharSet {
  return ask('\\p{Nd}');
}

/** `\s`: next line (U+0085) is one, the byte order mark (U+FEFF) is none; JavaScript has it the other way round. */
export const spaceSet: CharSet = setOf([
  9, 13, 0x20, 0x20, 0x85, 0x85, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f,
  0x205f, 0x205f, 0x3000, 0x3000,
]);

/** Zero width non-joiner and joiner: no `\w`, but `\b` sees them as part of a word. */
export const joinerSet: CharSet = setOf([0x200c, 0x200d]);

let boundary: CharSet | null = null;

/** What `\b` takes for part of a word; also what a group's name may be made of. */
export function boundarySet(): CharSet {
  boundary ??= union([wordSet(), joinerSet]);
  return boundary;
}

/** `.` with the option `s`. */
export const anySet: CharSet = setOf([0, 0xffff]);

/** `.`: all but the line feed; JavaScript leaves out three more. */
export const dotSet: CharSet = complement(setOf([10, 10]));

const categories = /^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

/** A general category by its short name, such as `Lu` or `L`; null when there is none of that name. */
export function categorySet(name: string): CharSet | null {
  return categories.test(name) ? ask(`\\p{${name}}`) : null;
}
