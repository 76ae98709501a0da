import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { restoreStore } from '../../src/store/upkeep/restore.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem, aQuality } from '../support/builders.ts';
import { asOwner, databases } from '../support/databases.ts';
import { aFolder } from '../support/folder.ts';

const instance = { service: 'radarr', name: 'main' } as const;

function day(number: number): Date {
  return new Date(Date.UTC(2026, 0, number));
}

function aMovie(id: number, fileId = id): MediaFile {
  const item = anItem({ id, tmdbId: id, title: `Movie ${id}` });
  return aFile({ fileId, item, sizeBytes: 1_000 + fileId });
}

/** Two movies, one of which got another file twice, and an event of the server's. */
async function fill(store: Store): Promise<void> {
  for (const [at, fileId] of [1, 11, 12].entries())
    await saveMoment(store, { at: day(at + 1), files: [aMovie(1, fileId), aMovie(2)] });
  const slot = { instance, itemKey: 'tmdb:1', episode: null, title: 'Movie 1', year: 1927 };
  const nothing = { downloadId: null, fileId: null, sizeBytes: null, releaseGroup: null, reason: null };
  const scores = { scoreThen: null, scoreToday: null, formatsToday: [] };
  const event = { slot, at: day(1), kind: 'imported', sourceTitle: 'x', quality: aQuality() } as const;
  const events = [{ eventId: 1, event: { ...event, ...nothing, ...scores } }];
  await store.saveEvents({ instance, events, nextPage: null });
}

interface FilledStore extends AsyncDisposable {
  readonly address: string;
  /** Changes it behind the program's back. */
  readonly tamper: (sql: string) => Promise<void>;
}

/** A filled store that nobody uses; null where its kind of database is not on this machine. */
const filled: Readonly<Record<string, () => Promise<FilledStore | null>>> = {
  sqlite: async () => {
    const folder = await aFolder({});
    const address = join(folder.path, 'arr-score.db');
    await using store = await openStore(address, { use: 'collect' });
    await fill(store);
    const tamper = async (sql: string): Promise<void> => {
      const database = new DatabaseSync(address);
      database.exec(sql);
      database.close();
    };
    return { address, tamper, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
  },
  postgres: async () => {
    const address = await databases.postgres();
    if (address === null) return null;
    await using store = await openStore(address, { use: 'collect' });
    await fill(store);
    return { address, tamper: (sql) => asOwner(address, sql), [Symbol.asyncDispose]: async () => {} };
  },
};

/** What someone's hand or a bug did, and what the check says of it. */
const flaws: readonly (readonly [sql: string, problem: string, ...more: readonly string[]])[] = [
  ['delete from item where item = 2', '1 rows of file belong to no item'],
  ['update fact set item = 9', '2 rows of fact belong to no item'],
  ['update event set item = 9', '1 rows of event belong to no item'],
  [
    'delete from match_set',
    '2 rows of file name matches that are not stored',
    '2 rows of fact name matches that are not stored',
  ],
  ['delete from rule_content', '2 rules have no content'],
  ['update file set quality = 99', '2 files have a quality that is not stored'],
  ['update fact set from_run = 2 where to_run = 2', '1 spans end before they begin'],
  ['update fact set from_run = 1', '1 spans of a slot overlap'],
  [
    "insert into rule select tenant, instance, kind, rule, 2, null, server_id, hash from rule where kind = 'settings'",
    '1 rules hold twice at the same time',
  ],
  ["update run set at = '2020-01-01T00:00:00.000Z' where run = 2", '1 tries are out of order'],
  ['update file set from_run = 1', '1 movies whose file began before their last span ended'],
  ['delete from file where item = 2', 'HD counts 2 files, and has 1'],
  ['update file set size_bytes = 5 where item = 2', 'HD counts 2014 bytes, and has 1017'],
  ['delete from day_count', '2 files are in no count of their profile'],
];

describe.each(Object.entries(filled))('the upkeep of a store on %s', async (_name, aFilled) => {
  await using probe = await aFilled();
  const check = test.skipIf(probe === null);
  const prepare = async (): Promise<FilledStore> => (await aFilled()) ?? expect.fail('there was one before');

  check('a store that was only collected into is sound', async () => {
    await using file = await prepare();
    await using store = await openStore(file.address, { use: 'read' });
    expect(await store.check()).toEqual([]);
  });

  check.each(flaws)('after "%s" the check says: %s', async (sql, ...problems) => {
    await using file = await prepare();
    await file.tamper(sql);
    await using store = await openStore(file.address, { use: 'read' });
    expect(await store.check()).toEqual(problems.map((problem) => ({ instance: 'radarr/main', problem })));
  });

  check('a score whose formats are lost is refused, not told without them', async () => {
    await using file = await prepare();
    await file.tamper('delete from match_set');
    await using store = await openStore(file.address, { use: 'read' });
    const library = { instances: null, since: null, withRescored: false, ...judges };
    await expect(store.loadLibrary(library)).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('the store is damaged'),
      hint: expect.stringContaining('db check'),
    });
  });

  check('an event whose item is lost is refused, not told without a title', async () => {
    await using file = await prepare();
    await file.tamper('delete from item');
    await using store = await openStore(file.address, { use: 'read' });
    await expect(Array.fromAsync(store.events({ instances: null, since: null }))).rejects.toMatchObject({
      code: 'store',
      message: 'the store is damaged: something belongs to no item',
    });
  });

  check('what belongs to no instance is told without one', async () => {
    await using file = await prepare();
    await file.tamper('delete from instance; update file set size_bytes = 5 where item = 2');
    await using store = await openStore(file.address, { use: 'read' });
    expect(await store.check()).toEqual([
      { instance: null, problem: '2 items belong to no instance' },
      { instance: null, problem: 'HD counts 2014 bytes, and has 1017' },
    ]);
  });

  check('an instance that could never be read is told without dates', async () => {
    await using file = await prepare();
    await using store = await openStore(file.address, { use: 'collect' });
    const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
    const traffic = { requests: 1, retries: 0, bytes: 0, durationMs: 5 };
    const other = { ...instance, name: '4k' };
    await store.saveFailure({ instance: other, startedAt: day(1), at: day(1), failure, traffic });
    const nothing = { items: 0, files: 0, facts: 0, snapshots: 0, events: 0 };
    expect((await store.info()).instances).toEqual([
      {
        key: 'radarr/main',
        items: 2,
        files: 2,
        facts: 2,
        snapshots: 3,
        events: 1,
        firstAt: day(1),
        newestAt: day(3),
      },
      { key: 'radarr/4k', ...nothing, firstAt: null, newestAt: null },
    ]);
  });
});

