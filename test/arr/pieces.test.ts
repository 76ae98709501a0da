import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createAdaptiveLimit } from '../../src/arr/adaptive-limit.ts';
import { ArrError } from '../../src/arr/arr-error.ts';
import type { SplitterLimits } from '../../src/arr/array-text.ts';
import { judgeBreakdown } from '../../src/arr/breakdown.ts';
import { createBreaker } from '../../src/arr/breaker.ts';
import { createElementSplitter } from '../../src/arr/element-splitter.ts';
import { handsOutKey } from '../../src/arr/keyless.ts';
import { isPrivateAddress } from '../../src/arr/private-address.ts';
import { repairTexts } from '../../src/arr/repaired.ts';
import { parseRetryAfter, retryDelayMs } from '../../src/arr/retry.ts';
import { InsecureAddressError } from '../../src/arr/transport.ts';
import type { ArrFailure } from '../../src/model/arr-failure.ts';
import { aClient, failureOf, markerKey } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';

const json = { 'content-type': 'application/json' };
const limits: SplitterLimits = { batchBytes: 65_536, elementBytes: 1_000_000, elements: 1_000_000 };

/** Everything the splitter takes of these bytes, cut where told. */
function split(
  bytes: Buffer,
  cuts: readonly number[],
  only: Partial<SplitterLimits> = {},
): readonly unknown[] {
  const taken: unknown[] = [];
  const splitter = createElementSplitter((elements) => taken.push(...elements), { ...limits, ...only });
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [at, place] of places.entries()) splitter.push(bytes.subarray(place, places[at + 1] ?? place));
  splitter.end();
  return taken;
}

describe('the splitter', () => {
  const arrays = fc.array(fc.jsonValue(), { maxLength: 20 });
  const cuts = fc.array(fc.nat(), { maxLength: 12 });
  const batches = fc.constantFrom(0, 1, 16, 65_536);

  test('gives what JSON.parse gives, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.tuple(arrays, fc.constantFrom(0, 2)), cuts, batches, ([array, indent], ...how) => {
        const [at, batchBytes] = how;
        const bytes = Buffer.from(` ${JSON.stringify(array, null, indent)}\n`);
        expect(split(bytes, at, { batchBytes })).toEqual(JSON.parse(bytes.toString()));
      }),
      { numRuns: 500 },
    );
  });

  test('refuses every array that breaks off', () => {
    const text = '[{"a":"]\\"[","b":[1,{"c":"é星"}]}, "x,y" ,-1.5e3,null,[]]';
    for (let end = 0; end < Buffer.from(text).length; end += 1) {
      expect(() => split(Buffer.from(text).subarray(0, end), [end >> 1], { batchBytes: 1 })).toThrow();
    }
  });

  test.each([
    ['{}', 'it is not an array'],
    ['[1,,2]', '[1] is not JSON'],
    ['[1,2,]', '[2] is not JSON'],
    ['[,1]', '[0] is not JSON'],
    ['[1,nul,3]', '[1] is not JSON'],
    ['[{"a":1]}', 'its brackets do not fit'],
    ['[1}', 'its brackets do not fit'],
    ['[1] x', 'something follows its end'],
    ['[1', 'it breaks off after 0 elements'],
  ])('says of %s: %s', (text, message) => {
    expect(() => split(Buffer.from(text), [])).toThrow(message);
  });

  test('refuses an element that is too long, and too many elements', () => {
    const long = Buffer.from(`["${'x'.repeat(5_000)}"]`);
    expect(() => split(long, [2_000, 4_000], { elementBytes: 1_000, batchBytes: 10 })).toThrow(
      '[0] is over 1000 bytes',
    );
    expect(() => split(Buffer.from('[1,2,3]'), [], { elements: 2 })).toThrow('over 2 elements');
  });
});

test('unpaired surrogates and U+0000 become U+FFFD and are counted; pairs are left alone', () => {
  const text = '[{"a":"x\\ud800y","b":["\\u0000"],"c":"\\ud83d\\ude00","d":7,"e":null},"\\uDC00"]';
  expect(repairTexts(JSON.parse(text), text)).toEqual({
    values: [{ a: 'x\u{FFFD}y', b: ['\u{FFFD}'], c: '😀', d: 7, e: null }, '\u{FFFD}'],
    texts: 3,
  });
});

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.1', true],
  ['127.0.0.1', true],
  ['169.254.1.1', true],
  ['100.64.0.1', true],
  ['100.128.0.1', false],
  ['8.8.8.8', false],
  ['::1', true],
  ['fd00::7', true],
  ['fe80::1%eth0', true],
  ['2001:db8::1', false],
  ['::ffff:192.168.0.7', true],
  ['::ffff:8.8.8.8', false],
  ['', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected);
});

