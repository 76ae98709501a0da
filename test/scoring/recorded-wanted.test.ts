import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { MediaFile } from '../../src/model/media-file.ts';
import { cutoffState } from '../../src/scoring/cutoff-state.ts';
import { readSet } from '../support/read-set.ts';
import { hasRecordings, recordings } from '../support/recordings.ts';
import { say } from '../support/say.ts';

const Index = z.array(z.object({ path: z.string(), status: z.number(), body: z.string().nullable() }));
const Page = z.object({ totalRecords: z.number(), records: z.array(z.object({ id: z.number() })) });

const sets = (['radarr', 'sonarr'] as const).flatMap((service) =>
  ['own-small', 'own-dev', 'trash-dev'].map((set) => [service, set] as const),
);

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each(sets)(
    '%s %s: the server’s list of unmet cutoffs is the files whose quality is open',
    { timeout: 60_000 },
    async (service, set) => {
      const { files } = await readSet(service, set);
      const disagreeing = files.filter(
        (file) => (cutoffState(file.profile, file).quality === 'met') !== file.isQualityCutoffMet,
      );
      expect(disagreeing).toEqual([]);
      for (const [isMonitored, wanted] of wantedLists(join(recordings, service, set))) {
        const open = files.filter((file) => cutoffState(file.profile, file).quality === 'open');
        const ours = open.flatMap((file) => wantedIds(file, isMonitored));
        const off = open.filter(({ profile }) => !profile.upgradeAllowed).length;
        say(
          `${service} ${set}, monitored ${isMonitored}: ${wanted.length} wanted, ${off} open with upgrades off`,
        );
        expect(ours.toSorted(byNumber)).toEqual(wanted);
      }
    },
  );
});

/** Sonarr lists episodes, without specials; an episode is monitored when its series is too. */
function wantedIds({ item, part }: MediaFile, isMonitored: boolean): readonly number[] {
  if (part === null) return item.isMonitored === isMonitored ? [item.id] : [];
  if (part.season === 0) return [];
  return part.episodes
    .filter((episode) => (episode.isMonitored && item.isMonitored) === isMonitored)
    .map(({ id }) => id);
}

/** By the value of `monitored`, which is true where it is not asked for; only lists that were recorded whole. */
function wantedLists(folder: string): readonly (readonly [boolean, readonly number[]])[] {
  const index = Index.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
  const lists = new Map<boolean, { ids: Set<number>; total: number }>();
  for (const { path, status, body } of index) {
    if (status !== 200 || body === null || !path.startsWith('/api/v3/wanted/cutoff')) continue;
    const bytes = readFileSync(join(folder, body));
    const page = Page.parse(JSON.parse((body.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')));
    const isMonitored = !path.includes('monitored=false');
    const list = lists.get(isMonitored) ?? { ids: new Set(), total: page.totalRecords };
    for (const { id } of page.records) list.ids.add(id);
    lists.set(isMonitored, list);
  }
  expect(lists.size).toBeGreaterThan(0);
  for (const { ids, total } of lists.values()) expect(ids.size).toBe(total);
  return [...lists].map(([isMonitored, { ids }]) => [isMonitored, [...ids].toSorted(byNumber)]);
}

function byNumber(a: number, b: number): number {
  return a - b;
}
