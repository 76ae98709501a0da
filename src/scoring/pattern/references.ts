import { canBeEmpty } from './emptiness.ts';
import { innerNodes } from './inner-nodes.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** The groups that the pattern refers to: of all others nobody asks what they took. */
export function referencedGroups(nodes: readonly SyntaxNode[]): ReadonlySet<number> {
  return new Set(nodes.flatMap((node) => (node.kind === 'reference' ? [node.group] : [])));
}

/**
 * Whether every reference means the same to JavaScript as to .NET, by a proof from the tree alone. They differ where
 * a group took nothing yet (.NET fails, JavaScript goes on), where a loop comes round (.NET keeps what groups took
 * before, JavaScript forgets it) and where several groups share a number. So each reference must come after its one
 * group on every way that leads to it.
 */
export function referencesAgree(root: SyntaxNode, nodes: readonly SyntaxNode[]): boolean {
  const referenced = referencedGroups(nodes);
  if (referenced.size === 0) return true;
  const captures = nodes.filter((node) => node.kind === 'capture' && referenced.has(node.group));
  return captures.length === referenced.size && !nodes.some(forgets) && taken(root, new Set()) !== null;
}

/** A loop whose last, empty iteration may take what the one before took. */
function forgets(node: SyntaxNode): boolean {
  return (
    node.kind === 'loop' &&
    canBeEmpty(node.body) &&
    innerNodes(node.body).some(({ kind }) => kind === 'capture')
  );
}

/** The groups that surely took something once the node has matched; null: a reference may come too early. */
function taken(node: SyntaxNode, before: ReadonlySet<number>): ReadonlySet<number> | null {
  switch (node.kind) {
    case 'reference':
      return before.has(node.group) ? before : null;
    case 'sequence':
      return takenInTurn(node.parts, before);
    case 'choice':
      return takenInAll(node.options, before);
    case 'loop':
      return keepIf(node.min > 0, taken(node.body, before), before);
    case 'capture': {
      const inside = taken(node.body, before);
      return inside === null ? null : new Set([...inside, node.group]);
    }
    case 'atomic':
      return taken(node.body, before);
    case 'look':
      return takenByLook(node, before);
    case 'set':
    case 'anchor':
      return before;
  }
}

type Taken = ReadonlySet<number> | null;

function takenInTurn(parts: readonly SyntaxNode[], before: ReadonlySet<number>): Taken {
  return parts.reduce<Taken>((sofar, part) => (sofar === null ? null : taken(part, sofar)), before);
}

function takenInAll(options: readonly SyntaxNode[], before: ReadonlySet<number>): Taken {
  const all = options.map((option) => taken(option, before));
  return all.reduce((one, other) => (one === null || other === null ? null : one.intersection(other)));
}

/** Looking behind reads from right to left: no reference is followed there, and no group of it counts. */
function takenByLook(node: SyntaxNode & { readonly kind: 'look' }, before: ReadonlySet<number>): Taken {
  if (node.isBehind) return innerNodes(node.body).some(({ kind }) => kind === 'reference') ? null : before;
  return keepIf(!node.isNegative, taken(node.body, before), before);
}

function keepIf(isKept: boolean, inside: Taken, before: ReadonlySet<number>): Taken {
  return isKept || inside === null ? inside : before;
}
