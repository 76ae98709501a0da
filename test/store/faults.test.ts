import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createSqlStore } from '../../src/store/create-sql-store.ts';
import { openSqliteEngine, prepareSqlite } from '../../src/store/engine/sqlite-engine.ts';
import { explainSqlite } from '../../src/store/engine/sqlite-errors.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { restoreStore } from '../../src/store/upkeep/restore.ts';
import { aSnapshot, judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem } from '../support/builders.ts';
import { aFolder } from '../support/folder.ts';

const library = { instances: null, since: null, withRescored: false, ...judges } as const;

/** So many movies, with a file each. */
function movies(count: number, only: Parameters<typeof aFile>[0] = {}) {
  return Array.from({ length: count }, (_, index) => {
    const item = anItem({ id: index + 1, tmdbId: index + 1, title: `Movie ${index}` });
    return aFile({ fileId: index + 1, item, ...only });
  });
}

/** A store of some size in a folder of its own, closed. */
async function aStoreFile() {
  const folder = await aFolder({});
  const path = join(folder.path, 'arr-score.db');
  await using store = await openStore(path, { use: 'collect' });
  await saveMoment(store, { files: movies(300) });
  return { path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test('what is no database is left as it is', async () => {
  await using folder = await aFolder({
    'arr-score.db': 'a shopping list, long enough to be taken for a header '.repeat(20),
  });
  const path = join(folder.path, 'arr-score.db');
  const before = readFileSync(path);
  for (const use of ['collect', 'read', 'migrate'] as const) {
    await expect(openStore(path, { use })).rejects.toMatchObject({
      code: 'store',
      message: `the store ${path} is no database`,
      hint: expect.stringContaining('db restore'),
    });
  }
  expect(readFileSync(path)).toEqual(before);
});

test('a truncated file is damaged, and says how to go on', async () => {
  await using file = await aStoreFile();
  truncateSync(file.path, 20_000);
  const before = readFileSync(file.path);
  const reading = async () => {
    await using store = await openStore(file.path, { use: 'collect' });
    await saveMoment(store, { files: movies(301) });
  };
  await expect(reading()).rejects.toMatchObject({
    message: expect.stringContaining('is damaged'),
    hint: expect.stringContaining('db restore'),
  });
  expect(readFileSync(file.path)).toEqual(before);
});

test('a corrupted page is found by check', async () => {
  await using file = await aStoreFile();
  const bytes = readFileSync(file.path);
  bytes.fill(0x5a, 4096 * 20, 4096 * 30);
  writeFileSync(file.path, bytes);
  const look = async () => {
    await using store = await openStore(file.path, { use: 'read' });
    return (await store.check()).map(({ problem }) => problem);
  };
  const said = await look().catch(({ message }: Error) => [message]);
  expect(said.join('\n')).toMatch(/is damaged|page|malformed/);
  expect(readFileSync(file.path)).toEqual(bytes);
});

test('a database of a newer program is refused and not touched', async () => {
  await using file = await aStoreFile();
  const db = new DatabaseSync(file.path);
  db.exec(`insert into kysely_migration (name, timestamp) values ('migration9999', '2030-01-01')`);
  db.close();
  const before = readFileSync(file.path);
  for (const use of ['collect', 'read', 'migrate'] as const) {
    await expect(openStore(file.path, { use })).rejects.toMatchObject({
      message: expect.stringContaining('newer arr-score'),
    });
  }
  expect(readFileSync(file.path)).toEqual(before);
});

test('a reader makes no store and brings none up to date', async () => {
  await using folder = await aFolder({ 'empty.db': '' });
  const absent = join(folder.path, 'absent.db');
  await expect(openStore(absent, { use: 'read' })).rejects.toMatchObject({
    message: `there is no store at ${absent} yet`,
    hint: expect.stringContaining('arr-score collect'),
  });
  expect(existsSync(absent)).toBe(false);
  const empty = join(folder.path, 'empty.db');
  await expect(openStore(empty, { use: 'read' })).rejects.toMatchObject({
    message: `the store ${empty} is empty`,
  });
  expect(statSync(empty).size).toBe(0);
});

test('a full disk keeps the last whole snapshot', async () => {
  await using folder = await aFolder({});
  const path = join(folder.path, 'arr-score.db');
  const engine = openSqliteEngine(path, { mayCreate: true, patienceMs: 100 });
  await using store = createSqlStore(engine);
  await prepareSqlite(engine.db, { isNew: true, isWritten: true });
  await migrate(engine);
  await saveMoment(store, { files: movies(10) });
  await sql`pragma max_page_count = 60`.execute(engine.db);
  const many = { files: movies(2_000), at: new Date('2026-01-06T00:00:00Z') };
  await expect(saveMoment(store, many)).rejects.toMatchObject({
    message: `the store ${path} has no room left`,
    hint: expect.stringContaining('nothing was lost'),
  });
  expect((await store.loadLibrary(library)).files).toHaveLength(10);
  expect(await store.check()).toEqual([]);
});

test('a lock held elsewhere is waited for, then told', async () => {
  await using file = await aStoreFile();
  const other = new DatabaseSync(file.path);
  other.exec('begin immediate');
  await using store = await openStore(file.path, { use: 'collect', patienceMs: 50 });
  await expect(saveMoment(store, { files: movies(3) })).rejects.toMatchObject({
    message: expect.stringContaining('is being written by another program'),
  });
  other.exec('rollback');
  other.close();
  expect((await store.loadLibrary(library)).files).toHaveLength(300);
});

test.each(['folder.db', 'file/arr-score.db', 'file/deep/arr-score.db'])(
  'a store at %s, which cannot be, is told with the mend',
  async (place) => {
    await using folder = await aFolder({ file: 'no folder', 'folder.db/x': 'no store' });
    const path = join(folder.path, place);
    await expect(openStore(path, { use: 'collect' })).rejects.toMatchObject({
      code: 'store',
      message: `the store ${path} cannot be opened`,
      hint: expect.stringContaining('Is its folder there'),
    });
  },
);

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is told with the mend', async () => {
  await expect(openStore('/arr-score-test/arr-score.db', { use: 'collect' })).rejects.toMatchObject({
    message: expect.stringContaining('may not be written'),
  });
});

