import { describe, expect, test } from 'vitest';
import { createAdaptiveLimit } from '../../src/arr/adaptive-limit.ts';
import { ArrError } from '../../src/arr/arr-error.ts';
import { createBreaker } from '../../src/arr/breaker.ts';
import type { ArrFailure } from '../../src/model/arr-failure.ts';

const url = 'http://simulated';
const status = (code: number): ArrFailure => ({ kind: 'status', url, status: code, problem: null });

/** Each with a name. */
function each(...failures: readonly ArrFailure[]): { readonly name: string; readonly failure: ArrFailure }[] {
  return failures.map((failure) => {
    return { name: 'status' in failure ? String(failure.status) : failure.kind, failure };
  });
}

/** How often the breaker pauses while one failure comes five times in a row. */
async function pausesAfter(failure: ArrFailure): Promise<number> {
  let pauses = 0;
  const breaker = createBreaker({
    now: () => 0,
    random: () => 0.5,
    sleep: async () => undefined,
    signal: new AbortController().signal,
    tell: () => {
      pauses += 1;
    },
  });
  for (let call = 0; call < 5; call += 1) {
    await breaker.guard(() => Promise.reject(new ArrError(failure))).catch(() => undefined);
  }
  return pauses;
}

describe('the breaker', () => {
  test.each(
    each(
      { kind: 'unreachable', url, problem: 'nothing listens at this address' },
      { kind: 'timeout', url, afterMs: 100 },
      status(429),
      status(502),
      status(503),
      status(504),
    ),
  )('opens for $name: the server has too much to do, or is away', async ({ failure }) => {
    expect(await pausesAfter(failure)).toBe(1);
  });

  test.each(
    each(
      { kind: 'unauthorised', url },
      { kind: 'forbidden', url },
      { kind: 'gone', url },
      { kind: 'busy', url },
      { kind: 'starting', url },
      { kind: 'list-broken', url, problem: 'Sequence contains no elements' },
      { kind: 'body', url, problem: 'it is not JSON' },
      { kind: 'not-an-arr', url, problem: 'it answered with a web page' },
      status(400),
      status(414),
      status(500),
      status(501),
      status(505),
    ),
  )('stays closed for $name: the server answers', async ({ failure }) => {
    expect(await pausesAfter(failure)).toBe(0);
  });
});

describe('the limit', () => {
  /** The most that it tries, where each request more at once brings so much more a second. */
  const mostTried = (gain: number): number => {
    let now = 0;
    const limit = createAdaptiveLimit(8, () => now);
    let most = 0;
    for (let request = 0; request < 100; request += 1) {
      now += 1_000 / gain ** limit.current();
      limit.finished(100);
      most = Math.max(most, limit.current());
    }
    return most;
  };

  test('grows where one more at once brings 6 % more, and takes one step back where it brings 4 %', () => {
    expect(mostTried(1.06)).toBe(8);
    expect(mostTried(1.04)).toBe(3);
  });
});
