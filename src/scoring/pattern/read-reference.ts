import type { GroupNumbers } from './group-numbers.ts';
import { isDigit, isNameCharacter, type PatternReader } from './pattern-reader.ts';

/**
 * Reads what follows a backslash when it refers to a group: `\1`, `\k<n>`, `\k'n'`, and the old `\<n>` and `\'n'`.
 *
 * @param reader  right after the backslash; stays there when no reference comes
 * @param groups  null while the groups are still being counted: then any number and name will do
 * @returns the number of the group, or null: one character is meant, such as `\12` without a group 12 or `\<`
 */
export function readReference(reader: PatternReader, groups: GroupNumbers | null): number | null {
  const from = reader.at;
  const group = isDigit(reader.peek()) ? readBareNumber(reader, groups) : readBracketed(reader, groups);
  if (group === null) reader.at = from;
  return group;
}

function readBareNumber(reader: PatternReader, groups: GroupNumbers | null): number | null {
  const from = reader.at - 1;
  if (reader.peek() === '0') return null;
  const number = reader.takeNumber();
  if (groups === null || groups.has(number)) return number;
  if (number <= 9) throw reader.refuse('UndefinedNumberedReference', from);
  return null;
}

function readBracketed(reader: PatternReader, groups: GroupNumbers | null): number | null {
  const from = reader.at - 1;
  const close = takeOpening(reader);
  const isNumber = isDigit(reader.peek());
  if (close === null || !(isNumber || isNameCharacter(reader.peek()))) return null;
  const name = isNumber ? reader.takeNumber() : reader.takeName();
  if (!reader.accept(close)) return null;
  if (groups === null) return 0;
  const group = typeof name === 'number' ? name : groups.find(name);
  if (group === null) throw reader.refuse('UndefinedNamedReference', from);
  if (!groups.has(group)) throw reader.refuse('UndefinedNumberedReference', from);
  return group;
}

/** Passes over `k<`, `k'`, `<` or `'` and gives what has to close it. */
function takeOpening(reader: PatternReader): '>' | "'" | null {
  const from = reader.at - 1;
  if (reader.accept('k')) {
    const close = closing[reader.take()];
    if (close === undefined || reader.isAtEnd) throw reader.refuse('MalformedNamedReference', from);
    return close;
  }
  const close = closing[reader.peek()];
  if (close === undefined || reader.peek(1) === '') return null;
  reader.at += 1;
  return close;
}

const closing: Readonly<Record<string, '>' | "'">> = { '<': '>', "'": "'" };
