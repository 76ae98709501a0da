import type { GroupNumbers } from './group-numbers.ts';
import { numberGroups } from './number-groups.ts';
import { NestingError } from './pattern-error.ts';
import { type PatternOptions, serverOptions } from './pattern-options.ts';
import { PatternReader } from './pattern-reader.ts';
import { readAtom } from './read-atom.ts';
import { type GroupOpening, readGroupOpening } from './read-group-opening.ts';
import { isQuantifierNext, readQuantifier } from './read-quantifier.ts';
import { choiceOf, loopOf } from './reduce.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** A pattern that .NET takes. */
export type ParsedPattern = {
  readonly root: SyntaxNode;
  /** The first construct in it that we do not evaluate; what stands for it in the tree is then not its meaning. */
  readonly unsupported: PatternReader['unsupported'];
};

/** What the parser knows of the groups while it goes through them. */
type Groups = { readonly numbers: GroupNumbers; unnamed: number };

/** More groups within each other than this would be a danger to the stack; patterns of people have under ten. */
const maxDepth = 250;

/**
 * Reads a pattern by .NET's rules.
 *
 * Throws: PatternError where .NET refuses it, NestingError where it is too deep for us.
 */
export function parsePattern(source: string): ParsedPattern {
  const numbers = numberGroups(new PatternReader(source, serverOptions));
  const reader = new PatternReader(source, serverOptions);
  const options = parseChoice(reader, { numbers, unnamed: 1 }, false);
  if (!reader.isAtEnd) throw reader.refuse('InsufficientOpeningParentheses', reader.at);
  return { root: choiceOf(options), unsupported: reader.unsupported };
}

/** Reads up to the `)` that closes the group, or to the end. @returns its alternatives, at least one */
function parseChoice(reader: PatternReader, groups: Groups, isInTest: boolean): readonly SyntaxNode[] {
  const options: SyntaxNode[] = [];
  do options.push(parseSequence(reader, groups, isInTest));
  while (reader.accept('|'));
  return options;
}

function parseSequence(reader: PatternReader, groups: Groups, isInTest: boolean): SyntaxNode {
  const parts: SyntaxNode[] = [];
  let isAfterQuantifier = false;
  for (;;) {
    reader.skipBlank();
    if (isSequenceOver(reader)) break;
    refuseQuantifier(reader, isAfterQuantifier);
    const part = parsePart(reader, groups, isInTest);
    isAfterQuantifier = part?.isQuantified ?? false;
    if (part !== null) parts.push(part.node);
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'sequence', parts };
}

function isSequenceOver(reader: PatternReader): boolean {
  return reader.isAtEnd || reader.peek() === '|' || reader.peek() === ')';
}

type Part = { readonly node: SyntaxNode; readonly isQuantified: boolean };

/** One atom or group with its quantifier; null for options alone. */
function parsePart(reader: PatternReader, groups: Groups, isInTest: boolean): Part | null {
  const node =
    reader.peek() === '(' ? parseGroup(reader, groups, isInTest) : readAtom(reader, groups.numbers);
  if (node === null) return null;
  reader.skipBlank();
  const isQuantified = isQuantifierNext(reader);
  return { node: isQuantified ? loopOf(node, readQuantifier(reader)) : node, isQuantified };
}

function refuseQuantifier(reader: PatternReader, isAfterQuantifier: boolean): void {
  if (!isQuantifierNext(reader)) return;
  throw reader.refuse(
    isAfterQuantifier ? 'NestedQuantifiersNotParenthesized' : 'QuantifierAfterNothing',
    reader.at,
  );
}

/** @returns null for options alone */
function parseGroup(reader: PatternReader, groups: Groups, isInTest: boolean): SyntaxNode | null {
  const from = reader.at;
  const outer: PatternOptions = reader.options;
  reader.at += 1;
  const opening = readGroupOpening(reader, { groups: groups.numbers, isInTest });
  if (opening.kind === 'options') return null;
  const group = opening.kind === 'bare' ? groups.unnamed++ : 0;
  if (++reader.depth > maxDepth) throw new NestingError(from);
  const options = parseChoice(reader, groups, opening.kind === 'conditional' && opening.isTest);
  if (!reader.accept(')')) throw reader.refuse('InsufficientClosingParentheses', from);
  if (opening.kind === 'conditional' && options.length > 2) {
    throw reader.refuse('AlternationHasTooManyConditions', from);
  }
  reader.depth -= 1;
  reader.options = outer;
  return groupOf(opening, choiceOf(options), group);
}

function groupOf(opening: GroupOpening, body: SyntaxNode, unnamed: number): SyntaxNode {
  switch (opening.kind) {
    case 'bare':
      return { kind: 'capture', group: unnamed, body };
    case 'capture':
      return { kind: 'capture', group: opening.group, body };
    case 'look':
      return { ...opening, body };
    case 'atomic':
      return { kind: 'atomic', body };
    case 'together':
    case 'conditional':
    case 'options':
      return body;
  }
}