/** A filled SQLite store in which an index no longer fits its table. */
async function aTornStore(): Promise<FilledStore> {
  const file = (await filled['sqlite']?.()) ?? expect.fail('SQLite is everywhere');
  const bytes = readFileSync(file.address);
  bytes.write('tmdb:3', bytes.lastIndexOf('tmdb:2'));
  writeFileSync(file.address, bytes);
  return file;
}

test('an index that does not fit its table is told in the words of SQLite, and nothing else', async () => {
  await using file = await aTornStore();
  await using store = await openStore(file.address, { use: 'read' });
  const found = await store.check();
  expect(found).not.toEqual([]);
  for (const flaw of found)
    expect(flaw).toEqual({ instance: null, problem: expect.stringContaining('index') });
});

test.each([
  ['whose index is torn', aTornStore, /is damaged: .*index/],
  [
    'that misses a row',
    async () => {
      const file = (await filled['sqlite']?.()) ?? expect.fail('SQLite is everywhere');
      await file.tamper('delete from file where item = 2');
      return file;
    },
    /is damaged: HD counts 2 files, and has 1$/,
  ],
] as const)('a backup %s is not restored, and the store stays', async (_what, aBackup, says) => {
  await using backup = await aBackup();
  await using folder = await aFolder({ 'arr-score.db': 'the store that was there' });
  const path = join(folder.path, 'arr-score.db');
  await expect(restoreStore(backup.address, path, 'old')).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(says),
    hint: expect.stringContaining('Nothing was changed'),
  });
  expect(readFileSync(path, 'utf8')).toBe('the store that was there');
});

test('a backup is brought back where there is no store, and nothing is kept beside it', async () => {
  await using backup = (await filled['sqlite']?.()) ?? expect.fail('SQLite is everywhere');
  await using folder = await aFolder({});
  const path = join(folder.path, 'arr-score.db');
  expect(await restoreStore(backup.address, path, 'old')).toEqual({ keptAs: null, files: 2 });
  await using store = await openStore(path, { use: 'read' });
  expect((await store.info()).instances).toMatchObject([{ key: 'radarr/main', files: 2, snapshots: 3 }]);
});
