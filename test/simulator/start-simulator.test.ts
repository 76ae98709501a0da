import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { openedLibrary } from '../support/opened-library.ts';
import { aSimulator, ask, askRaw } from '../support/simulated.ts';

test('each instance has its own port, name and key', async () => {
  await using simulator = await startSimulator({
    radarr: [{ name: 'hd' }, { name: '4k', urlBase: '/radarr' }],
    sonarr: { name: 'hd', apiKey: 'f'.repeat(32) },
  });
  const { instances } = simulator;
  expect(instances.map(({ service, name }) => `${service}/${name}`)).toEqual([
    'radarr/hd',
    'radarr/4k',
    'sonarr/hd',
  ]);
  expect(new Set(instances.map(({ url }) => new URL(url).port)).size).toBe(3);
  expect(new Set(instances.map(({ apiKey }) => apiKey)).size).toBe(3);
  expect(instances[1]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/radarr$/);
  for (const instance of instances) {
    const { pathname } = new URL(`${instance.url}/api/v3/system/status`);
    expect((await ask(instance, pathname.replace('//', '/'))).status).toBe(200);
  }
});

test('an instance that is not wanted is not started', async () => {
  await using simulator = await startSimulator({ radarr: null, sonarr: {} });
  expect(simulator.instances.map(({ service }) => service)).toEqual(['sonarr']);
});

test('all can share one port, told apart by their url bases', async () => {
  await using simulator = await startSimulator({
    radarr: { urlBase: '/radarr' },
    sonarr: { urlBase: '/sonarr' },
    sharedPort: 0,
  });
  const [radarr, sonarr] = simulator.instances;
  if (radarr === undefined || sonarr === undefined) throw new Error('two instances were started');
  expect(new URL(radarr.url).port).toBe(new URL(sonarr.url).port);
  const appName = async (instance: typeof radarr, target: string): Promise<unknown> =>
    z.object({ appName: z.string() }).parse(JSON.parse((await ask(instance, target)).text)).appName;
  expect(await appName(radarr, '/radarr/api/v3/system/status')).toBe('Radarr');
  expect(await appName(sonarr, '/Sonarr/api/v3/system/status')).toBe('Sonarr');
  expect((await ask(radarr, '/api/v3/system/status')).headers['location']).toBe(
    '/radarr/api/v3/system/status',
  );
});

