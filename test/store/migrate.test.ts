import { join } from 'node:path';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { describe, expect, test, vi } from 'vitest';
import type { openStore } from '../../src/store/open.ts';
import { judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile } from '../support/builders.ts';
import { databases } from '../support/databases.ts';
import { aFolder } from '../support/folder.ts';

const library = { instances: null, since: null, withRescored: false, ...judges } as const;

/** The program of a later version: it knows these migrations besides. */
async function programWith(later: Readonly<Record<string, Migration>>): Promise<typeof openStore> {
  const path = '../../src/store/migrations/index.ts';
  vi.resetModules();
  vi.doMock(path, async (original) => {
    const made = Object.entries(later).map(([name, migration]) => [name, () => migration] as const);
    return { ...Object.fromEntries(made), ...(await original<object>()) };
  });
  const program = await import('../../src/store/open.ts');
  vi.doUnmock(path);
  return program.openStore;
}

/** A table, then a column of it: out of order they cannot work. */
const later: Readonly<Record<string, Migration>> = {
  migration0003: { up: async (db) => void (await sql`alter table note add column words text`.execute(db)) },
  migration0002: { up: async (db) => void (await sql`create table note (number integer)`.execute(db)) },
};

/** The address of a place for a store; null where its kind of database is not on this machine. */
const places = {
  sqlite: async () => {
    const folder = await aFolder({});
    const address = join(folder.path, 'arr-score.db');
    return { address, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
  },
  postgres: async () => {
    const address = await databases.postgres();
    return address === null ? null : { address, [Symbol.asyncDispose]: async () => {} };
  },
};

describe.each(Object.entries(places))('the tables of a store on %s', async (_name, aPlace) => {
  await using probe = await aPlace();
  const check = test.skipIf(probe === null);
  /** A store of this version with one file. */
  const aStore = async () => {
    const place = (await aPlace()) ?? expect.fail('there was one before');
    const open = await programWith({});
    await using store = await open(place.address, { use: 'collect' });
    await saveMoment(store, { files: [aFile()] });
    return { ...place, open };
  };

  check('a reader of a later version leaves them, and says what to do', async () => {
    await using old = await aStore();
    const openLater = await programWith(later);
    await expect(openLater(old.address, { use: 'read' })).rejects.toMatchObject({
      code: 'store',
      message: expect.stringContaining('was made by an older arr-score'),
      hint: expect.stringContaining('db migrate'),
    });
    await using store = await old.open(old.address, { use: 'read' });
    expect((await store.loadLibrary(library)).files).toHaveLength(1);
  });

  check.each(['migrate', 'collect'] as const)('to %s brings them up to date, in order', async (use) => {
    await using old = await aStore();
    const openLater = await programWith(later);
    {
      await using store = await openLater(old.address, { use });
      expect((await store.info()).version).toBe(3);
    }
    await using store = await openLater(old.address, { use: 'read' });
    expect((await store.loadLibrary(library)).files).toHaveLength(1);
    await expect(old.open(old.address, { use: 'collect' })).rejects.toMatchObject({
      message: expect.stringContaining('was made by a newer arr-score'),
    });
  });

  check('a migration that fails half-way changes nothing', async () => {
    await using old = await aStore();
    const failing: Migration = {
      up: async (db) => {
        await sql`drop table file`.execute(db);
        throw new Error('half-way');
      },
    };
    const openLater = await programWith({ ...later, migration0004: failing });
    await expect(openLater(old.address, { use: 'migrate' })).rejects.toThrow('half-way');
    await using store = await old.open(old.address, { use: 'collect' });
    expect((await store.info()).version).toBe(1);
    expect((await store.loadLibrary(library)).files).toHaveLength(1);
  });
});
