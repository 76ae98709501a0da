import { describe, expect, test } from 'vitest';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { databases } from '../support/databases.ts';

const monday = new Date('2026-01-05T00:00:00Z');
const tuesday = new Date('2026-01-06T00:00:00Z');
const whole = { instances: null, since: new Date(0), withRescored: true, ...judges } as const;
const remux = { id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [] } as const;

/** A profile in which Remux counts so much. */
function aProfileWith(id: number, name: string, score: number): QualityProfile {
  return aProfile({ id, name, formatScores: [{ formatId: 3, name: 'Remux', score }] });
}

/** A movie whose file is a remux. */
function aRemux(id: number, profile: QualityProfile) {
  const item = anItem({ id, tmdbId: id, title: `Movie ${id}`, profileId: profile.id });
  const score = profile.formatScores[0]?.score ?? 0;
  return aFile({ fileId: id, item, profile, formats: [{ id: 3, name: 'Remux', score }] });
}

describe.each(Object.entries(databases))('rules on %s', async (_name, fresh) => {
  const check = test.skipIf((await fresh()) === null);
  const open = async (): Promise<Store> => openStore((await fresh()) ?? '', { use: 'collect' });

  check('a file that could not be read keeps its score when its profile is deleted meanwhile', async () => {
    await using store = await open();
    const [hd, uhd] = [aProfileWith(1, 'HD', 5), aProfileWith(2, 'UHD', 9)];
    const formats = [remux];
    await saveMoment(store, {
      at: monday,
      files: [aRemux(1, aProfileWith(1, 'HD', 4)), aRemux(2, aProfileWith(1, 'HD', 4))],
      profiles: [aProfileWith(1, 'HD', 4)],
      formats,
    });
    const files = [aRemux(1, hd), aRemux(2, hd)];
    await saveMoment(store, { at: new Date(monday.getTime() + 1), files, profiles: [hd], formats });
    const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
    await saveMoment(store, {
      at: tuesday,
      files: [aRemux(1, uhd)],
      items: [aRemux(2, hd).item],
      profiles: [uhd],
      formats,
      skipped: [{ itemId: 2, title: 'Movie 2', failure }],
    });
    const told = (await store.loadLibrary(whole)).files.map(({ profile, score, formats: hits }) => [
      profile.name,
      score,
      hits.map((hit) => hit.score),
    ]);
    expect(told).toEqual([
      ['UHD', 9, [9]],
      ['HD', 5, [5]],
    ]);
    const scores = (await Array.fromAsync(store.scoresAt({ instances: null, at: tuesday }))).flat();
    expect(scores.map(({ profileName, score }) => [profileName, score])).toEqual([
      ['UHD', 9],
      ['HD', 5],
    ]);
    expect(await store.check()).toEqual([]);
  });

  check('a format that a profile does not list counts nothing in it', async () => {
    await using store = await open();
    const profile = aProfile({ formatScores: [] });
    await saveMoment(store, { files: [aRemux(1, profile)], profiles: [profile], formats: [remux] });
    expect((await store.loadLibrary(whole)).files).toMatchObject([
      { score: 0, formats: [{ id: 3, name: 'Remux', score: 0 }] },
    ]);
  });
});
