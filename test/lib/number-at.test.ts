import { expect, test } from 'vitest';
import { numberAt } from '../../src/lib/number-at.ts';

test('a number is found in a list and in a typed array', () => {
  expect(numberAt([7, 8], 1)).toBe(8);
  expect(numberAt(Uint16Array.of(7, 8), 0)).toBe(7);
});

test('outside there is 0', () => {
  expect(numberAt([7], 1)).toBe(0);
  expect(numberAt([7], -1)).toBe(0);
});
