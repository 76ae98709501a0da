import type { SyntaxNode } from './syntax-node.ts';

/** The node itself and all nodes in it, in no order that matters. */
export function innerNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const waiting: SyntaxNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next);
    if ('parts' in next) waiting.push(...next.parts);
    if ('options' in next) waiting.push(...next.options);
    if ('body' in next) waiting.push(next.body);
  }
  return found;
}
