import { expect, test } from 'vitest';
import { createNumbering } from '../../src/lib/numbering.ts';

test('the same object has the same number, an equal one another', () => {
  const [one, other] = [{ id: 1 }, { id: 1 }];
  const numbering = createNumbering<{ readonly id: number }>();
  expect([one, other, one].map(numbering.numberOf)).toEqual([0, 1, 0]);
  expect(numbering.at(1)).toBe(other);
  expect(() => numbering.at(2)).toThrow(RangeError);
});
