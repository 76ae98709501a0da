import { execFileSync } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { openPostgresEngine } from '../../src/store/engine/postgres-engine.ts';
import { explainPostgres } from '../../src/store/engine/postgres-errors.ts';
import { openStore } from '../../src/store/open.ts';
import { aSnapshot, judges, saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem } from '../support/builders.ts';
import { asOwner, databases, postgresUrl } from '../support/databases.ts';

const owner = await postgresUrl();
const check = test.skipIf(owner === null);
const library = { instances: null, since: null, withRescored: false, ...judges } as const;

function movies(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const item = anItem({ id: index + 1, tmdbId: index + 1 });
    return aFile({ fileId: index + 1, item });
  });
}

/** A wire to PostgreSQL that can be cut. */
async function aWire(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.pipe(far).pipe(near);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  const url = new URL(target);
  url.port = String(typeof address === 'object' ? address?.port : 0);
  return {
    url: url.href,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await server[Symbol.asyncDispose]();
    },
  };
}

check('a connection that is cut in mid-transaction loses nothing that was stored', async () => {
  await using wire = await aWire((await databases.postgres()) ?? '');
  await using store = await openStore(wire.url, { use: 'collect' });
  await saveMoment(store, { files: movies(5) });
  const lock = { id: 'test', host: 'here', processId: 1, now: new Date(0), isAlive: () => false };
  await store.lock({ service: 'radarr', name: 'main' }, lock);
  const snapshot = aSnapshot({ files: movies(50), at: new Date('2026-01-06T00:00:00Z') });
  const cutting = {
    ...snapshot,
    read: (ids: ReadonlySet<number>) => {
      wire.cut();
      return snapshot.read(ids);
    },
  };
  await expect(store.save(cutting)).rejects.toMatchObject({
    code: 'store',
    message: expect.stringContaining('cut the connection'),
    hint: expect.stringContaining('nothing was lost'),
  });
  expect((await store.loadLibrary(library)).files).toHaveLength(5);
});

check('a server that ends the session in mid-transaction, as a restart does, loses nothing', async () => {
  const url = (await databases.postgres()) ?? '';
  await using store = await openStore(url, { use: 'collect' });
  await saveMoment(store, { files: movies(5) });
  const lock = { id: 'test', host: 'here', processId: 1, now: new Date(0), isAlive: () => false };
  await store.lock({ service: 'radarr', name: 'main' }, lock);
  const name = new URL(url).pathname.slice(1);
  const snapshot = aSnapshot({ files: movies(50), at: new Date('2026-01-06T00:00:00Z') });
  const ended = new Set<string>();
  const cutting = {
    ...snapshot,
    read: (ids: ReadonlySet<number>) => {
      if (ended.size === 0) endSessions(name);
      ended.add(name);
      return snapshot.read(ids);
    },
  };
  await expect(store.save(cutting)).rejects.toMatchObject({
    message: expect.stringContaining('cut the connection'),
  });
  expect((await store.loadLibrary(library)).files).toHaveLength(5);
  expect(await store.check()).toEqual([]);
  await store.save(snapshot);
  expect((await store.loadLibrary(library)).files).toHaveLength(50);
});

/** Ends all sessions on a database before it returns: the transaction of the test is in its midst. */
function endSessions(name: string): void {
  const script = `
    import pg from 'pg';
    const client = new pg.Client(${JSON.stringify(owner)});
    await client.connect();
    await client.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'");
    await client.end();`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', script]);
}

check('a server that drops idle connections does not end the program', async () => {
  const url = (await databases.postgres()) ?? '';
  await using store = await openStore(url, { use: 'collect' });
  const name = new URL(url).pathname.slice(1);
  await asOwner(
    owner ?? '',
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  );
  await expect.poll(() => store.loadLibrary(library).catch(() => null)).toMatchObject({ files: [] });
});

check('a wrong password, a missing database, an absent server: each is told with the mend', async () => {
  const wrong = new URL(owner ?? '');
  wrong.pathname = '/absent';
  await expect(openStore(wrong.href, { use: 'collect' })).rejects.toMatchObject({
    message: expect.stringContaining('has no such database'),
    hint: expect.stringContaining('createdb'),
  });
  const nobody = await openStore('postgres://me:secret-word@127.0.0.1:1/arr', { use: 'collect' }).catch(
    (error: Error) => error,
  );
  expect(nobody).toMatchObject({ message: expect.stringContaining('cannot be reached') });
  expect(JSON.stringify(nobody)).not.toContain('secret-word');
});

check('a reader makes no tables, a backup is left to pg_dump', async () => {
  const url = (await databases.postgres()) ?? '';
  await expect(openStore(url, { use: 'read' })).rejects.toMatchObject({
    message: expect.stringContaining('is empty'),
  });
  await using store = await openStore(url, { use: 'collect' });
  await expect(store.backup('x')).rejects.toMatchObject({ hint: expect.stringContaining('pg_dump') });
  await store.vacuum();
  expect((await store.info()).sizeBytes).toBeGreaterThan(0);
});

test.each([
  [{ code: '28P01' }, 'refused user or password'],
  [{ code: '42501' }, 'does not let this user do that'],
  [{ code: '53100' }, 'has no room left'],
  [{ code: '53300' }, 'has no connection or memory left'],
  [{ code: '40P01' }, 'is being written by another program'],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'shows a certificate that is not trusted'],
])('the error %o is put in words', (about, says) => {
  expect(explainPostgres(Object.assign(new Error('x'), about), 'db/arr')?.message).toBe(
    `PostgreSQL db/arr ${says}`,
  );
});

test.each([
  ['postgres://me:secret@nas/arr', 'nas/arr'],
  ['postgresql://nas:6432/arr?sslmode=require', 'nas:6432/arr'],
])('%s is called %s: neither user nor password', async (url, place) => {
  await using engine = openPostgresEngine(url);
  expect(engine.place).toBe(place);
});

test.each([
  ['sslrootcert=/absent/ca.pem', 'needs a certificate that cannot be read', 'sslrootcert'],
  ['host=/absent', 'cannot be reached', 'Does it run'],
])('an address with %s %s', async (option, says, hint) => {
  const opening = openStore(`postgres://me@nas:6432/arr?${option}`, { use: 'read' });
  await expect(opening).rejects.toMatchObject({
    code: 'store',
    message: `PostgreSQL nas:6432/arr ${says}`,
    hint: expect.stringContaining(hint),
  });
});

test('an address in capitals is no file', async () => {
  const opening = openStore('POSTGRES://127.0.0.1:1/arr', { use: 'collect' });
  await expect(opening).rejects.toMatchObject({ message: 'PostgreSQL 127.0.0.1:1/arr cannot be reached' });
});

test('without the driver its installation is told', async () => {
  vi.resetModules();
  vi.doMock('pg', () => {
    throw new Error("Cannot find package 'pg'");
  });
  const { openStore: openWithout } = await import('../../src/store/open.ts');
  await expect(openWithout('postgres://nas/arr', { use: 'read' })).rejects.toMatchObject({
    code: 'store',
    message: 'the driver for PostgreSQL is missing',
    hint: expect.stringContaining('npm install pg'),
  });
  vi.doUnmock('pg');
});

test('what the server says of TLS is put in words, a bug stays a bug', () => {
  expect(explainPostgres(new Error('The server does not support SSL connections'), 'db/arr')?.hint).toContain(
    'sslmode',
  );
  expect(explainPostgres(new Error('a bug'), 'db/arr')).toBeNull();
  expect(explainPostgres('no error', 'db/arr')).toBeNull();
});
