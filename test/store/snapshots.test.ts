import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/model/change.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Part } from '../../src/model/part.ts';
import type { Slot } from '../../src/model/slot.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, type Moment, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { databases } from '../support/databases.ts';

const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
const all = { instances: null, since: null } as const;
const whole = { instances: null, since: new Date(0), withRescored: true, ...judges };

function day(number: number): Date {
  return new Date(Date.UTC(2026, 0, number));
}

/** So many movies, with a file each; ids of the server from `first` on. */
function movies(count: number, first = 1): readonly MediaFile[] {
  return Array.from({ length: count }, (_, index) => {
    const id = first + index;
    const item = anItem({ id, tmdbId: id, title: `Movie ${id}` });
    return aFile({ fileId: id, item });
  });
}

function aFormat(only: Partial<CustomFormat> = {}): CustomFormat {
  return { id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [], ...only };
}

function anEpisode(fileId: number, numbers: readonly number[], only: Partial<MediaFile> = {}): MediaFile {
  const item = anItem({ tmdbId: null, tvdbId: 81189, title: 'The Series' });
  const episodes = numbers.map((number) => {
    return { id: number, number, title: `Episode ${number}`, tvdbId: null, airDate: null, isMonitored: true };
  });
  const part: Part = { season: 1, episodes };
  return aFile({ fileId, item, part, instance: 'main', service: 'sonarr', sizeBytes: fileId, ...only });
}

async function changesOf(store: Store): Promise<readonly Change[]> {
  return Array.fromAsync(store.changes({ ...all, kinds: null, causes: null, withRescored: true, ...judges }));
}

