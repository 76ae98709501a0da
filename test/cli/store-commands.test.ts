import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { databases, postgresUrl } from '../support/databases.ts';
import { aFolder } from '../support/folder.ts';
import { run, yamlFor } from '../support/run.ts';
import { aSimulator } from '../support/simulated.ts';

const postgres = await postgresUrl();

/** A configuration with a store of its own, beside it unless told otherwise. */
async function aSetup(story = false, store = 'history.db') {
  const folder = await aFolder({});
  const library = story ? ({ kind: 'story' } as const) : undefined;
  const simulator = await aSimulator('radarr', library === undefined ? {} : { library });
  const path = join(folder.path, 'arr-score.yaml');
  writeFileSync(path, `${yamlFor(simulator.instances)}store: ${store}\n`, { mode: 0o600 });
  return {
    folder: folder.path,
    simulator,
    path,
    arr: async (...words: readonly string[]) => {
      const { code, out, err } = await run([...words, '--config', path]);
      return { code, out: out.replaceAll(folder.path, 'HERE'), err: err.replaceAll(folder.path, 'HERE') };
    },
    [Symbol.asyncDispose]: async () => {
      await simulator[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test('collect tells the first snapshot, then what changed and why', { timeout: 30_000 }, async () => {
  await using setup = await aSetup(true);
  const first = await setup.arr('collect');
  expect(first).toMatchObject({ code: 0, out: '' });
  expect(first.err).toContain('main: first snapshot: 107 files');
  expect((await setup.arr('collect')).err).toContain('main: 107 files, nothing changed');
  setup.simulator.story.goTo(1);
  const edited = await setup.arr('collect', 'main', '--read', 'asked', '--no-backfill');
  expect(edited.err).toContain('main: 107 files, none changed by itself');
  expect(edited.err).toContain('Best of everything: Lossless audio 2,750 → 2,600; −600 points over 4 files');
  setup.simulator.story.goTo(10);
  expect((await setup.arr('collect')).err).toMatch(/10 replaced/);
});

test('collect --no-backfill asks for no history; without it no address gets into the store', {
  timeout: 60_000,
}, async () => {
  await using setup = await aSetup(true);
  const asked = () => setup.simulator.log.filter(({ target }) => target.includes('/history')).length;
  expect((await setup.arr('collect', '--no-backfill')).code).toBe(0);
  expect(asked()).toBe(0);
  setup.simulator.story.goTo(20);
  expect((await setup.arr('collect')).code).toBe(0);
  expect(asked()).toBeGreaterThan(0);
  const bytes = readFileSync(join(setup.folder, 'history.db'), 'latin1');
  expect(bytes).toContain('grabbed');
  expect(bytes).not.toMatch(/passkey|apikey=|https?:[/][/](?!127)/i);
});

test('collect with a wrong plan or service does nothing', { timeout: 30_000 }, async () => {
  await using setup = await aSetup();
  expect(await setup.arr('collect', '--read', 'guessed')).toMatchObject({
    code: 2,
    err: expect.stringContaining('asked or carried'),
  });
  expect(await setup.arr('collect', '--service', 'lidarr')).toMatchObject({ code: 2 });
  expect(setup.simulator.log).toEqual([]);
});

test('collect of a server that cannot be read ends with 3, and db info still tells the last snapshot', {
  timeout: 30_000,
}, async () => {
  await using setup = await aSetup();
  await setup.arr('collect');
  setup.simulator.addFault('radarr/main', { kind: 'unauthorised', on: { count: null } });
  const { code, err } = await setup.arr('collect');
  expect([code, err]).toEqual([3, expect.stringContaining('refused the API key')]);
  const { out } = await setup.arr('db', 'info');
  expect(out).toContain('radarr/main  120 items, 107 files, 1 snapshot');
});

test('another server behind the name is refused with 3, and can be accepted', {
  timeout: 30_000,
}, async () => {
  await using setup = await aSetup();
  await setup.arr('collect');
  await using other = await aSimulator('radarr', {
    library: { kind: 'generated', items: 50, seed: 'another' },
  });
  writeFileSync(setup.path, `${yamlFor(other.instances)}store: history.db\n`);
  const { code, err } = await setup.arr('collect');
  expect(code).toBe(3);
  expect(err).toContain('is this another server?');
  expect(err).toContain('--accept-new-server');
  expect((await setup.arr('collect', '--accept-new-server')).code).toBe(0);
});

test('a store that is not there yet, or is no database, is told with the next step and 1', {
  timeout: 30_000,
}, async () => {
  await using setup = await aSetup();
  expect(await setup.arr('db', 'info')).toMatchObject({
    code: 1,
    err: 'there is no store at HERE/history.db yet\n→ Fill it with "arr-score collect".\n',
  });
  writeFileSync(join(setup.folder, 'history.db'), 'x'.repeat(5_000));
  expect(await setup.arr('collect')).toMatchObject({
    code: 1,
    err: expect.stringContaining('is no database'),
  });
});

test('db looks after the store', { timeout: 30_000 }, async () => {
  await using setup = await aSetup();
  await setup.arr('collect');
  const backup = join(setup.folder, 'backup.db');
  expect(await setup.arr('db', 'check')).toMatchObject({ code: 0, out: 'the store is sound\n' });
  expect(await setup.arr('db', 'migrate')).toMatchObject({
    code: 0,
    out: 'the tables are up to date: version 1\n',
  });
  expect(await setup.arr('db', 'backup', backup)).toMatchObject({ code: 0, out: '→ HERE/backup.db\n' });
  expect(await setup.arr('db', 'backup', backup)).toMatchObject({
    code: 1,
    err: expect.stringContaining('already a file'),
  });
  expect(await setup.arr('db', 'vacuum')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/before, .* after/),
  });
  expect(await setup.arr('db', 'prune', '--keep', '400d')).toMatchObject({
    code: 0,
    out: expect.stringContaining('0 daily counts'),
  });
  expect(await setup.arr('db', 'prune', '--keep', 'long')).toMatchObject({
    code: 2,
    err: expect.stringContaining('400d'),
  });
  const restored = await setup.arr('db', 'restore', backup);
  expect(restored.out).toMatch(
    /^107 files brought back to HERE\/history\.db\nthe store that was there is now HERE\/history\.db\.replaced-/,
  );
  expect(await setup.arr('db', 'restore', 'absent.db')).toMatchObject({ code: 1 });
});

test('db info tells of a server that was tried and never read', { timeout: 30_000 }, async () => {
  await using setup = await aSetup();
  setup.simulator.addFault('radarr/main', { kind: 'unauthorised', on: { count: null } });
  await setup.arr('collect');
  expect((await setup.arr('db', 'info')).out).toContain(
    'radarr/main  0 items, 0 files, 0 snapshots\n  never read; 0 past spans',
  );
});

test.skipIf(postgres === null)(
  'db looks after PostgreSQL too, and never tells its password',
  {
    timeout: 60_000,
  },
  async () => {
    const url = (await databases.postgres()) ?? '';
    await using setup = await aSetup(false, url);
    await setup.arr('collect', '--no-backfill');
    const { code, out } = await setup.arr('db', 'info');
    expect([code, out]).toEqual([0, expect.stringMatching(/^PostgreSQL .+ {2}\d.*B {2}tables version 1\n/)]);
    expect(out).not.toContain(new URL(url).password);
    expect(await setup.arr('db', 'restore', 'backup.db')).toMatchObject({
      code: 1,
      err: 'a store on PostgreSQL is restored by its own tools\n→ Use pg_restore or psql.\n',
    });
  },
);

test('db restore brings a store to where none was', { timeout: 30_000 }, async () => {
  await using setup = await aSetup();
  await setup.arr('collect', '--no-backfill');
  await setup.arr('db', 'backup', join(setup.folder, 'backup.db'));
  await rm(join(setup.folder, 'history.db'));
  expect(await setup.arr('db', 'restore', join(setup.folder, 'backup.db'))).toEqual({
    code: 0,
    out: '107 files brought back to HERE/history.db\n',
    err: '',
  });
});

test.each([
  [
    'rows that are gone',
    'delete from file where item = (select min(item) from file)',
    /^radarr\/main: .+ counts \d+ files, and has \d+\n/,
  ],
  [
    'pages that nobody owns',
    "pragma writable_schema = on; delete from sqlite_schema where type = 'index' and sql is not null",
    /^.*never used\n/,
  ],
])('db check finds %s, and is 1 with the next step', { timeout: 30_000 }, async (_name, sql, found) => {
  await using setup = await aSetup();
  await setup.arr('collect', '--no-backfill');
  const database = new DatabaseSync(join(setup.folder, 'history.db'), { defensive: false });
  database.exec(sql);
  database.close();
  const { code, out } = await setup.arr('db', 'check');
  expect(code).toBe(1);
  expect(out).toMatch(found);
  expect(out).toMatch(/\n→ Keep the file, then bring back a backup: arr-score db restore FILE\.\n$/);
});

test('export --from-store asks no server', { timeout: 30_000 }, async () => {
  await using setup = await aSetup();
  const asked = await setup.arr('export', '--format', 'ndjson', '--out', '-');
  expect(await setup.arr('export', '--from-store', '--out', '-')).toMatchObject({ code: 1 });
  await setup.arr('collect', '--no-backfill');
  const before = setup.simulator.log.length;
  const stored = await setup.arr('export', '--from-store', '--format', 'ndjson', '--out', '-');
  expect(setup.simulator.log.length).toBe(before);
  expect(stored.code).toBe(0);
  expect(stored.out).toBe(asked.out);
});
