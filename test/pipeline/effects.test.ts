import { expect, test } from 'vitest';
import { realEffects } from '../../src/pipeline/effects.ts';

test('a wait ends by itself, or at once with the reason when it is interrupted', async () => {
  const interruption = new AbortController();
  const effects = realEffects(interruption.signal);
  const since = effects.elapsedMs();
  await effects.sleep(5, effects.signal);
  const waiting = effects.sleep(60_000, effects.signal);
  interruption.abort(130);
  await expect(waiting).rejects.toBe(130);
  expect(effects.elapsedMs() - since).toBeGreaterThanOrEqual(4);
  expect(effects.elapsedMs() - since).toBeLessThan(30_000);
});

test('chance is from 0 to below 1, and the clock is the clock', () => {
  const { random, now } = realEffects(new AbortController().signal);
  const some = Array.from({ length: 100 }, () => random());
  expect(some.every((chance) => chance >= 0 && chance < 1)).toBe(true);
  expect(new Set(some).size).toBeGreaterThan(90);
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(60_000);
});
