import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  frameOf,
  histogramOf,
  roundTicks,
  roundWidth,
} from '../../../../src/outputs/dashboard/client/logic/histogram.ts';
import { scaleAround, scaleOf } from '../../../../src/outputs/dashboard/client/logic/scale.ts';

const scores = fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 1 });

test('every value is in a bin or lower, and no bin is wider than a round step', () => {
  fc.assert(
    fc.property(scores, (values) => {
      const frame = frameOf(values, [0], 48);
      const { bins, lower } = histogramOf(values, frame);
      expect(bins.reduce((sum, count) => sum + count, lower)).toBe(values.length);
      expect(frame.count).toBeLessThanOrEqual(50);
      expect(frame.from % frame.width).toBeCloseTo(0);
    }),
  );
});

test('the tail of low scores is gathered, the body is not', () => {
  const values = [-40_000, ...Array.from({ length: 99 }, (_, at) => at)];
  const histogram = histogramOf(values, frameOf(values, [0], 50));
  expect(histogram.lower).toBe(1);
  expect(histogram.from).toBeGreaterThan(-1000);
});

test('a bin holds its left edge, not its right', () => {
  expect(histogramOf([0, 9, 10, 25], { from: 0, width: 10, count: 2 }).bins).toEqual([2, 2]);
});

test('steps and ticks are round', () => {
  expect([0, 1, 3, 6, 26, 400].map(roundWidth)).toEqual([1, 1, 5, 10, 50, 500]);
  expect(roundTicks(0, 60)).toEqual([0, 20, 40, 60]);
  expect(roundTicks(-1000, 2500)).toEqual([-1000, 0, 1000, 2000]);
  expect(roundTicks(0, 0)).toEqual([0]);
});

test('a scale holds all its marks, and what is outside sticks to an end', () => {
  const scale = scaleAround([10, 20], { minimum: -10, cutoff: null, bestSeen: 30 });
  expect([scale.from, scale.to, scale.percentOf(10), scale.percentOf(-99), scale.percentOf(99)]).toEqual([
    -10, 30, 50, 0, 100,
  ]);
  expect(scaleAround([], { minimum: null, cutoff: null, bestSeen: null })).toMatchObject({ from: 0, to: 1 });
  expect(scaleAround([5], { minimum: 5, cutoff: 5, bestSeen: 5 })).toMatchObject({ from: 5, to: 6 });
  expect(scaleOf(3, 3).percentOf(3)).toBe(0);
});
