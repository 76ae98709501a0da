import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepBeating } from '../../src/pipeline/keep-beating.ts';
import { type InstanceLock, lockPatienceMs } from '../../src/store/collecting.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-01-05T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

function aLock(beat: InstanceLock['beat']): InstanceLock {
  return { ownerId: 'us', takenOverFrom: null, beat, [Symbol.asyncDispose]: async () => undefined };
}

const effects = { now: () => new Date() };

test('a lock beats often enough never to count as abandoned, and no more once it is given up', async () => {
  const beats: number[] = [];
  const lock = aLock(async (now) => void beats.push(now.getTime()));
  const start = Date.now();
  const beating = keepBeating(lock, effects);
  await vi.advanceTimersByTimeAsync(lockPatienceMs);
  beating[Symbol.dispose]();
  await vi.advanceTimersByTimeAsync(lockPatienceMs);
  expect(beats.length).toBeGreaterThanOrEqual(3);
  const gaps = beats.map((at, index) => at - (beats[index - 1] ?? start));
  expect(Math.max(...gaps)).toBeLessThan(lockPatienceMs / 3);
});

test('a beat that the store refuses does not stop the next', async () => {
  let beats = 0;
  const lock = aLock(async () => {
    beats += 1;
    throw new Error('the database is locked');
  });
  using _ = keepBeating(lock, effects);
  await vi.advanceTimersByTimeAsync(lockPatienceMs);
  expect(beats).toBeGreaterThanOrEqual(3);
});