test('waits grow, are never longer than ten seconds, and follow the server', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (attempt, chance) => {
        const delay = retryDelayMs(attempt, null, chance) ?? -1;
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(10_000, 500 * 2 ** (attempt - 1)));
      },
    ),
  );
  expect(retryDelayMs(1, 7_000, 0.5)).toBe(7_000);
  expect(retryDelayMs(1, 61_000, 0.5)).toBeNull();
});

test('Retry-After is seconds or a date, by the answer’s own clock', () => {
  const date = 'Sun, 22 Nov 2026 11:25:00 GMT';
  expect(parseRetryAfter('3', null)).toBe(3_000);
  expect(parseRetryAfter('Sun, 22 Nov 2026 11:25:05 GMT', date)).toBe(5_000);
  expect(parseRetryAfter('Sun, 22 Nov 2026 11:24:05 GMT', date)).toBe(0);
  expect(parseRetryAfter('soon', date)).toBeNull();
  expect(parseRetryAfter(null, date)).toBeNull();
});

describe('asking again', () => {
  const statuses = async (
    answers: readonly number[],
    retryAfter?: string,
  ): Promise<readonly [number, ArrFailure | null]> => {
    await using server = await aServer((_request, response) => {
      const status = answers[server.requests.length - 1] ?? 200;
      response.writeHead(status, {
        ...json,
        ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
      });
      response.end(status === 503 ? '{"errorMessage":"is starting up"}' : '[]');
    });
    await using client = aClient(server.url);
    const failure = await client.get('/api/v3/tag', z.array(z.unknown())).then(
      () => null,
      (error: unknown) => (error instanceof ArrError ? error.failure : null),
    );
    return [server.requests.length, failure];
  };

  test.each([429, 502, 503, 504])('%i is asked again, four times at most', async (status) => {
    expect(await statuses([status, status])).toEqual([3, null]);
    expect(await statuses([status, status, status, status])).toMatchObject([4, { url: expect.any(String) }]);
  });

  test.each([400, 401, 404])('%i is not asked again', async (status) => {
    expect((await statuses([status]))[0]).toBe(1);
  });

  test('a server that wants us gone for long is not waited for', async () => {
    expect(await statuses([429], '3600')).toMatchObject([1, { kind: 'status', status: 429 }]);
  });

  test('a list that is cut begins anew: what came before is forgotten', async () => {
    await using server = await aServer((_request, response) => {
      response.writeHead(200, json);
      if (server.requests.length > 1) return void response.end('[{"id":1},{"id":2}]');
      response.write(`[{"id":1},${' '.repeat(70_000)}{"id":2},`);
      setTimeout(() => response.socket?.destroy(), 30);
    });
    await using client = aClient(server.url);
    let taken: number[] = [];
    await client.list('/api/v3/movie', z.object({ id: z.number() }), {
      take: ({ id }) => taken.push(id),
      restart: () => {
        taken = [];
      },
    });
    expect(taken).toEqual([1, 2]);
    expect(client.traffic()).toMatchObject({ requests: 2, retries: 1 });
  });
});

test('a url base that the server names is followed once, kept and told', async () => {
  await using server = await aServer((request, response) => {
    if (request.url?.startsWith('/films/')) response.writeHead(200, json).end('[]');
    else response.writeHead(307, { location: `/films${request.url}` }).end();
  });
  await using client = aClient(server.url);
  await client.get('/api/v3/tag?x=1', z.array(z.unknown()));
  await client.get('/api/v3/tag', z.array(z.unknown()));
  expect(server.requests.map(({ url }) => url)).toEqual([
    '/api/v3/tag?x=1',
    '/films/api/v3/tag?x=1',
    '/films/api/v3/tag',
  ]);
  expect(client.events).toContainEqual({ kind: 'url-base-found', baseUrl: `${server.url}/films` });
});

test('a redirect without end is followed once', async () => {
  await using server = await aServer((request, response) => {
    response.writeHead(307, { location: `/again${request.url}` }).end();
  });
  await using client = aClient(server.url);
  expect((await failureOf(client.get('/api/v3/tag', z.unknown()))).failure.kind).toBe('url-base');
  expect(server.requests).toHaveLength(2);
});

test('another origin is never followed, and never gets the key', async () => {
  await using other = await aServer((_request, response) => void response.writeHead(200, json).end('[]'));
  await using server = await aServer((request, response) => {
    response.writeHead(307, { location: `${other.url}${request.url}` }).end();
  });
  await using client = aClient(server.url);
  expect((await failureOf(client.get('/api/v3/tag', z.unknown()))).failure).toMatchObject({
    kind: 'url-base',
  });
  expect(other.requests).toEqual([]);
});

