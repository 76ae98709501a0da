import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Fault, FaultEffect } from '../../src/simulator/faults/fault.ts';
import { usualFaults } from '../../src/simulator/faults/random-faults.ts';
import { readRecordedSet } from '../../src/simulator/fixtures.ts';
import type { InstanceOptions, RunningInstance } from '../../src/simulator/instance-options.ts';
import { aSimulator, ask, askRaw } from '../support/simulated.ts';

const tagPath = '/api/v3/tag';
const listPath = '/api/v3/movie?excludeLocalCovers=true';

function withFaults(...faults: readonly Fault[]): InstanceOptions {
  return { faults };
}

/** Every byte of the answer as it came, and whether the connection was reset or ended. */
async function rawBytes(
  instance: RunningInstance,
  target: string,
  headers = '',
): Promise<{ readonly text: string; readonly end: string }> {
  const { hostname, port } = new URL(instance.url);
  const socket = connect(Number(port), hostname);
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nX-Api-Key: ${instance.apiKey}\r\n${headers}\r\n`);
  const end = await Promise.race([
    once(socket, 'end').then(() => 'end'),
    once(socket, 'close').then(() => 'close'),
    new Promise<string>((resolve) => setTimeout(() => resolve('open'), 400)),
  ]).catch((error: NodeJS.ErrnoException) => error.code ?? 'error');
  socket.destroy();
  return { text: Buffer.concat(pieces).toString('latin1'), end };
}

test('hang-up: the connection ends without an answer, the next one gets it', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'hang-up' }));
  await expect(ask(simulator.instance, tagPath)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect((await ask(simulator.instance, tagPath)).status).toBe(200);
});

test('refuse: nothing listens for a while, then the same port again', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'refuse', downMs: 150 }));
  await expect(ask(simulator.instance, tagPath)).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(ask(simulator.instance, tagPath)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await expect
    .poll(() =>
      ask(simulator.instance, tagPath).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});

test('refuse: for good, and the simulator still stops', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'refuse', downMs: null }));
  await expect(ask(simulator.instance, tagPath)).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(ask(simulator.instance, tagPath)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('stall: nothing comes, and the connection stays open', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'stall' }));
  expect(await rawBytes(simulator.instance, tagPath)).toEqual({ text: '', end: 'open' });
});

test('stall-in-body: half of the body comes, and the connection stays open', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'stall-in-body', atShare: 0.5 }));
  const { text, end } = await rawBytes(simulator.instance, listPath);
  expect(end).toBe('open');
  expect(text.length).toBeGreaterThan(150_000);
  expect(text.endsWith('0\r\n\r\n')).toBe(false);
});

test('reset: the connection is reset in the middle of the body', async () => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'reset', atShare: 0.5 }));
  const { text, end } = await rawBytes(simulator.instance, tagPath);
  expect(text).toContain('200 OK');
  expect(end).toBe('ECONNRESET');
});

test.each(['length', 'chunked'] as const)('truncate: the body ends early, framed by %s', async (framing) => {
  const fault = { kind: 'truncate', atShare: 0.5, framing } as const;
  await using simulator = await aSimulator('radarr', withFaults(fault, fault));
  const { text, end } = await rawBytes(simulator.instance, tagPath);
  expect(end).toBe('end');
  expect(text.toLowerCase()).toContain(
    framing === 'length' ? 'content-length: 267' : 'transfer-encoding: chunked',
  );
  expect(text.endsWith('0\r\n\r\n')).toBe(false);
  simulator.addFault('radarr/main', fault);
  await expect(ask(simulator.instance, tagPath)).rejects.toThrow();
});

test('drip: the right body comes in small pieces', async () => {
  const slow = { kind: 'drip', pieceBytes: 20, everyMs: 1 } as const;
  await using simulator = await aSimulator('radarr', withFaults(slow));
  const { text } = await ask(simulator.instance, tagPath);
  expect(text).toBe((await ask(simulator.instance, tagPath)).text);
});

test('garbage, a page, and a wrong content type come with status 200', async () => {
  await using simulator = await aSimulator(
    'radarr',
    withFaults(
      { kind: 'garbage' },
      { kind: 'html', on: { from: 2 } },
      { kind: 'wrong-type', contentType: 'text/plain', on: { from: 3 } },
    ),
  );
  const garbage = await ask(simulator.instance, tagPath);
  expect([garbage.status, garbage.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  expect(() => void JSON.parse(garbage.text)).toThrow(SyntaxError);
  const page = await ask(simulator.instance, tagPath);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
  const mislabelled = await ask(simulator.instance, tagPath);
  expect(mislabelled.headers['content-type']).toBe('text/plain');
  expect(JSON.parse(mislabelled.text)).toHaveLength(6);
});

test.each([tagPath, listPath])('bad-gzip: %s cannot be unpacked', async (path) => {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'bad-gzip' }));
  const asked = ask(simulator.instance, path, { headers: { 'accept-encoding': 'gzip' } });
  await expect(asked).rejects.toMatchObject({ code: expect.stringMatching(/^Z_/) });
});

const statuses: readonly (readonly [FaultEffect, number, RegExp])[] = [
  [{ kind: 'unauthorised' }, 401, /^$/],
  [{ kind: 'forbidden' }, 403, /^$/],
  [{ kind: 'too-many-requests', retryAfter: null }, 429, /^$/],
  [{ kind: 'locked' }, 500, /"message": "database is locked/],
  [{ kind: 'starting' }, 503, /"errorMessage": "Radarr is starting up, please try again later"/],
  [{ kind: 'proxy', status: 502 }, 502, /^<html>/],
  [{ kind: 'proxy', status: 503 }, 503, /^<html>/],
  [{ kind: 'proxy', status: 504 }, 504, /^<html>/],
  [{ kind: 'uri-too-long' }, 414, /^$/],
  [{ kind: 'exception', status: 500, message: 'Sequence contains no elements' }, 500, /Sequence contains/],
];

test.each(statuses)('%o comes with its status, body and no version', async (fault, status, body) => {
  await using simulator = await aSimulator('radarr', withFaults(fault));
  const got = await ask(simulator.instance, tagPath);
  expect(got.status).toBe(status);
  expect(got.text).toMatch(body);
  expect((await ask(simulator.instance, tagPath)).status).toBe(200);
});

test('starting: pages are told in plain text', async () => {
  await using simulator = await aSimulator('sonarr', withFaults({ kind: 'starting' }));
  const got = await ask(simulator.instance, '/ping');
  expect([got.status, got.headers['content-type'], got.text]).toEqual([
    503,
    'text/plain',
    'Sonarr is starting up, please try again later',
  ]);
});

test.each(['7', 'Wed, 25 Nov 2026 08:00:00 GMT'])(
  'too-many-requests: Retry-After is sent as %s',
  async (retryAfter) => {
    await using simulator = await aSimulator('radarr', withFaults({ kind: 'too-many-requests', retryAfter }));
    expect((await ask(simulator.instance, tagPath)).headers['retry-after']).toBe(retryAfter);
  },
);

test('replay: a recorded answer comes back as it was, for the path it is meant for', async () => {
  const damaged = await readRecordedSet('radarr', 'own-damaged');
  const answer = damaged.find(({ status, path }) => status === 500 && path.startsWith('/api/v3/movie?'));
  if (answer === undefined) throw new Error('the set has a list that is broken');
  await using simulator = await aSimulator(
    'radarr',
    withFaults({ kind: 'replay', answer, on: { path: '/movie[?]', count: null } }),
  );
  const got = await ask(simulator.instance, listPath);
  expect([got.status, got.text]).toEqual([500, answer.body]);
  expect(got.headers['content-type']).toBe(answer.headers['content-type']);
  expect((await ask(simulator.instance, tagPath)).status).toBe(200);
});

test('redirect: a loop has no end, https and login name the place, another origin keeps the path', async () => {
  await using simulator = await aSimulator(
    'radarr',
    withFaults(
      { kind: 'redirect', to: 'loop' },
      { kind: 'redirect', to: 'https', on: { from: 2 } },
      { kind: 'redirect', to: 'login', on: { from: 3 } },
      { kind: 'redirect', to: 'http://192.0.2.1:9', on: { from: 4 } },
    ),
  );
  const { instance } = simulator;
  const { host } = new URL(instance.url);
  let at = '/api/v3/tag?a=1';
  for (let hop = 1; hop <= 30; hop += 1) {
    const { status, headers } = await ask(instance, at);
    expect([status, headers['location']]).toEqual([307, `/api/v3/tag?a=1&simulated-hop=${hop}`]);
    at = headers['location'] ?? '';
  }
  expect((await ask(instance, tagPath)).headers['location']).toBe(`https://${host}${tagPath}`);
  expect(await ask(instance, tagPath)).toMatchObject({
    status: 302,
    headers: { location: `http://${host}/login?returnUrl=%2Fapi%2Fv3%2Ftag` },
  });
  expect((await ask(instance, '/api/v3/tag?x=1')).headers['location']).toBe(
    'http://192.0.2.1:9/api/v3/tag?x=1',
  );
});

