import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar as YamlScalar } from 'yaml';
import { judgeKey } from './judge-key.ts';
import type { Place } from './problem.ts';
import type { Finding, Scalar, Setting } from './setting.ts';
import { type LeafShape, type ObjectShape, type RecordShape, type Shape, shapeAt } from './shape.ts';
import { entriesOf, resolveAlias } from './yaml-entries.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a file says, before references are followed. */
export type Found =
  | { readonly kind: 'setting'; readonly setting: Setting }
  /** A block that is there, even when nothing is set in it. */
  | { readonly kind: 'block'; readonly path: readonly string[]; readonly place: Place }
  /** A key of another tool. */
  | { readonly kind: 'foreign'; readonly path: readonly string[] }
  | { readonly kind: 'finding'; readonly finding: Finding };

interface Spot {
  readonly path: readonly string[];
  readonly file: YamlFile;
  /** Offset to show when the node has none. */
  readonly at: number;
}

/** Everything a file says, guided by the schema: blocks of other tools are not looked into. */
export function* readSettings(file: YamlFile, shape: Shape): Generator<Found, void, void> {
  for (const finding of file.faults) yield { kind: 'finding', finding };
  if (!file.isBroken) yield* readNode(file.document.contents, shape, { path: [], file, at: 0 });
}

function* readNode(given: unknown, shape: Shape, spot: Spot): Generator<Found, void, void> {
  const node = resolveAlias(given, spot.file.document);
  if (isAlias(given) && node === null) {
    return yield wrong(spot, 'an alias that points nowhere', 'Put a value that begins with * in quotes');
  }
  const at = node?.range?.[0] ?? spot.at;
  if (shape.kind === 'leaf') return yield readLeaf(node, shape, { ...spot, at });
  return yield* readBlock(node, shape, spot);
}

function* readBlock(
  node: Node | null,
  shape: ObjectShape | RecordShape,
  spot: Spot,
): Generator<Found, void, void> {
  const { path, file: yaml } = spot;
  if (isEmpty(node) && path.length === 0) return;
  if (isEmpty(node))
    return yield wrong(spot, `is empty. Expected ${contentOf(shape)}`, 'Or take the line out');
  const at = node?.range?.[0] ?? spot.at;
  if (!isMap(node)) {
    return yield wrong({ ...spot, at }, `expected ${contentOf(shape)}, found ${kindOf(node)}`, null);
  }
  yield { kind: 'block', path, place: yaml.placeAt(spot.at) };
  for (const entry of entriesOf(node, yaml.document)) {
    const inside = { path: [...path, entry.key], file: yaml, at: entry.at };
    const member = shapeAt(shape, [entry.key]);
    if (member !== null) yield* readNode(entry.node, member, inside);
    else yield* judgeKey(shape, inside.path, yaml.placeAt(entry.at));
  }
}

function readLeaf(node: Node | null, shape: LeafShape, spot: Spot): Found {
  if (node !== null && !isScalar(node)) {
    return wrong(spot, `expected ${shape.expected}, found ${kindOf(node)}`, null);
  }
  const origin = { kind: 'file', place: spot.file.placeAt(spot.at) } as const;
  const tag = node?.tag ?? '';
  const setting: Setting = /^!(?!!)/.test(tag)
    ? { path: spot.path, value: null, origin, reference: { tag, text: node?.source ?? '' } }
    : { path: spot.path, value: scalarOf(node, shape), origin, reference: null };
  return { kind: 'setting', setting };
}

/** A key of digits only is text, too long for a number. */
function scalarOf(node: YamlScalar | null, { type }: LeafShape): Scalar {
  const value: unknown = node?.value ?? null;
  if (type === 'text' && value !== null) return typeof value === 'string' ? value : (node?.source ?? '');
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? value : null;
}

function contentOf(shape: ObjectShape | RecordShape): string {
  if (shape.kind === 'object')
    return `keys under it such as ${[...shape.keys.keys()].slice(0, 2).join(' and ')}`;
  return shape.value.kind === 'leaf'
    ? 'names with their values under it'
    : 'a name of your choice under it, such as main';
}

function kindOf(node: Node | null): string {
  if (isSeq(node)) return 'a list';
  return isMap(node) ? 'a block of keys' : 'a single value';
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function wrong({ path, file: { placeAt }, at }: Spot, message: string, hint: string | null): Found {
  return { kind: 'finding', finding: { path, message, hint, place: placeAt(at), meant: null } };
}
