import type { Operator } from './filter.ts';
import { quotedValue } from './read-parts.ts';

/** Whether a subject fulfils a condition; ages count from `nowMs`. */
export type Test<S> = (subject: S, nowMs: number) => boolean;

/** Makes a test of a value; null when the text is no value that goes with the operator. */
export type ReadTest<S> = (value: string) => Test<S> | null;

/** What a filter can ask of a subject: a file, or whatever has fields. A new field is one of these. */
export interface FilterField<S> {
  readonly name: string;
  /** What its values look like: `a whole number, such as 500`. */
  readonly values: string;
  /** By operator; an operator that is missing makes no sense here. */
  readonly tests: Readonly<Partial<Record<Operator, ReadTest<S>>>>;
}

/** The operators a field takes, in their usual order. */
export function operatorsOf<S>({ tests }: FilterField<S>): readonly string[] {
  return Object.keys(tests);
}

/** Something a field's values are read by. */
export interface ValueKind<T> {
  readonly values: string;
  readonly read: (text: string) => T | null;
}

/** A field whose values have an order and an exact meaning. */
export function orderedField<S>(
  name: string,
  { values, read }: ValueKind<number>,
  of: (subject: S) => number,
): FilterField<S> {
  const by = (passes: (has: number, wanted: number) => boolean): ReadTest<S> =>
    readThen(read, (wanted) => (subject) => passes(of(subject), wanted));
  const tests = {
    '<': by((has, wanted) => has < wanted),
    '<=': by((has, wanted) => has <= wanted),
    '=': by((has, wanted) => has === wanted),
    '!=': by((has, wanted) => has !== wanted),
    '>=': by((has, wanted) => has >= wanted),
    '>': by((has, wanted) => has > wanted),
  };
  return { name, values, tests };
}

/** A field of yes and no. */
export function flagField<S>(name: string, of: (subject: S) => boolean): FilterField<S> {
  const by = (passes: (has: boolean, wanted: boolean) => boolean): ReadTest<S> =>
    readThen(readFlag, (wanted) => (subject) => passes(of(subject), wanted));
  const tests = { '=': by((has, wanted) => has === wanted), '!=': by((has, wanted) => has !== wanted) };
  return { name, values: 'yes or no', tests };
}

/** A field of text, without regard to case. */
export function textField<S>(name: string, of: (subject: S) => string): FilterField<S> {
  const by =
    (passes: (has: string, wanted: string) => boolean): ReadTest<S> =>
    (value) => {
      const wanted = folded(value);
      return (subject) => passes(folded(of(subject)), wanted);
    };
  const tests = {
    '=': by((has, wanted) => has === wanted),
    '!=': by((has, wanted) => has !== wanted),
    has: by((has, wanted) => has.includes(wanted)),
  };
  return { name, values: 'a text; in quotes if it has blanks', tests };
}

/** A field whose value is one of a few known words, without regard to case. */
export function choiceField<S, W extends string>(
  name: string,
  words: readonly W[],
  of: (subject: S) => W,
): FilterField<S> {
  const read = (text: string): W | null => words.find((word) => word === folded(text)) ?? null;
  const by = (passes: (has: W, wanted: W) => boolean): ReadTest<S> =>
    readThen(read, (wanted) => (subject) => passes(of(subject), wanted));
  const tests = { '=': by((has, wanted) => has === wanted), '!=': by((has, wanted) => has !== wanted) };
  return { name, values: words.map(quotedValue).join(', '), tests };
}

/** A field with several texts of a few kinds, such as formats: each is compared as a whole without regard to case. */
export function listField<S>(name: string, of: (subject: S) => readonly string[]): FilterField<S> {
  const by =
    (passes: (isIn: boolean) => boolean): ReadTest<S> =>
    (value) => {
      const isWanted = rememberedFold(folded(value));
      return (subject) => passes(of(subject).some(isWanted));
    };
  const isIn = by((found) => found);
  const tests = { '=': isIn, '!=': by((found) => !found), has: isIn };
  return { name, values: 'a whole name; in quotes if it has blanks', tests };
}

/** Whether a text is this folded one; each text is folded once, because the same few come again with every file. */
function rememberedFold(wanted: string): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const is = folded(text) === wanted;
    known.set(text, is);
    return is;
  };
}

/** Reads a value, then makes the test. */
export function readThen<T, S>(read: (text: string) => T | null, make: (wanted: T) => Test<S>): ReadTest<S> {
  return (value) => {
    const wanted = read(value);
    return wanted === null ? null : make(wanted);
  };
}

const flags: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

function readFlag(text: string): boolean | null {
  return flags.get(text.toLowerCase()) ?? null;
}

/** One form of a text for all its cases and its composed and decomposed spellings. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
