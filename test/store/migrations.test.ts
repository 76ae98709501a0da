import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSqlStore } from '../../src/store/create-sql-store.ts';
import type { Engine } from '../../src/store/engine/engine.ts';
import { openPostgresEngine } from '../../src/store/engine/postgres-engine.ts';
import { openSqliteEngine } from '../../src/store/engine/sqlite-engine.ts';
import { migrate, readSchemaState } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/open.ts';
import { databases } from '../support/databases.ts';
import { aFolder } from '../support/folder.ts';
import {
  makePast,
  migrateTo,
  readRows,
  StoreRows,
  tellPast,
  versions,
  writeRows,
} from '../support/old-store.ts';

const newest = versions.at(-1) ?? '';

/**
 * Rows as that version wrote them. Those of the newest are held to what the program writes today: another form of
 * them needs a migration, and a file of its own.
 */
function rowsFile(version: string): string {
  return join(import.meta.dirname, '../golden/store', `${version}.json`);
}

describe.each(Object.entries(databases))('tables on %s', async (name, fresh) => {
  const check = test.skipIf((await fresh()) === null);
  const open = async (): Promise<Engine> => {
    const address = (await fresh()) ?? '';
    return name === 'postgres'
      ? openPostgresEngine(address)
      : openSqliteEngine(address, { mayCreate: true, patienceMs: 0 });
  };

  check.each(versions)('of %s become the newest, and tell the same', async (version) => {
    const engine = await open();
    await using store = createSqlStore(engine);
    await migrateTo(engine, version);
    await writeRows(engine, StoreRows.parse(JSON.parse(readFileSync(rowsFile(version), 'utf8'))));
    await migrate(engine);
    expect(await readSchemaState(engine)).toEqual({ version: versions.length, pending: 0 });
    const made = await open();
    await using same = createSqlStore(made);
    await migrate(made);
    await makePast(same);
    const told = await tellPast(store);
    expect(told).toMatchObject({ flaws: [] });
    expect(told).toEqual(await tellPast(same));
  });
});

test('the newest version writes its rows as they are kept, some into every table', async () => {
  const engine = openSqliteEngine(':memory:', { mayCreate: true, patienceMs: 0 });
  await using store = createSqlStore(engine);
  await migrate(engine);
  await makePast(store);
  const rows = await readRows(engine);
  expect(Object.entries(rows).filter(([, all]) => all.length === 0)).toEqual([]);
  await expect(`${JSON.stringify(rows, null, 1)}\n`).toMatchFileSnapshot(rowsFile(newest));
});

test('programs that make the same store at once all find it made', { timeout: 60_000 }, async () => {
  await using folder = await aFolder({});
  const path = join(folder.path, 'arr-score.db');
  const script = `
    import { openStore } from './src/store/open.ts';
    await using store = await openStore(${JSON.stringify(path)}, { use: 'collect' });
    if ((await store.check()).length > 0) process.exitCode = 1;
  `;
  const codes = Array.from({ length: 5 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    const [code]: readonly unknown[] = await once(child, 'exit');
    return code;
  });
  expect(await Promise.all(codes)).toEqual([0, 0, 0, 0, 0]);
  await using store = await openStore(path, { use: 'read' });
  expect((await store.info()).version).toBe(versions.length);
});

test('several that make the tables of one PostgreSQL at once all find them made', async (context) => {
  const address = await databases.postgres();
  if (address === null) return context.skip('npm brings no PostgreSQL for this machine');
  const opened = await Promise.all(Array.from({ length: 4 }, () => openStore(address, { use: 'collect' })));
  const found = await Promise.all(opened.map((store) => store.info()));
  expect(found.map(({ version }) => version)).toEqual(Array(4).fill(versions.length));
  for (const store of opened) await store[Symbol.asyncDispose]();
});
