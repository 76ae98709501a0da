import { union } from './char-set.ts';
import type { Quantifier } from './read-quantifier.ts';
import { type LoopNode, nothing, type SyntaxNode } from './syntax-node.ts';

/** A choice, as simple as it can be said: `a|b` is `[ab]`. */
export function choiceOf(options: readonly SyntaxNode[]): SyntaxNode {
  const [only] = options;
  if (options.length === 1 && only !== undefined) return only;
  const sets = options.flatMap((option) => (option.kind === 'set' ? [option.set] : []));
  return sets.length === options.length ? { kind: 'set', set: union(sets) } : { kind: 'choice', options };
}

/** A repetition of the body. */
export function loopOf(body: SyntaxNode, { min, max, isLazy }: Quantifier): SyntaxNode {
  if (max === 0) return nothing;
  if (min === 1 && max === 1) return body;
  const loop: LoopNode = { kind: 'loop', body, min, max, isLazy };
  return mergeAtomic(loop) ?? loop;
}

/**
 * `(?>a?){2,}` as .NET takes it: it merges the two loops into the atomic `(?>a*)`, which gives nothing back, though
 * the outer loop alone could. A server's answer is the truth, so here the same.
 */
function mergeAtomic({ body, min, max, isLazy }: LoopNode): SyntaxNode | null {
  if (isLazy || body.kind !== 'atomic' || body.body.kind !== 'loop') return null;
  const inner = body.body;
  if (inner.isLazy || inner.body.kind !== 'set') return null;
  if ((min === 0 && inner.min > 1) || inner.max < inner.min * 2) return null;
  return { kind: 'atomic', body: { ...inner, min: min * inner.min, max: max * inner.max } };
}