test('key-changed: the old key is refused from then on, the new one is not', async () => {
  const apiKey = 'e'.repeat(32);
  await using simulator = await aSimulator(
    'radarr',
    withFaults({ kind: 'key-changed', apiKey, on: { from: 2 } }),
  );
  const get = async () => (await ask(simulator.instance, tagPath)).status;
  expect([await get(), await get(), await get()]).toEqual([200, 401, 401]);
  expect((await askRaw(simulator.instance, tagPath, { headers: { 'x-api-key': apiKey } })).status).toBe(200);
});

test('item-deleted: a movie is gone with its files and history', async () => {
  await using simulator = await aSimulator(
    'radarr',
    withFaults({ kind: 'item-deleted', itemId: 89, on: { path: '/moviefile' } }),
  );
  const { instance } = simulator;
  const list = async (path: string): Promise<unknown> => JSON.parse((await ask(instance, path)).text);
  expect(await list(listPath)).toHaveLength(120);
  expect(await list('/api/v3/moviefile?movieId=88&movieId=89&movieId=90')).toHaveLength(2);
  expect(await list(listPath)).toHaveLength(119);
  expect(await list('/api/v3/history/movie?movieId=89')).toEqual([]);
  expect((await ask(instance, '/api/v3/movie/89')).status).toBe(404);
});

