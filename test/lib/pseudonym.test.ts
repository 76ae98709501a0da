import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPseudonym } from '../../src/lib/pseudonym.ts';

const secret = Buffer.alloc(32, 1);

test('a pseudonym is the same in every run with the same secret', () => {
  expect(createPseudonym(secret)('title', 'Metropolis')).toBe(createPseudonym(secret)('title', 'Metropolis'));
  expect(createPseudonym(secret)('title', 'Metropolis')).toMatch(/^title-[0-9a-f]{12}$/);
});

test('without the secret a known title cannot be tried out', () => {
  const other = createPseudonym(Buffer.alloc(32, 2));
  expect(other('title', 'Metropolis')).not.toBe(createPseudonym(secret)('title', 'Metropolis'));
});

test('different texts get different pseudonyms, and so do kinds', () => {
  const pseudonym = createPseudonym(secret);
  expect(pseudonym('tag', 'a').slice(4)).not.toBe(pseudonym('group', 'a').slice(6));
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' })), (texts) => {
      expect(new Set(texts.map((text) => pseudonym('title', text))).size).toBe(texts.length);
    }),
  );
});
