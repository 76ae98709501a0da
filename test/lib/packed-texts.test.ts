import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPackedTexts } from '../../src/lib/packed-texts.ts';

test('every text comes back from its place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (all) => {
      const texts = createPackedTexts();
      const places = all.map(texts.add);
      expect(places.map(texts.at)).toEqual(all);
    }),
  );
});

test('texts go on in a new page where one is full, and a longer one has a page of its own', () => {
  const texts = createPackedTexts();
  const all = [
    'é'.repeat(300_000),
    'a'.repeat(300_000),
    'b'.repeat(2_000_000),
    'short',
    '漢'.repeat(400_000),
    '',
  ];
  const places = all.map(texts.add);
  expect(places.map(texts.at)).toEqual(all);
});

test('what was cleared is no longer at its place', () => {
  const texts = createPackedTexts();
  const place = texts.add('Metropolis');
  texts.clear();
  expect(() => texts.at(place)).toThrow(RangeError);
  expect(texts.at(texts.add('M'))).toBe('M');
});
