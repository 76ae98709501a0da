import { expect, test } from 'vitest';
import { contentHash, fingerprint, sumOfMarks } from '../../src/lib/fingerprint.ts';

test('a fingerprint is a safe whole number that differs where texts differ', () => {
  const texts = Array.from({ length: 50_000 }, (_, index) => `The.Movie.${index}.mkv`);
  const marks = new Set(texts.map(fingerprint));
  expect(marks.size).toBe(texts.length);
  for (const mark of marks) expect(Number.isSafeInteger(mark)).toBe(true);
  expect(fingerprint('a')).toBe(fingerprint('a'));
});

test('a sum of marks does not depend on their order, and tells when one differs', () => {
  const marks = ['a', 'b', 'c'].map(fingerprint);
  expect(sumOfMarks(marks)).toBe(sumOfMarks(marks.toReversed()));
  expect(sumOfMarks(marks)).not.toBe(sumOfMarks([...marks.slice(0, 2), fingerprint('d')]));
  expect(Number.isSafeInteger(sumOfMarks(Array.from({ length: 1_000 }, () => 2 ** 53 - 1)))).toBe(true);
});

test('a content hash fits into a key', () => {
  expect(contentHash('a')).toMatch(/^[\w-]{27}$/);
  expect(contentHash('a')).not.toBe(contentHash('b'));
});
