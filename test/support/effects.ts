import type { Effects } from '../../src/pipeline/effects.ts';

/** A clock that stands still, waits that take no time, and no chance. */
export function testEffects(only: Partial<Effects> = {}): Effects {
  return {
    now: () => new Date('2026-11-22T12:00:00Z'),
    elapsedMs: () => performance.now(),
    random: () => 0.5,
    sleep: async (_ms, signal) => signal.throwIfAborted(),
    signal: new AbortController().signal,
    ...only,
  };
}