test('item-deleted: a series is gone with its episodes, and its files are not found', async () => {
  await using simulator = await aSimulator(
    'sonarr',
    withFaults({ kind: 'item-deleted', itemId: null, on: { path: '/episodefile' } }),
  );
  const { instance } = simulator;
  expect(JSON.parse((await ask(instance, '/api/v3/series')).text)).toHaveLength(9);
  expect((await ask(instance, '/api/v3/episodefile?seriesId=9')).status).toBe(404);
  expect(JSON.parse((await ask(instance, '/api/v3/episode?seriesId=9')).text)).toEqual([]);
  expect(JSON.parse((await ask(instance, '/api/v3/series')).text)).toHaveLength(8);
});

const Profiles = z.array(
  z.object({ id: z.number(), formatItems: z.array(z.object({ format: z.number(), score: z.number() })) }),
);
const Items = z.array(z.object({ qualityProfileId: z.number() }));
const Files = z.array(
  z.object({ customFormats: z.array(z.object({ id: z.number() })), customFormatScore: z.number() }),
);

test.each([
  ['radarr', '/api/v3/movie?tmdbId=130001', '/api/v3/moviefile?movieId=1'],
  ['sonarr', '/api/v3/series', '/api/v3/episodefile?seriesId=1'],
] as const)(
  'rules-edited: from then on profiles and scores of %s are those of the edited rules',
  async (service, itemPath, filePath) => {
    const fault = { kind: 'rules-edited', formatId: null, by: 1_000, on: { path: 'file[?]' } } as const;
    await using simulator = await aSimulator(service, withFaults(fault));
    const read = async <T>(path: string, shape: z.ZodType<T>): Promise<T> =>
      shape.parse(JSON.parse((await ask(simulator.instance, path)).text));
    const before = await read('/api/v3/qualityprofile', Profiles);
    const [item] = await read(itemPath, Items);
    const [file] = await read(filePath, Files);
    const after = await read('/api/v3/qualityprofile', Profiles);
    const sum = (rules: typeof before): number => {
      const items = rules.find(({ id }) => id === item?.qualityProfileId)?.formatItems ?? [];
      const scores = new Map(items.map(({ format, score }) => [format, score]));
      return (file?.customFormats ?? []).reduce((total, { id }) => total + (scores.get(id) ?? 0), 0);
    };
    expect(file?.customFormatScore).toBe(sum(after));
    expect(sum(after)).toBe(sum(before) + 1_000);
  },
);

test('rules-edited: files without the format keep their score', async () => {
  const fault = { kind: 'rules-edited', formatId: 3, by: 5, on: { path: 'file[?]', from: 2 } } as const;
  await using simulator = await aSimulator('radarr', withFaults(fault));
  const files = async () =>
    Files.parse(
      JSON.parse(
        (await ask(simulator.instance, '/api/v3/moviefile?movieId=1&movieId=2&movieId=3&movieId=4')).text,
      ),
    );
  const before = await files();
  const risen = (await files()).map(
    (file, at) => file.customFormatScore - (before[at]?.customFormatScore ?? 0),
  );
  expect(risen).toEqual(
    before.map(({ customFormats }) => (customFormats.some(({ id }) => id === 3) ? 5 : 0)),
  );
  expect(new Set(risen)).toEqual(new Set([0, 5]));
});

test.each([
  ['radarr', listPath, 'tmdbId'],
  ['sonarr', '/api/v3/series', 'tvdbId'],
] as const)('server-replaced: %s has other external ids from then on', async (service, path, field) => {
  const Rows = z.array(z.record(z.string(), z.unknown()));
  await using simulator = await aSimulator(
    service,
    withFaults({ kind: 'server-replaced', on: { path: '/(movie|series)', from: 2 } }),
  );
  const ids = async (): Promise<readonly number[]> =>
    Rows.parse(JSON.parse((await ask(simulator.instance, path)).text)).map((row) => Number(row[field]));
  const before = await ids();
  const after = new Set(await ids());
  expect(before.filter((id) => after.has(id))).toEqual([]);
  expect(after.size).toBe(before.length);
});

