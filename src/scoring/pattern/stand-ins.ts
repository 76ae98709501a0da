import { numberAt } from '../../lib/number-at.ts';
import { type CharSet, has, lastOf, subtract } from './char-set.ts';
import { type ForeignKind, foreignKinds, isLineFeed } from './foreign-kinds.ts';
import { innerNodes } from './inner-nodes.ts';
import { boundarySet } from './named-sets.ts';
import type { Anchor, SyntaxNode } from './syntax-node.ts';

/** In place of a character: this kind has none. */
export const noStandIn = '\n';

const plain = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(
  (one) => !/[\n\r]/.test(one),
);

/**
 * For each foreign kind a plain character that the pattern cannot tell from any of that kind.
 *
 * A pattern without references sees characters only through its sets. Where every set holds all of a kind or none,
 * and holds a plain character just so, the two are the same to it: in a text with the one put for the other, it finds
 * the same matches at the same places. In that text, which is plain, the `RegExp` will do.
 *
 * @returns one character for each of `foreignKinds`, `noStandIn` where there is none
 */
export function standInsFor(root: SyntaxNode): string {
  const nodes = innerNodes(root);
  if (nodes.some(({ kind }) => kind === 'reference')) return noStandIn.repeat(foreignKinds().length);
  const sets = new Set(nodes.flatMap((node) => (node.kind === 'set' ? [node.set] : [])));
  const anchors = new Set(nodes.flatMap((node) => (node.kind === 'anchor' ? [node.anchor] : [])));
  if (anchors.has('boundary') || anchors.has('no boundary')) sets.add(boundarySet());
  const seesLines = lineAnchors.some((anchor) => anchors.has(anchor));
  return foreignKinds()
    .map((kind) => (seesLines && isLineFeed(kind) ? noStandIn : standInFor(kind, [...sets])))
    .join('');
}

const lineAnchors: readonly Anchor[] = ['line start', 'line end', 'end or last line feed'];

function standInFor(kind: ForeignKind, sets: readonly CharSet[]): string {
  if (!sets.every((set) => holdsAllOrNone(set, kind.set))) return noStandIn;
  const sample = numberAt(kind.set.ranges, 0);
  const isSame = (one: string): boolean =>
    sets.every((set) => has(set, one.charCodeAt(0)) === has(set, sample));
  return kind.likely.split('').find(isSame) ?? plain.find(isSame) ?? noStandIn;
}

function holdsAllOrNone(set: CharSet, kind: CharSet): boolean {
  const first = numberAt(kind.ranges, 0);
  const last = lastOf(kind);
  if (last < numberAt(set.ranges, 0) || first > lastOf(set) || first === last) return true;
  if (numberAt(set.ranges, set.ranges.length - 2) <= first && lastOf(set) >= last) return true;
  const rest = subtract(kind, set).ranges;
  return (
    rest.length === 0 ||
    (rest.length === kind.ranges.length && rest.every((end, at) => end === kind.ranges[at]))
  );
}
