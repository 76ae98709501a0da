import { type AttributeName, attributeEdits, attributeNames } from './attributes.ts';
import type { FileFacts } from './file-facts.ts';
import { attributesSeenBy } from './format-content.ts';
import type { KeptFormat } from './format-fates.ts';
import type { FormatPath } from './format-paths.ts';
import type { Pair } from './pair-up.ts';

/** Why a format may see a slot differently: another file, attributes of the same file, or nothing that can be seen. */
export type Sight =
  | { readonly kind: 'file-replaced' }
  | { readonly kind: 'attributes-edited'; readonly attributes: readonly AttributeName[] }
  | { readonly kind: 'unchanged' };

/** How each format's view of a slot changed. */
export function sights({ before, after }: Pair<FileFacts>): (path: FormatPath) => Sight {
  if (before.fileId !== after.fileId) return () => ({ kind: 'file-replaced' });
  const edited = attributeEdits(before, after).map(({ name }) => name);
  return ({ kept }) => {
    const seen = kept === null ? everything : seenBy(kept);
    const attributes = edited.filter((name) => seen.has(name));
    return attributes.length === 0 ? { kind: 'unchanged' } : { kind: 'attributes-edited', attributes };
  };
}

/** A format we do not know may look at anything. */
const everything: ReadonlySet<AttributeName> = new Set(attributeNames);

function seenBy({ before, after }: KeptFormat): ReadonlySet<AttributeName> {
  return new Set([...attributesSeenBy(before), ...attributesSeenBy(after)]);
}
