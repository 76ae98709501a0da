import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { databases } from '../support/databases.ts';

const monday = new Date('2026-01-05T00:00:00Z');
const tuesday = new Date('2026-01-06T00:00:00Z');
const whole = { instances: null, since: new Date(0), withRescored: true, ...judges } as const;

describe.each(Object.entries(databases))('a store on %s', async (_name, fresh) => {
  const probe = await fresh();
  const check = test.skipIf(probe === null);
  const open = async (): Promise<Store> => openStore((await fresh()) ?? '', { use: 'collect' });

  check('has nothing at first', async () => {
    await using store = await open();
    expect(await store.loadLibrary(whole)).toMatchObject({ takenAt: null, instances: [], files: [] });
  });

  check('gives back what it was given', async () => {
    await using store = await open();
    const format = { id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [] };
    const profile = aProfile({ formatScores: [{ formatId: 3, name: 'Remux', score: 5 }] });
    const file = aFile({
      profile,
      formats: [{ id: 3, name: 'Remux', score: 5 }],
      score: 5,
      sizeBytes: 2 ** 40,
    });
    await saveMoment(store, { at: monday, files: [file], profiles: [profile], formats: [format] });
    const { files, takenAt } = await store.loadLibrary(whole);
    expect(takenAt).toEqual(monday);
    expect(files).toEqual([{ ...file, staleSince: null }]);
  });

  check('gives back a path with backslashes, and as little media info as there was', async () => {
    await using store = await open();
    const mediaInfo = {
      resolution: '1920x1080',
      dynamicRange: null,
      dynamicRangeType: null,
      videoCodec: 'x264',
      videoBitDepth: 8,
      videoBitrate: null,
      audioCodec: 'DTS',
      audioChannels: 5.1,
      audioBitrate: null,
      audioLanguages: 'eng/ger',
      subtitles: null,
      runtimeSeconds: 9_180,
    };
    const path = 'D:\\movies\\Metropolis (1927)\\Metropolis.mkv';
    const file = aFile({ path, relativePath: 'Metropolis.mkv', mediaInfo });
    await saveMoment(store, { at: monday, files: [file] });
    expect((await store.loadLibrary(whole)).files).toEqual([{ ...file, staleSince: null }]);
  });

  check('gives back that no language is known, of neither title nor file', async () => {
    await using store = await open();
    const file = aFile({ item: anItem({ originalLanguage: null }), languages: null });
    await saveMoment(store, { at: monday, files: [file] });
    expect((await store.loadLibrary(whole)).files).toEqual([{ ...file, staleSince: null }]);
  });

  check('derives the score of an edited profile, and tells the edit once', async () => {
    await using store = await open();
    const format = { id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [] };
    const worth = (score: number) => aProfile({ formatScores: [{ formatId: 3, name: 'Remux', score }] });
    const at = (score: number) =>
      aFile({ profile: worth(score), formats: [{ id: 3, name: 'Remux', score }], score });
    await saveMoment(store, { at: monday, files: [at(5)], profiles: [worth(5)], formats: [format] });
    const saved = await saveMoment(store, {
      at: tuesday,
      files: [at(7)],
      profiles: [worth(7)],
      formats: [format],
    });
    expect(saved.ruleChanges).toMatchObject([{ filesTouched: 1, pointsMoved: 2 }]);
    const { files, changes, ruleChanges, days } = await store.loadLibrary(whole);
    expect(files).toMatchObject([{ score: 7 }]);
    expect(ruleChanges).toMatchObject([
      { at: tuesday, since: monday, edit: { kind: 'scores' }, filesTouched: 1 },
    ]);
    expect([...changes]).toMatchObject([
      {
        kind: 'rescored',
        before: { score: 5 },
        after: { score: 7 },
        causes: [{ kind: 'profile-scores-edited', points: 2 }],
      },
    ]);
    expect(days.map(({ day, scores }) => [day, scores])).toEqual([
      ['2026-01-05', [{ score: 5, files: 1 }]],
      ['2026-01-06', [{ score: 7, files: 1 }]],
    ]);
    expect(await store.check()).toEqual([]);
  });

  check('keeps what a slot held before', async () => {
    await using store = await open();
    const item = anItem();
    await saveMoment(store, { at: monday, files: [aFile({ item })] });
    const saved = await saveMoment(store, {
      at: tuesday,
      files: [aFile({ item, fileId: 2, sizeBytes: 9e9 })],
    });
    expect(saved.changes.replaced).toBe(1);
    const [slot] = await store.findSlots({ title: 'metro', limit: 5, instances: null });
    const { changes } = await store.timeline(slot ?? expect.fail(), judges);
    expect(changes).toMatchObject([{ kind: 'replaced', before: { fileId: 1 }, after: { fileId: 2 } }]);
    expect(await store.check()).toEqual([]);
  });
});
