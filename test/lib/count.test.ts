import { expect, test } from 'vitest';
import { agree, count, counted, plural, signed } from '../../src/lib/count.ts';

test('numbers have their thousands apart, and a sign that is as wide as a figure', () => {
  expect([count(12_480), count(-5), signed(500), signed(-20), signed(0)]).toEqual([
    ...['12,480', '−5', '+500', '−20', '0'],
  ]);
});

test('one is one, none and several are several, one below 0 is one', () => {
  expect([0, 1, 2, -1].map((number) => counted(number, 'point'))).toEqual([
    ...['0 points', '1 point', '2 points', '−1 point'],
  ]);
  expect([0, 1, 2].map((number) => agree(number, 'was', 'were'))).toEqual(['were', 'was', 'were']);
  expect([plural(1, 'series'), plural(2, 'series')]).toEqual(['series', 'series']);
});
