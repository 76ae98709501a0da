import { directNodes } from './inner-nodes.ts';
import type { LoopNode, SyntaxNode } from './syntax-node.ts';

/** Whether the node can match without taking a character. */
export function canBeEmpty(node: SyntaxNode): boolean {
  switch (node.kind) {
    case 'set':
      return false;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.options.some(canBeEmpty);
    case 'loop':
      return node.min === 0 || canBeEmpty(node.body);
    case 'capture':
    case 'atomic':
      return canBeEmpty(node.body);
    case 'look':
    case 'anchor':
    case 'reference':
      return true;
  }
}

/**
 * Whether .NET and JavaScript repeat the body of the loop differently. When a round takes no character, .NET accepts
 * it and leaves the loop; JavaScript refuses it and tries the body's next way. That is the same unless the body has
 * ways left that take characters.
 */
export function repeatsDifferently({ body, min, max, isLazy }: LoopNode): boolean {
  return max > min && !isLazy && !triesEmptyLast(body);
}

/** Whether no way of matching nothing comes before a way of matching something. */
function triesEmptyLast(node: SyntaxNode): boolean {
  if (!canBeEmpty(node) || !canTake(node)) return true;
  if (node.kind === 'loop' && node.isLazy) return false;
  if (node.kind === 'choice' && node.options.slice(node.options.findIndex(canBeEmpty) + 1).some(canTake))
    return false;
  return directNodes(node).every(triesEmptyLast);
}

/** Whether the node can take a character. */
function canTake(node: SyntaxNode): boolean {
  if (node.kind === 'set' || node.kind === 'reference') return true;
  return node.kind !== 'look' && directNodes(node).some(canTake);
}
