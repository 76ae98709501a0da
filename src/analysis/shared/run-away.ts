import { canBeEmpty } from '../../scoring/pattern/emptiness.ts';
import { innerNodes } from '../../scoring/pattern/inner-nodes.ts';
import type { LoopNode, SyntaxNode } from '../../scoring/pattern/syntax-node.ts';

/**
 * Whether a pattern repeats without end what repeats without end by itself, as in `(\w+\s?)+`: on a text that just
 * fails to match, the ways to try double with every letter. What must stand between two rounds, as the dot in
 * `(\w+\.)+`, makes it harmless.
 */
export function canRunAway(root: SyntaxNode): boolean {
  return innerNodes(root).some(
    (node) => node.kind === 'loop' && isEndless(node) && canFollowItself(node.body),
  );
}

function isEndless({ max }: LoopNode): boolean {
  return max === Number.POSITIVE_INFINITY;
}

/** Whether one round can be an endless repetition and nothing else. */
function canFollowItself(node: SyntaxNode): boolean {
  if (node.kind === 'loop') return isEndless(node) || canFollowItself(node.body);
  if (node.kind === 'capture') return canFollowItself(node.body);
  if (node.kind === 'choice') return node.options.some(canFollowItself);
  return (
    node.kind === 'sequence' && node.parts.some((part) => canFollowItself(part) && isAlone(part, node.parts))
  );
}

function isAlone(part: SyntaxNode, parts: readonly SyntaxNode[]): boolean {
  return parts.every((other) => other === part || canBeEmpty(other));
}
