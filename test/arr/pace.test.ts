import { expect, test } from 'vitest';
import { z } from 'zod';
import { createPace } from '../../src/arr/pace.ts';
import { aClient } from '../support/client.ts';
import { aServer } from '../support/http-server.ts';

/** A clock that only sleeping moves. */
function aClock() {
  let ms = 1_000;
  return {
    now: () => ms,
    sleep: async (forMs: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      ms += forMs;
    },
    signal: new AbortController().signal,
  };
}

test('the first goes at once, and the others wait for their turn', async () => {
  const clock = aClock();
  const pace = createPace(4, clock);
  const times: number[] = [];
  for (let request = 0; request < 3; request += 1) {
    await pace();
    times.push(clock.now());
  }
  expect(times).toEqual([1_000, 1_250, 1_500]);
});

test('time that nobody used is not made up for', async () => {
  const clock = aClock();
  const pace = createPace(4, clock);
  await pace();
  await clock.sleep(10_000, clock.signal);
  await pace();
  await pace();
  expect(clock.now()).toBe(11_250);
});

test('without a rate nothing waits', async () => {
  const clock = aClock();
  const pace = createPace(null, clock);
  await pace();
  await pace();
  expect(clock.now()).toBe(1_000);
});

test('what is sent again is held to the rate, too', async () => {
  const times: number[] = [];
  const clock = aClock();
  await using server = await aServer((_request, response) => {
    times.push(clock.now());
    const status = times.length < 3 ? 503 : 200;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"starting up"}');
  });
  await using client = aClient(server.url, { maxRequestsPerSecond: 0.1 }, clock);
  await client.get('/api', z.unknown());
  expect(times).toEqual([1_000, 11_000, 21_000]);
});
