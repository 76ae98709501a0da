import { canBeEmpty } from '../../scoring/pattern/emptiness.ts';
import { innerNodes } from '../../scoring/pattern/inner-nodes.ts';
import type { LoopNode, SyntaxNode } from '../../scoring/pattern/syntax-node.ts';

/**
 * Whether a pattern repeats without end what repeats without end by itself, as in `(\w+\s?)+`: on a text that just
 * fails to match, the ways to try double with every letter. What must stand between two rounds, as the dot in
 * `(\w+\.)+`, makes it harmless.
 */
export function canRunAway(root: SyntaxNode): boolean {
  return innerNodes(root).some((node) => node.kind === 'loop' && isEndless(node) && canFollowItself(node.body));
}

function isEndless({ max }: LoopNode): boolean {
  return max === Number.POSITIVE_INFINITY;
}

/** Whether one round can be an endless repetition and nothing else. */
function canFollowItself(node: SyntaxNode): boolean {
  switch (node.kind) {
    case 'loop':
      return isEndless(node) || canFollowItself(node.body);
    case 'capture':
      return canFollowItself(node.body);
    case 'choice':
      return node.options.some(canFollowItself);
    case 'sequence':
      return node.parts.some(
        (part, at) => canFollowItself(part) && node.parts.every((other, place) => place === at || canBeEmpty(other)),
      );
    default:
      return false;
  }
}
