import { expect, test } from 'vitest';
import { describeFailure, hintForFailure } from '../../src/model/arr-failure.ts';
import { describeOddity, isDoubt } from '../../src/model/describe-oddity.ts';
import type { Oddity } from '../../src/model/reading.ts';

const file = { itemId: 1, title: 'Metropolis', fileId: 5 };
const oddities: readonly (readonly [Oddity, string, boolean])[] = [
  [{ kind: 'extra-file', ...file }, 'Metropolis has a second file, 5; the current one was read', false],
  [{ kind: 'missing-file', ...file }, 'Metropolis names file 5, which the server does not have', false],
  [
    { kind: 'sum-differs', ...file, sum: 7, score: -3 },
    'Metropolis, file 5: its formats give 7, the server says -3',
    true,
  ],
  [
    { kind: 'rules-moved' },
    'the rules were edited while the files were read, twice: read again when nobody edits them',
    true,
  ],
  [
    { kind: 'rules-unchecked', failure: { kind: 'busy', url: 'http://nas' } },
    'the rules could not be read again after the files: http://nas has a locked database',
    true,
  ],
];

test.each(oddities)('%j is told in a sentence, and is a doubt or not', (oddity, sentence, doubt) => {
  expect(describeOddity(oddity)).toBe(sentence);
  expect(isDoubt(oddity)).toBe(doubt);
});

test.each([describeFailure, hintForFailure, describeOddity])('%o has no sentence for what is new', (tell) => {
  const call = (): unknown => Reflect.apply(tell, undefined, [{ kind: 'new', url: 'http://nas' }]);
  expect(call).toThrow('unhandled: {"kind":"new"');
});
