import { asciiClass, hasBothCases } from './ascii-class.ts';
import { repeatsDifferently } from './emptiness.ts';
import { innerNodes } from './inner-nodes.ts';
import { referencedGroups, referencesAgree } from './references.ts';
import type { Anchor, LoopNode, SyntaxNode } from './syntax-node.ts';

/** In characters. Engines refuse what is much longer, and only when it is first asked. */
const maxLength = 10_000;

/**
 * The `RegExp` that finds the same matches as .NET in every plain text (ASCII without line breaks), or null when
 * there is none that provably does.
 *
 * On plain texts much falls away: sets are what they hold of ASCII, `.` is all, `$` is the end, the options m and s
 * are idle. Groups capture only where a reference needs them.
 */
export function toRegExp(root: SyntaxNode): RegExp | null {
  const nodes = innerNodes(root);
  const ignoresCase = nodes.every((node) => node.kind !== 'set' || hasBothCases(node.set));
  const isSame =
    referencesAgree(root, nodes) &&
    nodes.every((node) => node.kind !== 'reference' || node.ignoresCase === ignoresCase) &&
    !nodes.some((node) => node.kind === 'loop' && repeatsDifferently(node)) &&
    !nodes.some((node) => node.kind === 'look' && node.isBehind && innerNodes(node.body).some(isAtomic));
  if (!isSame) return null;
  const source = write(root, {
    ignoresCase,
    referenced: referencedGroups(nodes),
    numbers: new Map(),
    groups: 0,
  });
  return source.length > maxLength ? null : new RegExp(source, ignoresCase ? 'i' : '');
}

function isAtomic({ kind }: SyntaxNode): boolean {
  return kind === 'atomic';
}

type Writing = {
  readonly ignoresCase: boolean;
  readonly referenced: ReadonlySet<number>;
  /** The number in JavaScript of each group that is referred to. */
  readonly numbers: Map<number, number>;
  /** How many groups capture so far. */
  groups: number;
};

function write(node: SyntaxNode, writing: Writing): string {
  switch (node.kind) {
    case 'set':
      return asciiClass(node.set, writing.ignoresCase);
    case 'sequence':
      return node.parts.map((part) => writePart(part, writing)).join('');
    case 'choice':
      return node.options.map((option) => write(option, writing)).join('|');
    case 'loop':
      return writeLoop(node, writing);
    case 'capture':
      return writeCapture(node, writing);
    case 'look':
      return `(?${node.isBehind ? '<' : ''}${node.isNegative ? '!' : '='}${write(node.body, writing)})`;
    case 'atomic': {
      writing.groups += 1;
      const number = writing.groups;
      return `(?:(?=(${write(node.body, writing)}))\\${number})`;
    }
    case 'anchor':
      return anchors[node.anchor];
    case 'reference':
      return `(?:\\${writing.numbers.get(node.group)})`;
  }
}

/** As part of a sequence: only a choice has to be held together. */
function writePart(node: SyntaxNode, writing: Writing): string {
  const text = write(node, writing);
  return unwrapped(node, writing).kind === 'choice' ? `(?:${text})` : text;
}

/** Past the groups that do not capture in JavaScript. */
function unwrapped(node: SyntaxNode, writing: Writing): SyntaxNode {
  return node.kind === 'capture' && !writing.referenced.has(node.group)
    ? unwrapped(node.body, writing)
    : node;
}

function writeCapture(node: SyntaxNode & { readonly kind: 'capture' }, writing: Writing): string {
  if (!writing.referenced.has(node.group)) return write(node.body, writing);
  writing.groups += 1;
  writing.numbers.set(node.group, writing.groups);
  return `(${write(node.body, writing)})`;
}

function writeLoop({ body, min, max, isLazy }: LoopNode, writing: Writing): string {
  const text = write(body, writing);
  const repeated = unwrapped(body, writing).kind === 'set' ? text : `(?:${text})`;
  return `${repeated}${bounds(min, max)}${isLazy ? '?' : ''}`;
}

function bounds(min: number, max: number): string {
  if (max === 1) return '?';
  if (max === Infinity && min < 2) return min === 0 ? '*' : '+';
  if (min === max) return `{${min}}`;
  return `{${min},${max === Infinity ? '' : max}}`;
}

const anchors: Readonly<Record<Anchor, string>> = {
  start: '^',
  'line start': '^',
  end: '$',
  'end or last line feed': '$',
  'line end': '$',
  boundary: '\\b',
  'no boundary': '\\B',
};
