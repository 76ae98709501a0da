import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chosen,
  fieldOf,
  filtered,
  ordered,
  type Series,
  seriesOf,
  valueAt,
  valuesIn,
} from '../../src/lib/series.ts';

const words = ['a', 'bb', 'c', 'dd', 'eee'];
const made = (): Series<{ readonly word: string; readonly length: number }> =>
  seriesOf(
    words.length,
    (place) => ({ word: valueAt(words, place), length: valueAt(words, place).length }),
    (place, field) => ({ word: valueAt(words, place), length: valueAt(words, place).length })[field],
  );

test('a series is gone through as a list is', () => {
  const series = seriesOf(3, (place) => place * place);
  expect([...series, ...series]).toEqual([0, 1, 4, 0, 1, 4]);
  expect([series.length, series.at(2), series.at(3), series.at(-1)]).toEqual([3, 4, undefined, undefined]);
  expect(valueAt(series, 2)).toBe(4);
  expect(() => valueAt(series, 3)).toThrow(RangeError);
  expect(() => valueAt(words, -1)).toThrow(RangeError);
  expect(() => fieldOf(made(), words.length, 'word')).toThrow(RangeError);
  expect(() => fieldOf(made(), -1, 'word')).toThrow(RangeError);
});

test('a part of it is a list, and ends where the series does', () => {
  expect(valuesIn(words, 1, 3)).toEqual(['bb', 'c']);
  expect(valuesIn(words, 3, 99)).toEqual(['dd', 'eee']);
  expect(valuesIn(words, 9, 99)).toEqual([]);
});

test('what passes keeps its order, and can be filtered again', () => {
  const all = made();
  const long = filtered(all, (place) => fieldOf(all, place, 'length') > 1);
  expect([...long].map(({ word }) => word)).toEqual(['bb', 'dd', 'eee']);
  expect(fieldOf(long, 2, 'word')).toBe('eee');
  const most = filtered(long, (place) => fieldOf(long, place, 'word') !== 'dd');
  expect([...most].map(({ word }) => word)).toEqual(['bb', 'eee']);
});

test('values at chosen places', () => {
  expect([...chosen(words, Uint32Array.of(4, 0))]).toEqual(['eee', 'a']);
});

test('one field is read without the rest', () => {
  const asked: string[] = [];
  const series = seriesOf<{ readonly word: string }>(
    1,
    () => expect.fail('the whole is made'),
    (_, field) => {
      asked.push(field);
      return 'a';
    },
  );
  expect(fieldOf(series, 0, 'word')).toBe('a');
  expect(asked).toEqual(['word']);
  expect(fieldOf(words, 1, 'length')).toBe(2);
});

test('order is by a number, and equals stay as they are', () => {
  const inOrder = ordered(words, (place) => valueAt(words, place).length);
  expect([...inOrder]).toEqual(['a', 'c', 'bb', 'dd', 'eee']);
  const numbers = [1, 1, 2];
  expect(ordered(numbers, (place) => valueAt(numbers, place))).toBe(numbers);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (values) => {
      const all = values.map((value, at) => ({ value, at }));
      const sorted = ordered(all, (place) => valueAt(all, place).value);
      expect([...sorted]).toEqual(all.toSorted((a, b) => a.value - b.value));
    }),
  );
});
