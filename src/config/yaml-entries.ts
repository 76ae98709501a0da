import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** One key of a block. */
export interface Entry {
  readonly key: string;
  /** Offset of the key in the text. */
  readonly at: number;
  /** `null`: nothing after the colon, or an alias that points nowhere. */
  readonly node: Node | null;
}

/** The node an alias points to, or the node itself; `null` when the alias points nowhere. */
export function resolveAlias(node: unknown, document: Document): Node | null {
  if (isAlias(node)) return node.resolve(document) ?? null;
  return isNode(node) ? node : null;
}

/** The keys of a block with those it merges in by `<<`; its own win, then the first merged. */
export function entriesOf(map: YAMLMap, document: Document): readonly Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of collect(map, { document, seen: new Set() })) {
    if (!found.has(entry.key)) found.set(entry.key, entry);
  }
  return [...found.values()];
}

interface Merging {
  readonly document: Document;
  /** A block that merges itself ends here. */
  readonly seen: Set<YAMLMap>;
}

function* collect(map: YAMLMap, merging: Merging): Generator<Entry, void, void> {
  if (merging.seen.has(map)) return;
  merging.seen.add(map);
  const [own, merged] = [map.items.filter((pair) => !isMerge(pair)), map.items.filter(isMerge)];
  for (const { key, value } of own) {
    if (isScalar(key))
      // Not its value: `4k` and `2160` are names like any other.
      yield { key: String(key.source), at: key.range?.[0] ?? 0, node: isNode(value) ? value : null };
  }
  for (const pair of merged) yield* collectMerged(pair.value, merging);
}

function* collectMerged(value: unknown, merging: Merging): Generator<Entry, void, void> {
  const node = resolveAlias(value, merging.document);
  if (isMap(node)) yield* collect(node, merging);
  if (isSeq(node)) for (const member of node.items) yield* collectMerged(member, merging);
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && key.source === '<<' && key.type === 'PLAIN';
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}
