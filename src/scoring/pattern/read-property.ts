import { type CharSet, complement } from './char-set.ts';
import { casedSet, categorySet } from './named-sets.ts';
import { isNameCharacter, type PatternReader } from './pattern-reader.ts';
import { blockSet } from './unicode-blocks.ts';

/**
 * A property's set, in the two sorts .NET keeps apart: the letters of a block get their partners of the other case
 * when case does not count, a category stays as it is.
 */
export type Property = { readonly kind: 'category' | 'block'; readonly set: CharSet };

const cased: readonly string[] = ['Ll', 'Lt', 'Lu'];

/**
 * Reads `{Name}` of `\p{Name}` or `\P{Name}`.
 *
 * @param reader  right after the p
 */
export function readProperty(reader: PatternReader, isNegated: boolean): Property {
  const from = reader.at - 2;
  const name = readPropertyName(reader);
  const property = findProperty(name, reader.options.ignoreCase) ?? xmlProperty(reader, name, from);
  if (property === null) throw reader.refuse('UnrecognizedUnicodeProperty', from);
  return isNegated ? { kind: property.kind, set: complement(property.set) } : property;
}

/** Passes over `{Name}` and gives the name, which may be none that exists. */
export function readPropertyName(reader: PatternReader): string {
  const from = reader.at - 2;
  if (reader.at + 2 >= reader.source.length) throw reader.refuse('InvalidUnicodePropertyEscape', from);
  if (!reader.accept('{')) throw reader.refuse('MalformedUnicodePropertyEscape', from);
  const start = reader.at;
  while (isNameCharacter(reader.peek()) || reader.peek() === '-') reader.at += 1;
  const name = reader.source.slice(start, reader.at);
  if (!reader.accept('}')) throw reader.refuse('InvalidUnicodePropertyEscape', from);
  return name;
}

function findProperty(name: string, ignoresCase: boolean): Property | null {
  const category = ignoresCase && cased.includes(name) ? casedSet() : categorySet(name);
  if (category !== null) return { kind: 'category', set: category };
  const block = blockSet(name);
  return block === null ? null : { kind: 'block', set: block };
}

/** .NET has four more names, which its XML reader needs; nobody else uses their long lists. */
function xmlProperty(reader: PatternReader, name: string, at: number): Property | null {
  if (!/^_xml[CDIW]$/.test(name)) return null;
  reader.unsupported ??= { construct: 'XML character class', at };
  return findProperty('L', false);
}
