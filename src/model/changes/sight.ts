import type { CustomFormat } from '../custom-format.ts';
import { type AttributeName, attributeEdits, attributeNames } from './attributes.ts';
import type { FileFacts } from './file-facts.ts';
import { attributesSeenBy } from './format-content.ts';
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
  return ({ format }) => {
    const seen = new Set([...seenBy(format.before), ...seenBy(format.after)]);
    const attributes = edited.filter((name) => seen.has(name));
    return attributes.length === 0 ? { kind: 'unchanged' } : { kind: 'attributes-edited', attributes };
  };
}

/** A format we do not know may look at anything. */
function seenBy(format: CustomFormat | null): Iterable<AttributeName> {
  return format === null ? attributeNames : attributesSeenBy(format);
}
