import type { z } from 'zod';
import { harmless } from './harmless.ts';
import type { Place } from './problem.ts';
import { configSchema, type Settings } from './schema.ts';
import { type Finding, pathKey, type Scalar, type Setting } from './setting.ts';
import { type LeafShape, type Shape, shapeAt } from './shape.ts';
import { whereSet } from './where-set.ts';

/** All that was said, the strongest last: file, variables, flags. */
export interface Said {
  readonly shape: Shape;
  readonly settings: readonly Setting[];
  readonly blocks: readonly { readonly path: readonly string[]; readonly place: Place }[];
}

/** The checked settings with their defaults, or everything that is wrong with them. */
export type Built =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly findings: readonly Finding[] };

type Tree = Map<string, Scalar | Branch>;

interface Branch extends Tree {}

/** Merges what was said and holds it against the schema. */
export function buildSettings(said: Said): Built {
  const merged = mergeSettings(said.settings);
  const tree: Tree = new Map();
  for (const { path } of said.blocks) branchAt(tree, path);
  for (const setting of merged.values()) {
    const leaf = shapeAt(said.shape, setting.path);
    const value = leaf?.kind === 'leaf' ? readValue(setting, leaf) : setting.value;
    if (value !== undefined) branchAt(tree, setting.path.slice(0, -1)).set(setting.path.at(-1) ?? '', value);
  }
  const parsed = configSchema.safeParse(plainObject(tree));
  if (parsed.success) return { ok: true, settings: parsed.data };
  return { ok: false, findings: parsed.error.issues.map((issue) => findingOf(issue, said, merged)) };
}

/** The last word on each path. */
function mergeSettings(settings: readonly Setting[]): ReadonlyMap<string, Setting> {
  return new Map(settings.map((setting) => [pathKey(setting.path), setting]));
}

/** Text from outside the file becomes what its place asks for; nothing after a colon is as if not written. */
function readValue({ value, origin, reference }: Setting, leaf: LeafShape): Scalar | undefined {
  if (value === null) return leaf.isRequired ? null : undefined;
  const isText = origin.kind !== 'file' || reference !== null;
  return isText && typeof value === 'string' ? fromText(value, leaf) : value;
}

function fromText(text: string, { type }: LeafShape): Scalar {
  if (type === 'number' && /^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === 'boolean' && /^(true|yes|on|1)$/i.test(text)) return true;
  return type === 'boolean' && /^(false|no|off|0)$/i.test(text) ? false : text;
}

function branchAt(tree: Tree, path: readonly string[]): Tree {
  let branch = tree;
  for (const segment of path) {
    const next = branch.get(segment);
    const inner: Tree = next instanceof Map ? next : new Map();
    branch.set(segment, inner);
    branch = inner;
  }
  return branch;
}

function plainObject(tree: Tree): Readonly<Record<string, unknown>> {
  const entries = [...tree].map(
    ([key, value]) => [key, value instanceof Map ? plainObject(value) : value] as const,
  );
  return Object.fromEntries(entries);
}

function findingOf(issue: z.core.$ZodIssue, said: Said, merged: ReadonlyMap<string, Setting>): Finding {
  const path = issue.path.map(String);
  const setting = merged.get(pathKey(path));
  const where = whereSet(path, [...merged.values()], placeOfBlock(said, path));
  return { ...where, ...sentence(issue, setting, shapeAt(said.shape, path)), meant: path };
}

/** What is missing is shown at the block that lacks it. */
function placeOfBlock({ blocks }: Said, path: readonly string[]): Place | null {
  for (let length = path.length; length > 0; length -= 1) {
    const key = pathKey(path.slice(0, length));
    const block = blocks.find((candidate) => pathKey(candidate.path) === key);
    if (block !== undefined) return block.place;
  }
  return null;
}

function sentence(
  issue: z.core.$ZodIssue,
  setting: Setting | undefined,
  shape: Shape | null,
): Pick<Finding, 'message' | 'hint'> {
  if (issue.code === 'custom') return { message: issue.message, hint: hintOf(issue.params) };
  if (issue.code === 'invalid_key') {
    const what = issue.path[0] === 'outputs' ? 'output' : 'instance';
    return { message: `no name for an ${what}`, hint: 'Use letters, digits, blanks, ".", "_" and "-"' };
  }
  const expected = shape?.kind === 'leaf' ? shape.expected : 'a block of keys';
  if (setting === undefined) return { message: `missing. Expected ${expected}`, hint: null };
  if (setting.value === null) return { message: `is empty. Expected ${expected}`, hint: null };
  const isSecret = shape?.kind === 'leaf' && shape.isSecret;
  const found = isSecret ? 'something else' : shownValue(setting.value);
  return { message: `expected ${expected}, found ${found}`, hint: null };
}

function shownValue(value: Scalar): string {
  return typeof value === 'string' ? harmless(value) : String(value);
}

function hintOf(params: Readonly<Record<string, unknown>> | undefined): string | null {
  const hint = params?.['hint'];
  return typeof hint === 'string' ? hint : null;
}
