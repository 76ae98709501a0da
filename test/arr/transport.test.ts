import { createServer } from 'node:http';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { aClient, failureOf } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';

const json = { 'content-type': 'application/json' };
const Anything = z.unknown();

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every connection looks as if it went to this address. */
function pretendAddress(address: string): void {
  const { connect } = net;
  vi.spyOn(net, 'connect').mockImplementation((...options: Parameters<typeof net.connect>) =>
    Object.defineProperty(connect(...options), 'remoteAddress', { value: address }),
  );
}

test('plain http to a public address is refused before a byte is sent', async () => {
  await using server = await aServer((_request, response) => void response.writeHead(200, json).end('[]'));
  await using client = aClient(server.url);
  pretendAddress('203.0.113.7');
  expect((await failureOf(client.get('/api', Anything))).failure).toMatchObject({
    kind: 'insecure',
    address: '203.0.113.7',
  });
  expect(server.requests).toEqual([]);
});

test('allow_insecure lets it through', async () => {
  await using server = await aServer((_request, response) => void response.writeHead(200, json).end('[]'));
  await using client = aClient(server.url, { allowInsecure: true });
  pretendAddress('203.0.113.7');
  expect(await client.get('/api', Anything)).toEqual([]);
});

test('a proxy is asked where one is configured, and not for what it is not for', async () => {
  await using server = await aServer((_request, response) => void response.writeHead(200, json).end('[]'));
  const asked: string[] = [];
  await using proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(proxy.address());
  const httpProxy = `http://127.0.0.1:${port}`;
  await using direct = aClient(server.url, { proxy: { httpProxy, httpsProxy: null, noProxy: '127.0.0.1' } });
  expect(await direct.get('/api', Anything)).toEqual([]);
  await using through = aClient(server.url, {
    proxy: { httpProxy, httpsProxy: null, noProxy: null },
    ca: null,
  });
  expect((await failureOf(through.get('/api', Anything))).failure).toMatchObject({
    kind: 'status',
    status: 502,
  });
  expect(asked[0]).toBe(`${server.url}/api`);
  expect(server.requests).toHaveLength(1);
});

test('https does not go through a proxy that is for http alone', async () => {
  const asked: string[] = [];
  await using proxy = createServer((_request, response) => void response.writeHead(502).end());
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(proxy.address());
  const address = `http://127.0.0.1:${port}`;
  const ofHttp = { httpProxy: address, httpsProxy: null, noProxy: null };
  await using direct = aClient('https://127.0.0.1:9', { proxy: ofHttp });
  await failureOf(direct.get('/api', Anything));
  expect(asked).toEqual([]);
  await using through = aClient('https://127.0.0.1:9', { proxy: { ...ofHttp, httpsProxy: address } });
  await failureOf(through.get('/api', Anything));
  expect(asked[0]).toBe('127.0.0.1:9');
});

test('a rate is kept, and an authority of one’s own does no harm to plain http', async () => {
  await using server = await aServer((_request, response) => void response.writeHead(200, json).end('[]'));
  await using client = aClient(
    server.url,
    { maxRequestsPerSecond: 50, ca: '' },
    { sleep: (ms) => delay(ms) },
  );
  const since = performance.now();
  await Promise.all(Array.from({ length: 6 }, () => client.get('/api', Anything)));
  expect(performance.now() - since).toBeGreaterThan(90);
  expect(client.limit()).toBeGreaterThan(0);
});

test('a proxy is given the key for a private address alone, unless insecure is allowed', async () => {
  const asked: string[] = [];
  await using proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, json).end('[]');
  });
  await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(proxy.address());
  const through = { httpProxy: `http://127.0.0.1:${port}`, httpsProxy: null, noProxy: null };
  for (const host of ['192.0.2.7', 'media.example.org', '[2001:db8::7]']) {
    await using client = aClient(`http://${host}`, { proxy: through });
    const { failure } = await failureOf(client.get('/api', Anything));
    expect(failure).toMatchObject({ kind: 'insecure', address: host });
  }
  expect(asked).toEqual([]);
  for (const host of ['192.168.1.7', 'radarr', 'nas.local', '[fd00::7]']) {
    await using client = aClient(`http://${host}`, { proxy: through });
    expect(await client.get('/api', Anything)).toEqual([]);
  }
  await using allowed = aClient('http://media.example.org', { proxy: through, allowInsecure: true });
  expect(await allowed.get('/api', Anything)).toEqual([]);
  expect(asked).toHaveLength(5);
});
