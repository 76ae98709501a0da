import { expect, test } from 'vitest';
import { randomBelow, seededRandom } from '../../src/lib/seeded-random.ts';

test('a seed gives the same numbers on every machine', () => {
  const random = seededRandom('a seed');
  expect([random(), random(), random()].map((value) => Math.floor(value * 1_000_000))).toMatchInlineSnapshot(`
    [
      815902,
      923485,
      33284,
    ]
  `);
});

test('similar seeds give unlike numbers', () => {
  const firsts = Array.from({ length: 1_000 }, (_, seed) => seededRandom(seed)());
  expect(new Set(firsts).size).toBe(1_000);
  const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
  expect(mean).toBeGreaterThan(0.45);
  expect(mean).toBeLessThan(0.55);
});

test('numbers fill the range evenly, and never reach its end', () => {
  const random = seededRandom(1);
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < 40_000; at += 1) {
    const value = randomBelow(random, 4);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  expect(counts).toHaveLength(4);
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
