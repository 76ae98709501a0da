import { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';
import type { IndexerFlags } from '../../model/media-file.ts';
import { createSharing, type Share } from './sharing.ts';

const Tags = z.array(z.object({ id: z.number(), label: z.string() }));
const Flags = z.array(z.object({ id: z.number(), name: z.string() }));

/** Names for the numbers that items and files carry, and what these share. */
export interface Labels {
  readonly tags: (ids: readonly number[]) => readonly string[];
  readonly flags: (bits: number) => IndexerFlags;
  readonly share: Share;
}

/** Two small calls; a number without a name keeps its number: `tag 7`. */
export async function readLabels(client: ArrClient): Promise<Labels> {
  const [tags, flags] = await Promise.all([
    client.get('/api/v3/tag', Tags),
    client.get('/api/v3/indexerflag', Flags),
  ]);
  const tagNames = new Map(tags.map(({ id, label }) => [id, label]));
  const known = new Map<number, IndexerFlags>();
  const share = createSharing();
  return {
    share,
    tags: (ids) =>
      share(
        `tags ${ids.join()}`,
        ids.map((id) => tagNames.get(id) ?? `tag ${id}`),
      ),
    flags: (bits) => {
      const seen = known.get(bits);
      if (seen !== undefined) return seen;
      const names = flags.filter(({ id }) => (bits & id) !== 0).map(({ name }) => name);
      const made = { bits, names };
      known.set(bits, made);
      return made;
    },
  };
}
