import { numberAt } from '../../lib/number-at.ts';
import { type CharSet, lastOf, setOf } from './char-set.ts';

const kelvin = 0x212a;

/**
 * The letter that stands for all that .NET holds equal to this one when case does not count: its simple lower case
 * (invariant culture). So Kelvin is k; but ſ is not s, ς is not σ, and İ, ı and i are three letters.
 */
export function foldCase(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

let table: ReadonlyMap<number, readonly number[]> | null = null;

/** For each folded letter that others share: all of them. */
function families(): ReadonlyMap<number, readonly number[]> {
  if (table !== null) return table;
  const found = new Map<number, number[]>();
  for (let code = 0; code <= 0xffff; code += 1) {
    const folded = foldCase(code);
    if (folded === code) continue;
    const family = found.get(folded);
    if (family === undefined) found.set(folded, [folded, code]);
    else family.push(code);
  }
  table = found;
  return found;
}

/** The set with all letters that .NET holds equal to one of its own when case does not count. */
export function ignoreCase(set: CharSet): CharSet {
  const more: number[] = [];
  if (lastOf(set) < 128) addAsciiPartners(set, more);
  else addFamilies(set, more);
  return more.length === 0 ? set : setOf([...set.ranges, ...more]);
}

function addAsciiPartners({ ranges }: CharSet, more: number[]): void {
  for (let code = 65; code <= 122; code += 1) {
    if (!isLetter(code) || !isWithin(ranges, code)) continue;
    more.push(code ^ 32, code ^ 32);
    if ((code | 32) === 107) more.push(kelvin, kelvin);
  }
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function addFamilies({ ranges }: CharSet, more: number[]): void {
  for (const [, family] of families()) {
    if (!family.some((code) => isWithin(ranges, code))) continue;
    for (const code of family) more.push(code, code);
  }
}

function isWithin(ranges: readonly number[], code: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if (code < numberAt(ranges, at)) return false;
    if (code <= numberAt(ranges, at + 1)) return true;
  }
  return false;
}
