import type { SyntaxNode } from './syntax-node.ts';

/** The node itself and all nodes in it, outer ones first. */
export function innerNodes(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [node];
  for (const next of found) {
    for (const inner of directNodes(next)) found.push(inner);
  }
  return found;
}

/** The nodes right inside a node. */
export function directNodes(node: SyntaxNode): readonly SyntaxNode[] {
  if ('parts' in node) return node.parts;
  if ('options' in node) return node.options;
  return 'body' in node ? [node.body] : [];
}