describe.each(Object.entries(databases))('snapshots on %s', async (_name, fresh) => {
  const check = test.skipIf((await fresh()) === null);
  const open = async (): Promise<Store> => openStore((await fresh()) ?? '', { use: 'collect' });
  const sound = async (store: Store): Promise<void> => expect(await store.check()).toEqual([]);

  check(
    'an item that could not be read keeps its files, stale since then, until it can be read',
    async () => {
      await using store = await open();
      const [one, two] = movies(2);
      const both = [one, two].filter((file) => file !== undefined);
      await saveMoment(store, { at: day(1), files: both });
      const skipped = [{ itemId: 2, title: 'Movie 2', failure }];
      const items = both.map(({ item }) => item);
      for (const at of [day(2), day(3)])
        await saveMoment(store, { at, files: both.slice(0, 1), items, skipped });
      const { files, instances } = await store.loadLibrary(whole);
      expect(files.map(({ fileId, staleSince }) => [fileId, staleSince])).toEqual([
        [1, null],
        [2, day(2)],
      ]);
      expect(instances).toMatchObject([{ skipped, readAt: day(3) }]);
      await saveMoment(store, { at: day(4), files: both });
      expect((await store.loadLibrary(whole)).files.map(({ staleSince }) => staleSince)).toEqual([
        null,
        null,
      ]);
      expect(await changesOf(store)).toEqual([]);
      await sound(store);
    },
  );

  check('gone is concluded inside the scope alone', { timeout: 30_000 }, async () => {
    await using store = await open();
    await saveMoment(store, { at: day(1), files: movies(3) });
    const scope = { kind: 'items', itemIds: new Set([1, 2]) } as const;
    await saveMoment(store, { at: day(2), files: movies(1), scope });
    expect((await store.loadLibrary(whole)).files.map(({ fileId }) => fileId)).toEqual([1, 3]);
    expect(await changesOf(store)).toMatchObject([
      { kind: 'gone', slot: { title: 'Movie 2' }, before: { fileId: 2 } },
    ]);
    await sound(store);
  });

  check(
    'another server behind a known name is refused, unless it is accepted',
    { timeout: 30_000 },
    async () => {
      await using store = await open();
      await saveMoment(store, { at: day(1), files: movies(20) });
      const other = movies(20).map((file) => ({
        ...file,
        item: { ...file.item, tmdbId: file.item.id + 500 },
      }));
      await expect(saveMoment(store, { at: day(2), files: other })).rejects.toMatchObject({
        name: 'RefusedReading',
        message: expect.stringContaining('other titles under 20 of 20 known ids'),
        hint: expect.stringContaining('--accept-new-server'),
      });
      await expect(saveMoment(store, { at: day(2), files: movies(20, 100) })).rejects.toThrow(
        'none of the 20 items',
      );
      await saveMoment(store, { at: day(3), files: movies(20).slice(0, 12) });
      await saveMoment(store, { at: day(4), files: other }, { acceptNewServer: true });
      expect((await store.loadLibrary(whole)).files.map(({ item }) => item.tmdbId)).toContain(501);
      await sound(store);
    },
  );

  check('a format that is deleted and made again touches no file', { timeout: 30_000 }, async () => {
    await using store = await open();
    const profileOf = (id: number) => aProfile({ formatScores: [{ formatId: id, name: 'Remux', score: 5 }] });
    const moment = (at: Date, id: number): Moment => {
      const profile = profileOf(id);
      const files = movies(3).map((file) => ({
        ...file,
        profile,
        score: 5,
        formats: [{ id, name: 'Remux', score: 5 }],
      }));
      return { at, files, profiles: [profile], formats: [aFormat({ id })] };
    };
    await saveMoment(store, moment(day(1), 3));
    await saveMoment(store, moment(day(2), 9));
    const { files, ruleChanges } = await store.loadLibrary(whole);
    expect(files[0]?.formats).toEqual([{ id: 9, name: 'Remux', score: 5 }]);
    expect(ruleChanges).toMatchObject([{ edit: { kind: 'format-recreated' }, filesTouched: 0 }]);
    expect((await store.info()).instances).toMatchObject([{ facts: 0 }]);
    await saveMoment(store, { at: day(3), files: movies(3), profiles: [aProfile()] });
    await saveMoment(store, moment(day(4), 12));
    expect((await store.info()).instances).toMatchObject([{ facts: 0 }]);
    expect((await store.loadLibrary(whole)).files[0]?.formats).toEqual([{ id: 12, name: 'Remux', score: 5 }]);
    const scores = await Array.fromAsync(store.scoresAt({ instances: null, at: day(3) }));
    expect(scores.flat().map(({ score }) => score)).toEqual([0, 0, 0]);
    await sound(store);
  });

  check(
    'two episodes become one file and two again: each slot tells its own story',
    { timeout: 30_000 },
    async () => {
      await using store = await open();
      const instance = { service: 'sonarr', name: 'main' } as const;
      await saveMoment(store, { at: day(1), instance, files: [anEpisode(1, [1]), anEpisode(2, [2])] });
      await saveMoment(store, { at: day(2), instance, files: [anEpisode(3, [1, 2])] });
      await saveMoment(store, { at: day(3), instance, files: [anEpisode(4, [1]), anEpisode(5, [2])] });
      const slots = await store.findSlots({ instances: null, title: 'SERIES', limit: 9 });
      expect(slots.map(({ episode }) => episode)).toEqual([
        { season: 1, number: 1 },
        { season: 1, number: 2 },
      ]);
      const told = await Promise.all(slots.map((slot) => store.timeline(slot, judges)));
      expect(
        told.map(({ changes }) => changes.map(({ before, after }) => [before?.fileId, after?.fileId])),
      ).toEqual([
        [
          [1, 3],
          [3, 4],
        ],
        [
          [2, 3],
          [3, 5],
        ],
      ]);
      await sound(store);
    },
  );

  check('a file without episodes has a slot of its own', { timeout: 30_000 }, async () => {
    await using store = await open();
    const instance = { service: 'sonarr', name: 'main' } as const;
    await saveMoment(store, { at: day(1), instance, files: [anEpisode(7, [])] });
    await saveMoment(store, { at: day(2), instance, items: [anEpisode(7, []).item] });
    expect(await changesOf(store)).toMatchObject([
      { kind: 'gone', slot: { episode: { season: 1, number: -7 } } },
    ]);
    await sound(store);
  });

  check('a try that failed is recorded, and leaves the snapshot', { timeout: 30_000 }, async () => {
    await using store = await open();
    const traffic = { requests: 3, retries: 2, bytes: 0, durationMs: 900.4 };
    await saveMoment(store, { at: day(1), files: movies(1) });
    const instance = { service: 'radarr', name: 'main' } as const;
    await store.saveFailure({ instance, startedAt: day(2), at: day(2), failure, traffic });
    const { files, instances, takenAt } = await store.loadLibrary(whole);
    expect(files).toHaveLength(1);
    expect(takenAt).toEqual(day(1));
    expect(instances).toMatchObject([{ failure, triedAt: day(2), readAt: day(1) }]);
    const runs = await store.runs({ ...all, limit: 5 });
    expect(runs).toMatchObject([
      {
        outcome: { kind: 'failed', sentence: 'http://nas gave no answer within 1 s' },
        traffic: { requests: 3, durationMs: 900 },
      },
      { outcome: { kind: 'read', plan: 'asked', files: 1, items: 1, skipped: 0, changed: 0 } },
    ]);
  });

  check(
    'a day without a snapshot is a gap, a day without a change repeats the one before',
    { timeout: 30_000 },
    async () => {
      await using store = await open();
      await saveMoment(store, { at: day(1), files: movies(2) });
      await saveMoment(store, { at: day(2), files: movies(2) });
      await saveMoment(store, { at: day(5), files: movies(3) });
      const days = await store.days(all);
      expect(days.map(({ day: at, scores, sizeBytes }) => [at, scores, sizeBytes])).toEqual([
        ['2026-01-01', [{ score: 0, files: 2 }], 16e9],
        ['2026-01-02', [{ score: 0, files: 2 }], 16e9],
        ['2026-01-05', [{ score: 0, files: 3 }], 24e9],
      ]);
      expect(days[0]?.states).toEqual([
        { files: 2, state: { belowMinimum: false, format: 'open', quality: 'met', upgradesAllowed: true } },
      ]);
      const since = await store.days({ instances: null, since: day(2) });
      expect(since.map(({ day: at }) => at)).toEqual(['2026-01-02', '2026-01-05']);
    },
  );

  check('prune keeps one day a week, and every change', { timeout: 30_000 }, async () => {
    await using store = await open();
    for (let at = 1; at <= 20; at += 1) await saveMoment(store, { at: day(at), files: movies(at) });
    const before = (await changesOf(store)).length;
    expect(await store.prune(day(16))).toEqual({ days: 12 });
    expect(await changesOf(store)).toHaveLength(before);
    await sound(store);
  });

  check('files come page by page, from any place on, filtered', { timeout: 30_000 }, async () => {
    await using store = await open();
    await saveMoment(store, { at: day(1), files: movies(25) });
    await saveMoment(store, {
      at: day(1),
      instance: { service: 'sonarr', name: 'main' },
      files: [anEpisode(1, [1])],
    });
    const ask = { instances: null, pageSize: 10, matches: null, after: null };
    const pages = await Array.fromAsync(store.files(ask));
    expect(pages.map(({ files }) => files.length)).toEqual([10, 10, 5, 1]);
    const rest = await Array.fromAsync(store.files({ ...ask, after: pages[1]?.next ?? null }));
    expect(rest.map(({ files }) => files.length)).toEqual([5, 1]);
    const even = await Array.fromAsync(store.files({ ...ask, matches: ({ fileId }) => fileId % 2 === 0 }));
    expect(even.flatMap(({ files }) => files).length).toBe(12);
    const { files } = await store.loadLibrary(whole);
    expect(pages.flatMap((page) => page.files)).toEqual(files);
  });

  check('a movie under a new id of the server is the same movie', { timeout: 30_000 }, async () => {
    await using store = await open();
    await saveMoment(store, { at: day(1), files: movies(3) });
    const moved = movies(3).map((file) => ({ ...file, item: { ...file.item, id: file.item.id + 2 } }));
    await saveMoment(store, { at: day(2), files: moved }, { acceptNewServer: true });
    expect((await store.info()).instances).toMatchObject([{ items: 3, files: 3, facts: 0 }]);
    await sound(store);
  });

  check(
    'items without an id outside, or with the same one, are told apart by their own',
    { timeout: 30_000 },
    async () => {
      await using store = await open();
      const nameless = aFile({ item: anItem({ id: 1, tmdbId: null }) });
      const twins = [2, 3].map((id) => aFile({ fileId: id, item: anItem({ id, tmdbId: 7 }) }));
      await saveMoment(store, { at: day(1), files: [nameless, ...twins] });
      await saveMoment(store, {
        at: day(2),
        files: [aFile({ item: anItem({ id: 1, tmdbId: 5 }) }), ...twins],
      });
      const { files } = await store.loadLibrary(whole);
      expect(files.map(({ item }) => item.tmdbId)).toEqual([5, 7, 7]);
      expect(await changesOf(store)).toEqual([]);
      await sound(store);
    },
  );

  check('events of the server are kept once, also of titles that are gone', { timeout: 30_000 }, async () => {
    await using store = await open();
    const instance = { service: 'radarr', name: 'main' } as const;
    await saveMoment(store, { at: day(2), files: movies(1) });
    expect(await store.backfill(instance)).toBeNull();
    const slotOf = (itemKey: string): Slot => ({
      instance,
      itemKey,
      episode: null,
      title: 'Old',
      year: 1990,
    });
    const event = (eventId: number, itemKey: string) => ({
      eventId,
      event: {
        slot: slotOf(itemKey),
        at: new Date(day(1).getTime() + eventId),
        kind: 'imported',
        sourceTitle: 'Old.1990',
        quality: movies(1)[0]?.quality ?? expect.fail(),
        downloadId: 'ABC',
        fileId: 1,
        sizeBytes: 5,
        releaseGroup: null,
        scoreThen: 20,
        scoreToday: 30,
        formatsToday: [1, 2],
        reason: null,
      } as const,
    });
    await store.saveEvents({ instance, events: [event(1, 'tmdb:1'), event(2, 'tmdb:99')], nextPage: 2 });
    expect(await store.backfill(instance)).toMatchObject({ events: 2, newestEventId: 2, nextPage: 2 });
    await store.saveEvents({ instance, events: [event(2, 'tmdb:99'), event(3, 'tmdb:1')], nextPage: null });
    expect(await store.backfill(instance)).toMatchObject({ events: 3, newestEventId: 3, nextPage: null });
    const { events: series, instances } = await store.loadLibrary(whole);
    const events = [...series];
    expect(events.map((one) => [one.slot.title, one.scoreThen, one.formatsToday])).toEqual([
      ['Movie 1', 20, [1, 2]],
      ['Old', 20, [1, 2]],
      ['Movie 1', 20, [1, 2]],
    ]);
    expect(instances[0]?.historySince).toEqual(new Date(day(1).getTime() + 1));
    expect((await store.timeline(slotOf('tmdb:99'), judges)).events).toHaveLength(1);
    expect((await store.timeline(slotOf('tmdb:404'), judges)).events).toHaveLength(0);
    expect(await Array.fromAsync(store.events({ instances: [instance], since: day(2) }))).toEqual([]);
    await sound(store);
  });

  check('a server that remembers nothing is known to the end, without a first moment', async () => {
    await using store = await open();
    const instance = { service: 'radarr', name: 'main' } as const;
    await saveMoment(store, { at: day(1), files: movies(1) });
    await store.saveEvents({ instance, events: [], nextPage: 2 });
    const nothing = { since: null, newestEventId: null, events: 0 };
    expect(await store.backfill(instance)).toEqual({ ...nothing, nextPage: 2 });
    await store.saveEvents({ instance, events: [], nextPage: null });
    expect((await store.loadLibrary(whole)).instances).toMatchObject([{ historySince: null }]);
  });

  check('changes and scores of many items come page by page, the same as at once', async () => {
    await using store = await open();
    const other = { service: 'radarr', name: '4k' } as const;
    const edited = (points: number) => {
      const profiles = [aProfile({ formatScores: [{ formatId: 3, name: 'Remux', score: points }] })];
      const formats = [{ id: 3, name: 'Remux', score: points }];
      const files = movies(2_300).map((file) => ({ ...file, profile: profiles[0] ?? file.profile, formats }));
      return { profiles, formats: [aFormat()], files };
    };
    await saveMoment(store, { at: day(1), ...edited(5) });
    await saveMoment(store, { at: day(1), instance: other, files: movies(1) });
    await saveMoment(store, { at: day(2), ...edited(7) });
    await saveMoment(store, { at: day(3), instance: other, files: movies(2) });
    await saveMoment(store, { at: day(4), ...edited(7), files: edited(7).files.slice(1) });
    const asked = { ...all, kinds: null, causes: null, withRescored: true, ...judges };
    const told: Change[] = [];
    for await (const change of store.changes(asked)) {
      told.push(change);
      // The store is free between two pages: nobody has to wait for the end.
      if (told.length % 1_000 === 0) await store.timeline(change.slot, judges);
    }
    const keys = movies(2_300).map(({ item }) => `tmdb:${item.tmdbId}`);
    expect(told.map(({ slot }) => slot.itemKey)).toEqual([...keys, 'tmdb:2', 'tmdb:1']);
    expect(told.map(({ kind }) => kind).slice(2_299)).toEqual(['rescored', 'new', 'gone']);
    expect([...(await store.loadLibrary(whole)).changes]).toEqual(told);
    const scores = (await Array.fromAsync(store.scoresAt({ instances: null, at: day(3) }))).flat();
    expect(scores.map(({ slot }) => slot.itemKey)).toEqual([...keys, 'tmdb:1', 'tmdb:2']);
  });

  check(
    'what the server says above the sum of its formats is kept as it is',
    { timeout: 30_000 },
    async () => {
      await using store = await open();
      const files = [aFile({ score: 7, formats: [{ id: 99, name: 'Unknown', score: 3 }] })];
      await saveMoment(store, { at: day(1), files });
      expect((await store.loadLibrary(whole)).files).toMatchObject([{ score: 7, formats: [] }]);
      expect((await store.carriable({ service: 'radarr', name: 'main' }))?.files.size).toBe(0);
    },
  );
});
