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
    default:
      return true;
  }
}

/**
 * Whether .NET and JavaScript repeat the body of the loop differently. When an iteration takes no character, .NET
 * accepts it and leaves the loop; JavaScript refuses it and tries the body's next way. That is the same unless the
 * body has ways left that take characters.
 */
export function repeatsDifferently({ body, min, max, isLazy }: LoopNode): boolean {
  return max > min && !isLazy && !triesEmptyLast(body);
}

/** Whether no way of matching nothing comes before a way of matching something. */
function triesEmptyLast(node: SyntaxNode): boolean {
  if (!canBeEmpty(node) || !canTake(node)) return true;
  switch (node.kind) {
    case 'sequence':
      return node.parts.every(triesEmptyLast);
    case 'choice': {
      const firstEmpty = node.options.findIndex(canBeEmpty);
      return node.options.every(triesEmptyLast) && !node.options.slice(firstEmpty + 1).some(canTake);
    }
    case 'loop':
      return !node.isLazy && triesEmptyLast(node.body);
    case 'capture':
    case 'atomic':
      return triesEmptyLast(node.body);
    default:
      return true;
  }
}

/** Whether the node can take a character. */
function canTake(node: SyntaxNode): boolean {
  switch (node.kind) {
    case 'sequence':
      return node.parts.some(canTake);
    case 'choice':
      return node.options.some(canTake);
    case 'loop':
    case 'capture':
    case 'atomic':
      return canTake(node.body);
    case 'set':
    case 'reference':
      return true;
    default:
      return false;
  }
}