describe('the breaker', () => {
  const down = { kind: 'unreachable', url: 'http://simulated', problem: 'nothing listens' } as const;
  const setUp = () => {
    let now = 0;
    const pauses: number[] = [];
    const breaker = createBreaker({
      now: () => now,
      random: () => 0,
      sleep: async (ms) => {
        now += ms;
      },
      signal: new AbortController().signal,
      tell: (event) => {
        if (event.kind === 'waiting') pauses.push(event.forMs);
      },
    });
    const fail = (failure: ArrFailure = down): Promise<void> =>
      breaker.guard(() => Promise.reject(new ArrError(failure))).catch(() => undefined);
    return { breaker, pauses, fail, now: () => now };
  };

  test('opens after five failures in a row, probes, and gives up after four pauses', async () => {
    const { breaker, pauses, fail, now } = setUp();
    for (let call = 0; call < 9; call += 1) await fail();
    expect(pauses).toEqual([5_000, 10_000, 20_000, 30_000]);
    expect(now()).toBe(65_000);
    let isAsked = false;
    await expect(
      breaker.guard(async () => {
        isAsked = true;
      }),
    ).rejects.toThrow('nothing listens');
    expect(isAsked).toBe(false);
  });

  test('closes as soon as an answer comes, of whatever kind', async () => {
    const { breaker, pauses, fail } = setUp();
    for (let call = 0; call < 5; call += 1) await fail();
    await fail({ kind: 'gone', url: 'http://simulated' });
    for (let call = 0; call < 4; call += 1) await fail();
    expect(pauses).toEqual([5_000]);
    await expect(breaker.guard(async () => 7)).resolves.toBe(7);
  });

  test('requests that were under way when it opened count once', async () => {
    const { pauses, fail } = setUp();
    await Promise.all(Array.from({ length: 8 }, () => fail()));
    expect(pauses).toEqual([5_000]);
  });
});

describe('the limit', () => {
  /** Plays rounds of requests; a round takes so long at so many at once. */
  const play = (most: number, msPerRequest: (limit: number) => number, rounds = 60): readonly number[] => {
    let now = 0;
    const limit = createAdaptiveLimit(most, () => now);
    const seen: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      now += msPerRequest(limit.current());
      limit.finished(100);
      seen.push(limit.current());
    }
    return seen;
  };

  test('grows while more at once brings more, and stays within the workers', () => {
    const seen = play(5, (limit) => 100 / limit);
    expect(seen.at(-1)).toBe(5);
    expect(Math.max(...seen)).toBe(5);
  });

  test('a server with one worker is not asked for more than it can use', () => {
    const seen = play(5, () => 100);
    expect(Math.max(...seen)).toBe(3);
    expect(seen.at(-1)).toBeLessThanOrEqual(3);
  });

  test('is halved by an overload, and never below one', () => {
    const limit = createAdaptiveLimit(8, () => 0);
    for (let times = 0; times < 5; times += 1) limit.overloaded();
    expect(limit.current()).toBe(1);
    expect(createAdaptiveLimit(1, () => 0).current()).toBe(1);
  });
});

test('what the connection says is put into words, and what it does not say is no failure', () => {
  const limitsOf = { url: 'http://simulated', firstByteMs: 1, idleMs: 2 };
  const coded = (code: string): Error => Object.assign(new Error('x'), { code });
  const judge = (error: unknown) => judgeBreakdown(error, limitsOf);
  expect(judge(new InsecureAddressError('8.8.8.8'))).toMatchObject({ kind: 'insecure', address: '8.8.8.8' });
  expect(judge(coded('UND_ERR_HEADERS_TIMEOUT'))).toMatchObject({ kind: 'timeout', afterMs: 1 });
  expect(judge(coded('UND_ERR_BODY_TIMEOUT'))).toMatchObject({ kind: 'timeout', afterMs: 2 });
  expect(judge(new AggregateError([coded('ECONNREFUSED')]))).toMatchObject({
    problem: 'nothing listens at this address',
  });
  expect(judge(coded('E_NEW'))).toMatchObject({ problem: 'the connection failed (E_NEW)' });
  expect(judge(new Error('bug'))).toBeNull();
});

test('a server that gives its key away is found out without sending ours', async () => {
  const target = {
    service: 'radarr',
    apiKey: markerKey,
    headers: {},
    workers: 1,
    maxRequestsPerSecond: null,
  } as const;
  const more = {
    timeouts: { connectMs: 500, listFirstByteMs: 500, listIdleMs: 500, otherMs: 500 },
    ca: null,
    allowInsecure: false,
  } as const;
  const proxy = { httpProxy: null, httpsProxy: null, noProxy: null };
  for (const [body, expected] of [
    ['{"apiKey":"abc"}', true],
    ['{}', false],
    ['<html>', false],
  ] as const) {
    await using server = await aServer((_request, response) => void response.writeHead(200, json).end(body));
    const signal = new AbortController().signal;
    expect(await handsOutKey({ ...target, ...more, proxy, baseUrl: `${server.url}/x` }, signal)).toBe(
      expected,
    );
    expect(server.requests.map(({ url }) => url)).toEqual(['/x/initialize.json']);
    expect(server.requests[0]?.headers).not.toHaveProperty('x-api-key');
  }
});
