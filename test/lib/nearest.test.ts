import { expect, test } from 'vitest';
import { nearest } from '../../src/lib/nearest.ts';

const known = ['score', 'profile', 'quality', 'size'];

test.each([
  ['qualty', 'quality'],
  ['prefiel', 'profile'],
  ['socre', 'score'],
  ['scores', 'score'],
  ['score', 'score'],
  ['sise', 'size'],
])('%j stands for %j', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test.each(['', 'is', 'colour', 'quantities', 'abc'])('%j is near none', (word) => {
  expect(nearest(word, known)).toBeNull();
});
