import type { GroupNumbers } from './group-numbers.ts';
import { isDigit, isNameCharacter, type PatternReader } from './pattern-reader.ts';
import { takeOptions } from './take-options.ts';

/** What a parenthesis opens. */
export type GroupOpening =
  /** Bare parentheses, which take the next free number. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'capture'; readonly group: number }
  | { readonly kind: 'together' }
  | { readonly kind: 'look'; readonly isBehind: boolean; readonly isNegative: boolean }
  | { readonly kind: 'atomic' }
  /** `(?(…)yes|no)`; `isTest`: on an expression, not on a group. */
  | { readonly kind: 'conditional'; readonly isTest: boolean }
  /** `(?i)`: no group, but options for the rest of the one around it. */
  | { readonly kind: 'options' };

/** What the openings are read against. */
export type GroupContext = {
  readonly groups: GroupNumbers;
  /** Right inside `(?(test)…)`, where .NET takes no options. */
  readonly isInTest: boolean;
};

/**
 * Reads the opening of a group.
 *
 * @param reader  right after the `(`; stays before what is inside
 */
export function readGroupOpening(reader: PatternReader, context: GroupContext): GroupOpening {
  if (reader.peek() !== '?' || reader.peek(1) === ')') {
    return reader.options.explicitCapture ? { kind: 'together' } : { kind: 'bare' };
  }
  const from = reader.at - 1;
  reader.at += 1;
  const opening = readMarked(reader, context);
  if (opening === null) throw reader.refuse('InvalidGroupingConstruct', from);
  return opening;
}

const marks: Readonly<Record<string, GroupOpening>> = {
  ':': { kind: 'together' },
  '=': { kind: 'look', isBehind: false, isNegative: false },
  '!': { kind: 'look', isBehind: false, isNegative: true },
  '<=': { kind: 'look', isBehind: true, isNegative: false },
  '<!': { kind: 'look', isBehind: true, isNegative: true },
  '>': { kind: 'atomic' },
};

function readMarked(reader: PatternReader, context: GroupContext): GroupOpening | null {
  for (const [mark, opening] of Object.entries(marks)) if (reader.accept(mark)) return opening;
  if (reader.accept('<')) return readNamed(reader, context.groups, '>');
  if (reader.accept("'")) return readNamed(reader, context.groups, "'");
  if (reader.accept('(')) return readCondition(reader, context.groups);
  if (!context.isInTest) takeOptions(reader);
  if (reader.accept(')')) return { kind: 'options' };
  return reader.accept(':') ? { kind: 'together' } : null;
}

/** `(?<name>`, `(?<2>`, and the balancing `(?<name-other>` and `(?<-other>`. */
function readNamed(reader: PatternReader, groups: GroupNumbers, close: string): GroupOpening | null {
  const from = reader.at;
  if (reader.isAtEnd) return null;
  const group = reader.peek() === '-' ? null : readName(reader, groups, `${close}-`);
  const isBalancing =
    (group !== null || reader.at === from) && reader.peek() === '-' && reader.peek(1) !== '';
  if (isBalancing) {
    reader.at += 1;
    readBalanced(reader, groups, close);
    reader.unsupported ??= { construct: 'balancing group', at: from - 3 };
  }
  if (!reader.accept(close)) return null;
  if (isBalancing) return { kind: 'together' };
  return group === null ? null : { kind: 'capture', group };
}

function readName(reader: PatternReader, groups: GroupNumbers, ends: string): number | null {
  const from = reader.at;
  const isNumber = isDigit(reader.peek());
  if (!isNumber && !isNameCharacter(reader.peek())) throw reader.refuse('CaptureGroupNameInvalid', from);
  const group = isNumber ? reader.takeNumber() : groups.find(reader.takeName());
  if (!reader.isAtEnd && !ends.includes(reader.peek())) throw reader.refuse('CaptureGroupNameInvalid', from);
  if (isNumber && group === 0) throw reader.refuse('CaptureGroupOfZero', from);
  return group !== null && groups.has(group) ? group : null;
}

function readBalanced(reader: PatternReader, groups: GroupNumbers, close: string): void {
  const from = reader.at;
  const isNumber = isDigit(reader.peek());
  if (!isNumber && !isNameCharacter(reader.peek())) throw reader.refuse('CaptureGroupNameInvalid', from);
  const group = isNumber ? reader.takeNumber() : groups.find(reader.takeName());
  if (group === null) throw reader.refuse('UndefinedNamedReference', from);
  if (!groups.has(group)) throw reader.refuse('UndefinedNumberedReference', from);
  if (!reader.isAtEnd && reader.peek() !== close) throw reader.refuse('CaptureGroupNameInvalid', from);
}

/** What follows `(?(`: a group's number or name, or an expression, which is left to be read as a group. */
function readCondition(reader: PatternReader, groups: GroupNumbers): GroupOpening {
  const inside = reader.at;
  reader.unsupported ??= { construct: 'conditional', at: inside - 3 };
  if (isDigit(reader.peek())) {
    const group = reader.takeNumber();
    if (!reader.accept(')')) throw reader.refuse('AlternationHasMalformedReference', inside);
    if (!groups.has(group)) throw reader.refuse('AlternationHasUndefinedReference', inside);
    return { kind: 'conditional', isTest: false };
  }
  const isGroup =
    isNameCharacter(reader.peek()) && groups.find(reader.takeName()) !== null && reader.accept(')');
  if (isGroup) return { kind: 'conditional', isTest: false };
  reader.at = inside - 1;
  if (reader.startsWith('(?#')) throw reader.refuse('AlternationHasComment', inside);
  if (/^\(\?(?:'|<[^!=])/.test(reader.source.slice(reader.at, reader.at + 4))) {
    throw reader.refuse('AlternationHasNamedCapture', inside);
  }
  return { kind: 'conditional', isTest: true };
}
