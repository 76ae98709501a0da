import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StalledError, watchProgress, watchWhole } from '../../src/arr/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a long answer may take as long as it likes while a kilobyte a span comes', () => {
  using watchdog = watchProgress(1_000);
  for (let span = 0; span < 100; span += 1) {
    watchdog.received(1_024);
    vi.advanceTimersByTime(1_000);
  }
  expect(watchdog.signal.aborted).toBe(false);
});

test('one that drips is ended, however steadily it drips', () => {
  using watchdog = watchProgress(1_000);
  watchdog.received(5_000);
  vi.advanceTimersByTime(1_000);
  for (let drop = 0; drop < 10; drop += 1) {
    watchdog.received(1);
    vi.advanceTimersByTime(100);
  }
  expect(watchdog.signal.reason).toEqual(new StalledError(1_000));
});

test('waiting for the first byte is not its business', () => {
  using watchdog = watchProgress(1_000);
  vi.advanceTimersByTime(60_000);
  expect(watchdog.signal.aborted).toBe(false);
});

test('a short answer has one span in all', () => {
  using watchdog = watchWhole(1_000);
  for (let part = 0; part < 9; part += 1) {
    watchdog.received(5_000);
    vi.advanceTimersByTime(100);
  }
  expect(watchdog.signal.aborted).toBe(false);
  vi.advanceTimersByTime(100);
  expect(watchdog.signal.reason).toEqual(new StalledError(1_000));
});

test('nothing is ended after the watchdog is let go', () => {
  const [long, short] = [watchProgress(1_000), watchWhole(1_000)];
  long.received(1);
  long[Symbol.dispose]();
  short[Symbol.dispose]();
  vi.advanceTimersByTime(10_000);
  expect([long.signal.aborted, short.signal.aborted]).toEqual([false, false]);
});