test.each([
  [{ errcode: 8 }, 'may not be written'],
  [{ errcode: 1032 }, 'may not be written'],
  [{ code: 'EROFS' }, 'may not be written'],
  [{ code: 'EPERM' }, 'may not be written'],
  [{ code: 'ENOSPC' }, 'has no room left'],
  [{ code: 'ENOTDIR' }, 'cannot be opened'],
  [{ code: 'EISDIR' }, 'cannot be opened'],
  [{ errcode: 10 }, 'cannot be read or written'],
])('the error %o is put in words', (about, says) => {
  expect(explainSqlite(Object.assign(new Error('x'), about), 'it.db')?.message).toBe(
    `the store it.db ${says}`,
  );
});

test('an error that is no fault of the database stays what it is', () => {
  expect(explainSqlite(new Error('a bug'), 'it.db')).toBeNull();
  const coded = Object.assign(new TypeError('a bug'), { code: 'ERR_INVALID_ARG_TYPE' });
  expect(explainSqlite(coded, 'it.db')).toBeNull();
  expect(explainSqlite('no error', 'it.db')).toBeNull();
});

test('a clock that went back changes no order, and is told', async () => {
  await using store = await openStore(':memory:', { use: 'collect' });
  const at = new Date('2026-01-05T12:00:00Z');
  await saveMoment(store, { at, files: movies(1) });
  const saved = await saveMoment(store, {
    at: new Date('2026-01-05T11:00:00Z'),
    files: movies(1, { sizeBytes: 5 }),
  });
  expect(saved).toMatchObject({ clockBehindMs: 3_600_000, at: new Date(at.getTime() + 1) });
  const runs = await store.runs({ instances: null, since: null, limit: 9 });
  expect(runs.map(({ run }) => run)).toEqual([2, 1]);
  expect(await store.check()).toEqual([]);
});

test('a restore proves the backup first, and keeps what was there', async () => {
  await using file = await aStoreFile();
  const backup = `${file.path}.backup`;
  {
    await using store = await openStore(file.path, { use: 'collect' });
    await store.backup(backup);
    await expect(store.backup(backup)).rejects.toMatchObject({
      message: `there is already a file ${backup}`,
    });
    await saveMoment(store, { files: movies(301), at: new Date('2026-01-06T00:00:00Z') });
  }
  writeFileSync(`${backup}.bad`, readFileSync(backup).fill(0x5a, 4096 * 20, 4096 * 30));
  await expect(restoreStore(`${backup}.bad`, file.path, 'old')).rejects.toMatchObject({ code: 'store' });
  await expect(restoreStore('absent.db', file.path, 'old')).rejects.toMatchObject({ code: 'store' });
  expect(await restoreStore(backup, file.path, 'old')).toEqual({ keptAs: `${file.path}.old`, files: 300 });
  await using old = await openStore(`${file.path}.old`, { use: 'read' });
  expect((await old.loadLibrary(library)).files).toHaveLength(301);
  await using back = await openStore(file.path, { use: 'read' });
  expect((await back.loadLibrary(library)).files).toHaveLength(300);
});

test('a store that somebody has open is not replaced', async () => {
  await using file = await aStoreFile();
  const backup = `${file.path}.backup`;
  await using reader = await openStore(file.path, { use: 'read' });
  await reader.backup(backup);
  await expect(restoreStore(backup, file.path, 'old')).rejects.toMatchObject({
    message: `the store ${file.path} is in use`,
    hint: expect.stringContaining('serve'),
  });
  expect(existsSync(`${file.path}.old`)).toBe(false);
  expect((await reader.loadLibrary(library)).files).toHaveLength(300);
});

test('a store that is no database any more gives way to its backup', async () => {
  await using file = await aStoreFile();
  const backup = `${file.path}.backup`;
  {
    await using store = await openStore(file.path, { use: 'read' });
    await store.backup(backup);
  }
  const ruin = 'a shopping list, long enough to be taken for a header '.repeat(20);
  writeFileSync(file.path, ruin);
  expect(await restoreStore(backup, file.path, 'old')).toMatchObject({ files: 300 });
  expect(readFileSync(`${file.path}.old`, 'utf8')).toBe(ruin);
});

test.skipIf(process.platform === 'win32')('store, log and backup are for their owner alone', async () => {
  await using file = await aStoreFile();
  await using store = await openStore(file.path, { use: 'collect' });
  await saveMoment(store, { files: movies(300), at: new Date('2026-01-06T00:00:00Z') });
  await store.backup(`${file.path}.backup`);
  for (const part of ['', '-wal', '.backup'])
    expect(statSync(`${file.path}${part}`).mode & 0o777).toBe(0o600);
});

test('a snapshot without the lock is refused', async () => {
  await using store = await openStore(':memory:', { use: 'collect' });
  await expect(store.save(aSnapshot({ files: movies(1) }))).rejects.toMatchObject({ name: 'RefusedReading' });
});
