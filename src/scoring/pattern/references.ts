import { canBeEmpty } from './emptiness.ts';
import { innerNodes } from './inner-nodes.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** The groups that the pattern refers to: of all others nobody asks what they took. */
export function referencedGroups(nodes: readonly SyntaxNode[]): ReadonlySet<number> {
  return new Set(nodes.flatMap((node) => (node.kind === 'reference' ? [node.group] : [])));
}

/** More would take the proof too long; it goes through all groups at each. */
const maxReferenced = 100;

/**
 * Whether every reference means the same to JavaScript as to .NET, by a proof from the tree alone. They differ where
 * a group took nothing yet (.NET fails, JavaScript goes on), where a loop comes round (.NET keeps what groups took
 * before, JavaScript forgets it) and where several groups share a number. So each reference must come after its one
 * group on every way that leads to it.
 */
export function referencesAgree(root: SyntaxNode, nodes: readonly SyntaxNode[]): boolean {
  const referenced = referencedGroups(nodes);
  if (referenced.size === 0) return true;
  if (referenced.size > maxReferenced) return false;
  const captures = nodes.filter((node) => node.kind === 'capture' && referenced.has(node.group));
  return (
    captures.length === referenced.size && !nodes.some(forgets) && proof(referenced)(root, new Set()) !== null
  );
}

/** A loop whose last, empty iteration may take what the one before took. */
function forgets(node: SyntaxNode): boolean {
  return (
    node.kind === 'loop' &&
    canBeEmpty(node.body) &&
    innerNodes(node.body).some(({ kind }) => kind === 'capture')
  );
}

/**
 * The groups that surely took something at a place, among those that are referred to; null: some reference before
 * may come too early.
 */
type Sure = ReadonlySet<number> | null;

/** What is sure once the node has matched, given what was before it. */
type After<Node extends SyntaxNode = SyntaxNode> = (node: Node, before: ReadonlySet<number>) => Sure;

function proof(referenced: ReadonlySet<number>): After {
  const after: After = (node, before) => {
    switch (node.kind) {
      case 'reference':
        return before.has(node.group) ? before : null;
      case 'sequence':
        return afterAll(node.parts, before);
      case 'choice':
        return afterAny(node.options, before);
      case 'loop':
        return keepIf(node.min > 0, after(node.body, before), before);
      case 'capture':
        return withGroup(referenced.has(node.group) ? node.group : null, after(node.body, before));
      case 'atomic':
        return after(node.body, before);
      case 'look':
        return afterLook(node, before);
      case 'set':
      case 'anchor':
        return before;
    }
  };
  const afterAll = (parts: readonly SyntaxNode[], before: ReadonlySet<number>): Sure =>
    parts.reduce<Sure>((sure, part) => (sure === null ? null : after(part, sure)), before);
  const afterAny = (options: readonly SyntaxNode[], before: ReadonlySet<number>): Sure =>
    options.map((option) => after(option, before)).reduce(both);
  /** Looking behind reads from right to left: no reference is followed there, and no group of it counts. */
  const afterLook: After<SyntaxNode & { readonly kind: 'look' }> = (
    { body, isBehind, isNegative },
    before,
  ) => {
    if (!isBehind) return keepIf(!isNegative, after(body, before), before);
    return innerNodes(body).some(({ kind }) => kind === 'reference') ? null : before;
  };
  return after;
}

function withGroup(group: number | null, sure: Sure): Sure {
  return group === null || sure === null ? sure : sure.union(new Set([group]));
}

function both(one: Sure, other: Sure): Sure {
  return one === null || other === null ? null : one.intersection(other);
}

function keepIf(isKept: boolean, inside: Sure, before: ReadonlySet<number>): Sure {
  return isKept || inside === null ? inside : before;
}
