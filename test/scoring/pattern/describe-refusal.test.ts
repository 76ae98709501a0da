import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/scoring/pattern/compile-pattern.ts';
import { describeRefusal } from '../../../src/scoring/pattern/describe-refusal.ts';

function refusalOf(pattern: string): string {
  const compiled = compilePattern(pattern);
  if (compiled.kind !== 'refused') throw new Error(`${pattern} is not refused`);
  return describeRefusal(pattern, compiled);
}

test.each([
  ['x264|(a', 'a ( is never closed; write \\( for the character, at character 6: “(a”'],
  ['[abc', 'a [ is never closed; write \\[ for the character, at character 1: “[abc”'],
  [
    'a++',
    'a quantifier follows a quantifier; put brackets round what the first repeats, at character 3: “+”',
  ],
  [
    '*.mkv',
    'a quantifier has nothing to repeat; write a \\ before it for the character, at character 1: “*.mkv”',
  ],
  ['[z-a]', 'a range runs backwards, like [z-a], at character 2: “z-a]”'],
  ['\\_', 'there is no such escape; leave the \\ out for the character, at character 1: “\\_”'],
  ['(?P<name>x)', 'there is no such kind of group, at character 1: “(?P<name>x)”'],
])('%s: %s', (pattern, sentence) => {
  expect(refusalOf(pattern)).toBe(sentence);
});

test('of a long pattern only the place is shown', () => {
  expect(refusalOf(`(${'a|'.repeat(50)}b`)).toMatch(/, at character 1: “\(a\|a\|a\|a\|a\|a\|a\|a\|a\|a…”$/);
});