const Tags = z.array(z.object({ id: z.number(), label: z.string() }));
const Titles = z.array(z.object({ id: z.number(), title: z.string() }));

async function hugeAnswer(shape: 'array' | 'string' | 'tags', path: string): Promise<unknown> {
  await using simulator = await aSimulator('radarr', withFaults({ kind: 'huge', shape, bytes: 3_000_000 }));
  const { text, status } = await ask(simulator.instance, path);
  expect(status).toBe(200);
  expect(text.length).toBeGreaterThanOrEqual(3_000_000);
  return JSON.parse(text);
}

test('huge: a list can be as long as one likes, in rows that are right', async () => {
  const movies = Titles.parse(await hugeAnswer('array', listPath));
  expect(new Set(movies.map(({ title }) => title))).toEqual(new Set(['Last Echo 2049']));
  expect(Titles.parse(await hugeAnswer('array', '/api/v3/movie/1'))).not.toEqual([]);
});

test('huge: one string, or ever more tags', async () => {
  expect(Titles.parse(await hugeAnswer('string', listPath))[0]?.title.length).toBe(3_000_000);
  expect(Tags.parse(await hugeAnswer('tags', tagPath))[49_999]).toEqual({ id: 50_000, label: 'tag-50000' });
});

test('huge: nothing is made that the client does not take', async () => {
  await using simulator = await aSimulator(
    'radarr',
    withFaults({ kind: 'huge', shape: 'array', bytes: 2 ** 40 }),
  );
  const before = process.memoryUsage().rss;
  const { hostname, port } = new URL(simulator.instance.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${listPath} HTTP/1.1\r\nHost: x\r\nX-Api-Key: ${simulator.instance.apiKey}\r\n\r\n`);
  await once(socket, 'readable');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  socket.destroy();
});

test('a fault strikes the requests it is meant for, and the log says so', async () => {
  await using simulator = await aSimulator(
    'radarr',
    withFaults({ kind: 'forbidden', on: { path: '^/api/v3/tag', from: 2, count: 2 } }),
  );
  for (const path of [tagPath, '/api/v3/language', tagPath, tagPath, tagPath])
    await ask(simulator.instance, path);
  expect(simulator.log.map(({ target, status, fault }) => [target, status, fault])).toEqual([
    [tagPath, 200, null],
    ['/api/v3/language', 200, null],
    [tagPath, 403, 'forbidden'],
    [tagPath, 403, 'forbidden'],
    [tagPath, 200, null],
  ]);
});

test('a fault can be added while the server runs', async () => {
  await using simulator = await aSimulator('radarr');
  expect((await ask(simulator.instance, tagPath)).status).toBe(200);
  simulator.addFault('radarr/main', { kind: 'forbidden' });
  expect((await ask(simulator.instance, tagPath)).status).toBe(403);
  expect(() => simulator.addFault('radarr/other', { kind: 'forbidden' })).toThrow(RangeError);
});

test('chance strikes the same requests for the same seed, in whatever order they come', async () => {
  const paths = Array.from({ length: 40 }, (_, at) => `/api/v3/tag/${at}`);
  const struck = async (seed: number, order: readonly string[]) => {
    const randomFaults = { seed, probability: 0.3, kinds: ['forbidden', 'locked', 'unauthorised'] } as const;
    await using simulator = await aSimulator('radarr', { randomFaults });
    for (const path of order) await ask(simulator.instance, path);
    const hit = simulator.log.filter(({ fault }) => fault !== null);
    return hit.map(({ target, fault }) => `${target} ${fault}`).sort();
  };
  const first = await struck(1, paths);
  expect(first.length).toBeGreaterThan(4);
  expect(first.length).toBeLessThan(24);
  expect(await struck(1, paths.toReversed())).toEqual(first);
  expect(await struck(2, paths)).not.toEqual(first);
});

test('chance strikes no more often than it may', async () => {
  const randomFaults = { seed: 1, probability: 1, kinds: ['forbidden'], most: 3 } as const;
  await using simulator = await aSimulator('radarr', { randomFaults });
  for (let time = 0; time < 10; time += 1) await ask(simulator.instance, tagPath);
  expect(simulator.log.filter(({ fault }) => fault === 'forbidden')).toHaveLength(3);
});

test('every kind of fault has a usual form under its own name', () => {
  for (const [kind, fault] of Object.entries(usualFaults)) expect(fault.kind).toBe(kind);
});
