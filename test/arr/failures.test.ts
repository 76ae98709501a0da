import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { aClient, failureOf, markerKey } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';

type Answer = (response: ServerResponse) => void;

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };
const say =
  (status: number, headers: Record<string, string> = {}, body: string | Buffer = ''): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** Answers, the path they are given for, and what they mean. */
const cases: readonly (readonly [name: string, path: string, answer: Answer, failure: object])[] = [
  ['401', '/api/v3/tag', say(401), { kind: 'unauthorised' }],
  ['403', '/api/v3/tag', say(403), { kind: 'forbidden' }],
  ['a web page', '/api/v3/tag', say(200, html, '<!doctype html>'), { kind: 'not-an-arr' }],
  [
    'a redirect to a login',
    '/api/v3/tag',
    say(302, { location: '/login?returnUrl=/' }),
    { kind: 'not-an-arr' },
  ],
  ['a redirect to nowhere', '/api/v3/tag', say(302, { location: 'http://[' }), { kind: 'not-an-arr' }],
  [
    'a redirect to https',
    '/api/v3/tag',
    say(301, { location: 'https://nas.example/api/v3/tag?x=1' }),
    { kind: 'url-base', location: 'https://nas.example/api/v3/tag' },
  ],
  [
    'starting up',
    '/api/v3/tag',
    say(503, json, '{"errorMessage":"Radarr is starting up, please"}'),
    { kind: 'starting' },
  ],
  ['a locked database', '/api/v3/tag', say(500, json, '{"message":"database is locked"}'), { kind: 'busy' }],
  ['404 of an item', '/api/v3/movie/5', say(404), { kind: 'gone' }],
  ['404 of a chunk', '/api/v3/moviefile?movieId=1&movieId=2', say(404), { kind: 'gone' }],
  ['404 of a page', '/api/v3/movie/5', say(404, html, '<html>'), { kind: 'not-an-arr' }],
  ['404 of a path', '/api/v3/tag', say(404), { kind: 'status', status: 404, problem: null }],
  [
    'an exception',
    '/api/v3/tag',
    say(
      500,
      json,
      '{"message":"Sequence contains no elements\\r\\n   at System.Linq","description":"stack"}',
    ),
    { kind: 'list-broken', problem: 'Sequence contains no elements' },
  ],
  [
    'a long message',
    '/api/v3/tag',
    say(500, json, `{"message":"${'x'.repeat(900)}"}`),
    { problem: `${'x'.repeat(200)}…` },
  ],
  [
    'a validation',
    '/api/v3/tag',
    say(400, json, '[{"errorMessage":"must be"}]'),
    { status: 400, problem: 'must be' },
  ],
  ['a proxy', '/api/v3/tag', say(502, html, '<html>Bad'), { kind: 'status', status: 502 }],
  ['414', '/api/v3/tag', say(414), { kind: 'status', status: 414, problem: null }],
  ['no JSON', '/api/v3/tag', say(200, json, '{"a":'), { kind: 'body', problem: 'it is not JSON' }],
  [
    'another shape',
    '/api/v3/tag',
    say(200, json, '[{"id":"one"}]'),
    { kind: 'body', problem: expect.stringContaining('0.id') },
  ],
  [
    'another type',
    '/api/v3/tag',
    say(200, { 'content-type': 'text/plain' }, '[]'),
    { kind: 'body', problem: 'its type is "text/plain"' },
  ],
  ['no type', '/api/v3/tag', say(200, {}, '[]'), { kind: 'body', problem: 'its type is not said' }],
  ['nothing', '/api/v3/tag', say(204), { kind: 'body', problem: 'it is empty' }],
  ['brotli', '/api/v3/tag', say(200, { ...json, 'content-encoding': 'br' }, 'x'), { kind: 'body' }],
  [
    'bad gzip',
    '/api/v3/tag',
    say(200, { ...json, 'content-encoding': 'gzip' }, 'no gzip'),
    { kind: 'body', problem: 'its compression is broken' },
  ],
  [
    'gzip that breaks off',
    '/api/v3/tag',
    say(200, { ...json, 'content-encoding': 'gzip' }, gzipSync('[{"id":1}]').subarray(0, 15)),
    { kind: 'body' },
  ],
  ['silence', '/api/v3/tag', () => undefined, { kind: 'timeout' }],
  ['a drip', '/api/v3/tag', drip, { kind: 'timeout', afterMs: 300 }],
  [
    'a connection that is cut',
    '/api/v3/tag',
    (response) => void response.socket?.destroy(),
    { kind: 'unreachable' },
  ],
  [
    'an answer that is cut',
    '/api/v3/tag',
    (response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' }).write('[');
      setTimeout(() => response.socket?.destroy(), 20);
    },
    { kind: 'unreachable' },
  ],
  [
    'no HTTP',
    '/api/v3/tag',
    (response) => void response.socket?.end('SSH-2.0-OpenSSH\r\n\r\n'),
    { kind: 'not-an-arr' },
  ],
];

function drip(response: ServerResponse): void {
  response.writeHead(200, json);
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
}

const Rows = z.array(z.object({ id: z.number() }));

test.each(cases)('%s is told for what it is, and no key with it', async (...given) => {
  const [, path, answer, failure] = given;
  await using server = await aServer((_request, response) => answer(response));
  await using client = aClient(server.url);
  const error = await failureOf(client.get(path, Rows));
  expect(error.failure).toMatchObject(failure);
  expect(error.failure.url).toBe(`${server.url}${path.replace(/\?.*/, '')}`);
  const written = [
    inspect(error, { depth: 20, showHidden: true }),
    error.stack,
    JSON.stringify(client.events),
  ];
  for (const text of written) expect(text).not.toContain(markerKey);
});

test('the key is in its header and nowhere else', async () => {
  await using server = await aServer((_request, response) => say(200, json, '[]')(response));
  await using client = aClient(server.url, { headers: { 'CF-Access-Client-Id': 'gate' } });
  await client.get('/api/v3/tag', Rows);
  const [request] = server.requests;
  expect(request?.headers).toMatchObject({
    'x-api-key': markerKey,
    'accept-encoding': 'gzip',
    'cf-access-client-id': 'gate',
  });
  expect(request?.url).toBe('/api/v3/tag');
});

test('nothing listens, or no name: unreachable, in words', async () => {
  await using client = aClient('http://127.0.0.1:1');
  expect((await failureOf(client.get('/api', Rows))).failure).toMatchObject({
    problem: 'nothing listens at this address',
  });
  await using nameless = aClient('http://no-such-host.invalid');
  expect((await failureOf(nameless.get('/api', Rows))).failure).toMatchObject({ kind: 'unreachable' });
});

test('a list that stops half-way ends within its limit', async () => {
  await using server = await aServer(
    (_request, response) => void response.writeHead(200, json).write('[{"id":1},'),
  );
  await using client = aClient(server.url);
  const reader = { take: () => undefined, restart: () => undefined };
  expect((await failureOf(client.list('/api/v3/movie', Rows.element, reader))).failure).toMatchObject({
    kind: 'timeout',
  });
});

test('an element of another shape is named by its place', async () => {
  await using server = await aServer((_request, response) =>
    say(200, json, '[{"id":1},{"id":null}]')(response),
  );
  await using client = aClient(server.url);
  const reader = { take: () => undefined, restart: () => undefined };
  const { failure } = await failureOf(client.list('/api/v3/movie', Rows.element, reader));
  expect(failure).toMatchObject({ kind: 'body', problem: expect.stringContaining('[1].id') });
});

test('a list that is no array, or breaks off, is a body that cannot be read', async () => {
  for (const body of ['{}', '[{"id":1}', '[1,,2]']) {
    await using server = await aServer((_request, response) => say(200, json, body)(response));
    await using client = aClient(server.url);
    const reader = { take: () => undefined, restart: () => undefined };
    expect((await failureOf(client.list('/api/v3/movie', z.unknown(), reader))).failure.kind).toBe('body');
  }
});

test('an answer over 64 MB is refused while it comes', async () => {
  await using server = await aServer((_request, response) => {
    response.writeHead(200, json);
    const piece = `"${'x'.repeat(1_000_000)}",`;
    const more = (): void => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', more).write('[');
    more();
  });
  await using client = aClient(server.url, {
    timeouts: { connectMs: 1_000, listFirstByteMs: 9_000, listIdleMs: 9_000, otherMs: 9_000 },
  });
  expect((await failureOf(client.get('/api/v3/tag', z.unknown()))).failure).toMatchObject({
    problem: 'it is over 64 MB long',
  });
});

test('after it is disposed of no connection is left', async () => {
  await using server = await aServer((_request, response) => say(200, json, '[]')(response));
  {
    await using client = aClient(server.url);
    await Promise.all(Array.from({ length: 9 }, () => client.get('/api/v3/tag', Rows)));
    expect(await server.connections()).toBeGreaterThan(0);
  }
  await expect.poll(server.connections).toBe(0);
});

test('after it is disposed of nothing is asked again, and nothing is told', async () => {
  await using server = await aServer((_request, response) => response.writeHead(503, json).end('{}'));
  const waits = Promise.withResolvers<void>();
  const client = aClient(
    server.url,
    {},
    {
      sleep: async (_ms, signal) => {
        waits.resolve();
        await once(signal, 'abort');
        signal.throwIfAborted();
      },
    },
  );
  const call = client.get('/api/v3/tag', Rows).catch((error: unknown) => error);
  await waits.promise;
  const told = client.events.length;
  await client[Symbol.asyncDispose]();
  expect(await call).toEqual(new Error('the client was closed'));
  expect([server.requests.length, client.events.length]).toEqual([1, told]);
});

test('an interruption is thrown on as it is', async () => {
  const interruption = new AbortController();
  await using server = await aServer(() => interruption.abort(130));
  await using client = aClient(server.url, {}, { signal: interruption.signal });
  await expect(client.get('/api/v3/tag', Rows)).rejects.toBe(130);
});
