import type { GroupNumbers } from './group-numbers.ts';
import { isDigit, isNameCharacter, type PatternReader } from './pattern-reader.ts';
import { skipBackslash } from './skip-backslash.ts';
import { skipClass } from './skip-class.ts';
import { takeOptions } from './take-options.ts';

type Count = {
  readonly numbers: Set<number>;
  readonly names: Set<string>;
  unnamed: number;
  /** The next parenthesis holds the condition of `(?(…)yes|no)` and is no group. */
  skipsNext: boolean;
};

/**
 * Numbers the groups as .NET does: bare ones from 1 in order, those with a number by it, and then the named ones, in
 * order of their first appearance, by the numbers that are still free. Groups of one name are one group.
 *
 * @param reader  at the start of the pattern
 */
export function numberGroups(reader: PatternReader): GroupNumbers {
  const count: Count = { numbers: new Set([0]), names: new Set(), unnamed: 1, skipsNext: false };
  const outer: PatternReader['options'][] = [];
  while (!reader.isAtEnd) {
    if (reader.options.extended && reader.peek() === '#') reader.skipBlank();
    else if (reader.startsWith('(?#')) reader.skipBlank();
    else countAt(reader, count, outer);
  }
  return assignNames(count);
}

function countAt(reader: PatternReader, count: Count, outer: PatternReader['options'][]): void {
  const character = reader.take();
  if (character === '\\') skipBackslash(reader);
  else if (character === '[') skipClass(reader);
  else if (character === ')') reader.options = outer.pop() ?? reader.options;
  else if (character === '(') {
    outer.push(reader.options);
    if (countGroup(reader, count)) outer.pop();
  }
}

/** @returns whether it was no group at all, but options for the rest of the one around it */
function countGroup(reader: PatternReader, count: Count): boolean {
  const isCondition = count.skipsNext;
  count.skipsNext = false;
  if (!reader.accept('?')) {
    if (!reader.options.explicitCapture && !isCondition) count.numbers.add(count.unnamed++);
    return false;
  }
  if (/[<']/.test(reader.peek()) && reader.peek(1) !== '') {
    reader.at += 1;
    countNamed(reader, count);
    return false;
  }
  takeOptions(reader);
  count.skipsNext = reader.peek() === '(';
  return reader.accept(')');
}

function countNamed(reader: PatternReader, count: Count): void {
  const first = reader.peek();
  if (first === '0' || !isNameCharacter(first)) return;
  if (isDigit(first)) count.numbers.add(reader.takeNumber());
  else count.names.add(reader.takeName());
}

function assignNames({ numbers, names, unnamed }: Count): GroupNumbers {
  const assigned = new Map<string, number>();
  let next = unnamed;
  for (const name of names) {
    while (numbers.has(next)) next += 1;
    numbers.add(next);
    assigned.set(name, next);
  }
  return {
    has: (number) => numbers.has(number),
    find: (name) => assigned.get(name) ?? null,
  };
}
