import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ascending,
  clamp,
  deciles,
  median,
  quantile,
  quantileOfCounts,
  robustZ,
  spreadOf,
  sum,
} from '../../../src/analysis/shared/statistics.ts';

const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test.each([
  [0, 1],
  [0.05, 1],
  [0.1, 1],
  [0.11, 2],
  [0.5, 5],
  [0.95, 10],
  [1, 10],
])('the %d quantile of 1 to 10 is %d, a value that is there', (share, wanted) => {
  expect(quantile(ten, share)).toBe(wanted);
});

test('the middle of three is the second; of nothing there is none', () => {
  expect(median([1, 5, 100])).toBe(5);
  expect(median([])).toBeNull();
  expect(quantile([], 0.95)).toBeNull();
  expect(deciles([])).toEqual([]);
  expect(quantileOfCounts([], 0.5)).toBeNull();
});

test('the deciles of 1 to 10 are 1 to 9', () => {
  expect(deciles(ten)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('numbers are sorted as numbers, and the given ones stay as they are', () => {
  const given = [10, 9, -1, 100];
  expect(ascending(given)).toEqual([-1, 9, 10, 100]);
  expect(given).toEqual([10, 9, -1, 100]);
});

test('sum and clamp', () => {
  expect(sum([])).toBe(0);
  expect([clamp(-1, 0, 1), clamp(0.4, 0, 1), clamp(7, 0, 1)]).toEqual([0, 0.4, 1]);
});

test('the median absolute deviation of 1 1 2 2 4 6 9 is 1, as in the textbooks', () => {
  expect(spreadOf([1, 1, 2, 2, 4, 6, 9])).toEqual({ median: 2, mad: 1 });
  expect(spreadOf([])).toBeNull();
});

test('a robust z of one is 1 ÷ 0.6745 deviations from the middle', () => {
  expect(robustZ(2 + 1 / 0.6745, { median: 2, mad: 1 })).toBeCloseTo(1, 12);
});

const values = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { minLength: 1 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

test('everything twice has the same quantiles', () => {
  fc.assert(
    fc.property(values, share, (given, at) => {
      expect(quantile(ascending([...given, ...given]), at)).toBe(quantile(ascending(given), at));
    }),
  );
});

test('counted values have the quantiles of listed ones', () => {
  fc.assert(
    fc.property(values, share, (given, at) => {
      const sorted = ascending(given);
      const counts = [...Map.groupBy(sorted, (value) => value)].map(([value, own]) => ({
        value,
        count: own.length,
      }));
      expect(quantileOfCounts(counts, at)).toBe(quantile(sorted, at));
    }),
  );
});