test('a port can be chosen, and one that is taken is an error', async () => {
  await using first = await aSimulator('radarr');
  const port = Number(new URL(first.instance.url).port);
  await expect(startSimulator({ sonarr: { port } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('the log holds every request with its headers, so that a test can look for the key', async () => {
  await using simulator = await aSimulator('radarr');
  await ask(simulator.instance, '/api/v3/tag', { headers: { accept: 'application/json' } });
  await askRaw(simulator.instance, '/api/v3/language');
  const [first, second] = simulator.log;
  expect(first).toMatchObject({
    instance: 'radarr/main',
    method: 'GET',
    target: '/api/v3/tag',
    status: 200,
    fault: null,
  });
  expect(first?.headers).toMatchObject({
    accept: 'application/json',
    'x-api-key': simulator.instance.apiKey,
  });
  expect(second).toMatchObject({ target: '/api/v3/language', status: 401 });
});

test('a damaged set, or any folder of recordings, is served like a whole one', async () => {
  await using simulator = await aSimulator('sonarr', { library: { kind: 'recorded', set: 'own-damaged' } });
  expect(JSON.parse((await ask(simulator.instance, '/api/v3/series')).text)).toHaveLength(9);
});

test('what the servers refuse before they read it is refused', async () => {
  await using simulator = await aSimulator('radarr');
  const { instance } = simulator;
  const longest = (bytes: number): string => {
    const start = '/api/v3/moviefile?movieId=1&x=';
    return start + 'a'.repeat(bytes - `GET ${start} HTTP/1.1\r\n`.length);
  };
  expect((await ask(instance, longest(8_192))).status).toBe(200);
  expect(await ask(instance, longest(8_193))).toMatchObject({ status: 414, text: '' });
  expect((await ask(instance, longest(20_000))).status).toBe(414);
  expect((await ask(instance, longest(100_000))).status).toBe(414);
  expect((await ask(instance, '/api/v3/tag', { headers: { x: 'a'.repeat(40_960) } })).status).toBe(431);
  expect((await ask(instance, '/api/v3/tag', { headers: { x: 'a'.repeat(100_000) } })).status).toBe(431);
});

test('what is no HTTP is refused', async () => {
  await using simulator = await aSimulator('radarr');
  const { hostname, port } = new URL(simulator.instance.url);
  const socket = connect(Number(port), hostname);
  socket.end('\u0016\u0003\u0001');
  expect(await text(socket)).toMatch(/^HTTP\/1.1 400 Bad Request/);
});

test('headers beyond all measure are refused', async () => {
  await using simulator = await aSimulator('radarr');
  const asked = ask(simulator.instance, '/api/v3/tag', { headers: { x: 'a'.repeat(2_000_000) } });
  const outcome = await asked.then(
    ({ status }) => status,
    (error: NodeJS.ErrnoException) => error.code,
  );
  expect([431, 'ECONNRESET', 'EPIPE']).toContain(outcome);
});

test('writing is not played: known places refuse the method, unknown ones are not there', async () => {
  await using simulator = await aSimulator('sonarr');
  const status = async (method: string, path: string) =>
    (await ask(simulator.instance, path, { method })).status;
  expect(await status('POST', '/api/v3/tag')).toBe(405);
  expect(await status('DELETE', '/api/v3/series')).toBe(405);
  expect(await status('HEAD', '/api/v3/tag')).toBe(405);
  expect(await status('POST', '/api/v3/nowhere')).toBe(404);
  expect(await status('HEAD', '/ping')).toBe(200);
  expect(await status('POST', '/ping')).toBe(405);
  expect(await status('HEAD', '/')).toBe(405);
});

test('a preflight of a browser is allowed', async () => {
  await using simulator = await aSimulator('radarr');
  const headers = {
    origin: 'http://x.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'x-api-key',
  };
  const got = await askRaw(simulator.instance, '/api/v3/tag', { method: 'OPTIONS', headers });
  expect(got).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-headers': 'x-api-key', 'access-control-allow-origin': '*' },
  });
  const read = await ask(simulator.instance, '/api/v3/tag?h=1', { headers: { origin: 'http://x.example' } });
  expect(read.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=31536000, public',
  });
});

test('a server without login shows its pages and hands out its key', async () => {
  await using simulator = await aSimulator('radarr', { authentication: 'none', urlBase: '/r' });
  const { instance } = simulator;
  expect(JSON.parse((await askRaw(instance, '/r/initialize.json')).text)).toMatchObject({
    apiKey: instance.apiKey,
    urlBase: '/r',
  });
  expect((await askRaw(instance, '/r/login')).text).toContain('<title>Radarr</title>');
});

test('it tells how many connections are open, so that a test can look for one that is left', async () => {
  await using simulator = await startSimulator({ radarr: {}, sonarr: {} });
  expect(await simulator.connections()).toBe(0);
  const sockets = simulator.instances.map(({ url }) => connect(Number(new URL(url).port), '127.0.0.1'));
  await expect.poll(simulator.connections).toBe(2);
  for (const socket of sockets) socket.destroy();
  await expect.poll(simulator.connections).toBe(0);
});

test('a library that was opened before is served by many, and a change in one is none in another', async () => {
  const library = await openedLibrary('radarr');
  await using changed = await aSimulator('radarr', {
    library,
    faults: [{ kind: 'item-deleted', itemId: 1 }],
  });
  await using other = await aSimulator('radarr', { library });
  expect((await ask(changed.instance, '/api/v3/movie/1')).status).toBe(404);
  expect((await ask(other.instance, '/api/v3/movie/1')).status).toBe(200);
});
