import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../src/scoring/pattern/compile-pattern.ts';
import type { PatternProblem, UnsupportedConstruct } from '../../../src/scoring/pattern/pattern.ts';

type Refusal = readonly [pattern: string, problem: PatternProblem, at: number];

const refusals: readonly Refusal[] = [
  ['(?(1)a|b)', 'AlternationHasUndefinedReference', 3],
  ['(a)(?(1a)b)', 'AlternationHasMalformedReference', 6],
  ['(?(?#c)a|b)', 'AlternationHasComment', 3],
  ['(?(?<n>a)b|c)', 'AlternationHasNamedCapture', 3],
  ["(?(?'n'a)b|c)", 'AlternationHasNamedCapture', 3],
  ['(a)(?(1)b|c|d)', 'AlternationHasTooManyConditions', 3],
  ['(?(a)(?i)b|c)', 'InvalidGroupingConstruct', 5],
  ['(?<n!a)', 'CaptureGroupNameInvalid', 3],
  ['(?<!>a)(?<%a)', 'CaptureGroupNameInvalid', 10],
  ['(?<1x>a)', 'CaptureGroupNameInvalid', 3],
  ['(?<n-%>a)', 'CaptureGroupNameInvalid', 5],
  ['(?<n>a)(?<m-n%>a)', 'CaptureGroupNameInvalid', 12],
  ['(?<0>a)', 'CaptureGroupOfZero', 3],
  ['(?<a-b>x)', 'UndefinedNamedReference', 5],
  ['(?<-3>x)', 'UndefinedNumberedReference', 4],
  ['[a-z-[b]c]', 'ExclusionGroupNotLast', 8],
  ['(a', 'InsufficientClosingParentheses', 0],
  ['a(', 'InsufficientClosingParentheses', 1],
  ['a)', 'InsufficientOpeningParentheses', 1],
  ['\\x0', 'InsufficientOrInvalidHexDigits', 0],
  ['a\\u00g0', 'InsufficientOrInvalidHexDigits', 1],
  ['\\x{61}', 'InsufficientOrInvalidHexDigits', 0],
  ['(?P<n>a)', 'InvalidGroupingConstruct', 0],
  ['(?|a)', 'InvalidGroupingConstruct', 0],
  ['(?', 'InvalidGroupingConstruct', 0],
  ['(?i', 'InvalidGroupingConstruct', 0],
  ['(?<', 'InvalidGroupingConstruct', 0],
  ['(?<n', 'InvalidGroupingConstruct', 0],
  ['(?<01>a)', 'InvalidGroupingConstruct', 0],
  ["(?'=a)", 'CaptureGroupNameInvalid', 3],
  ['\\pL', 'InvalidUnicodePropertyEscape', 0],
  ['\\p{L', 'InvalidUnicodePropertyEscape', 0],
  ['\\p{L%}', 'InvalidUnicodePropertyEscape', 0],
  ['\\pLLL', 'MalformedUnicodePropertyEscape', 0],
  ['[\\pLLL]', 'MalformedUnicodePropertyEscape', 1],
  ['\\k', 'MalformedNamedReference', 0],
  ['\\kn', 'MalformedNamedReference', 0],
  ['\\k<', 'MalformedNamedReference', 0],
  ['\\k<n', 'UnrecognizedEscape', 0],
  ['\\k<1', 'UnrecognizedEscape', 0],
  ['\\k<%>', 'UnrecognizedEscape', 0],
  ['\\c', 'MissingControlCharacter', 0],
  ['\\c1', 'UnrecognizedControlCharacter', 0],
  ['\\c~', 'UnrecognizedControlCharacter', 0],
  ['a**', 'NestedQuantifiersNotParenthesized', 2],
  ['a{2}{3}', 'NestedQuantifiersNotParenthesized', 4],
  ['a++', 'NestedQuantifiersNotParenthesized', 2],
  ['a+(?#c)+', 'NestedQuantifiersNotParenthesized', 7],
  ['*a', 'QuantifierAfterNothing', 0],
  ['a|+', 'QuantifierAfterNothing', 2],
  ['(?)', 'QuantifierAfterNothing', 1],
  ['a(?i)*', 'QuantifierAfterNothing', 5],
  ['{2}', 'QuantifierAfterNothing', 0],
  ['a{2147483648}', 'QuantifierOrCaptureGroupOutOfRange', 2],
  ['\\2147483648', 'QuantifierOrCaptureGroupOutOfRange', 1],
  ['[z-a]', 'ReversedCharacterRange', 1],
  ['a{3,2}', 'ReversedQuantifierRange', 1],
  ['[a-\\d]', 'ShorthandClassInCharacterRange', 1],
  ['[a-\\p{L}]', 'ShorthandClassInCharacterRange', 1],
  ['\\k<x>', 'UndefinedNamedReference', 0],
  ['\\<x>', 'UndefinedNamedReference', 0],
  ['\\1', 'UndefinedNumberedReference', 0],
  ['(a)\\k<2>', 'UndefinedNumberedReference', 3],
  ['a\\', 'UnescapedEndingBackslash', 1],
  ['\\_', 'UnrecognizedEscape', 0],
  ['[\\A]', 'UnrecognizedEscape', 1],
  ['\\80', 'UnrecognizedEscape', 0],
  ['\\p{Foo}', 'UnrecognizedUnicodeProperty', 0],
  ['\\p{IsFoo}', 'UnrecognizedUnicodeProperty', 0],
  ['\\p{Greek}', 'UnrecognizedUnicodeProperty', 0],
  ['[a', 'UnterminatedBracket', 0],
  ['[^', 'UnterminatedBracket', 0],
  ['[]', 'UnterminatedBracket', 0],
  ['[\\', 'UnterminatedBracket', 0],
  ['[a-', 'UnterminatedBracket', 0],
  ['*[', 'UnterminatedBracket', 1],
  ['[a-z-[b]', 'UnterminatedBracket', 0],
  ['[a-[b]', 'UnterminatedBracket', 0],
  ['a(?#c', 'UnterminatedComment', 1],
];

test.each(refusals)('.NET refuses %j: %s at %i', (source, problem, at) => {
  expect(compilePattern(source)).toEqual({ kind: 'refused', problem, at });
});

const unsupported: readonly (readonly [pattern: string, construct: UnsupportedConstruct, at: number])[] = [
  ['(a)?(?(1)b|c)', 'conditional', 4],
  ['(?<n>a)?(?(n)b)', 'conditional', 8],
  ['(?(a)ab|c)', 'conditional', 0],
  ['x(?(?=a)ab|c)', 'conditional', 1],
  ['(?(a)(b)|c)', 'conditional', 0],
  ['(?<b>x)(?<a-b>y)', 'balancing group', 7],
  ['(?<b>x)(?<-b>y)', 'balancing group', 7],
  ["(x)(?'-1'y)", 'balancing group', 3],
  ['a[\\p{_xmlC}]', 'XML character class', 2],
  [`${'('.repeat(300)}${')'.repeat(300)}`, 'nesting too deep', 250],
];

test.each(unsupported)('%j cannot be evaluated: %s at %i', (source, construct, at) => {
  expect(compilePattern(source)).toEqual({ kind: 'cannot-evaluate', construct, at });
});

test('what .NET refuses is refused, whatever else is in it', () => {
  expect(compilePattern('(a)?(?(1)b|c)[').kind).toBe('refused');
  expect(compilePattern('(?<b>x)(?<a-b>y)(?<c-d>z)').kind).toBe('refused');
});

test('an error that is no verdict comes through', () => {
  expect(() => compilePattern(JSON.parse('null'))).toThrow(TypeError);
});

describe('the RegExp for plain texts', () => {
  const sourceOf = (source: string): string | null => {
    const compiled = compilePattern(source);
    return compiled.kind === 'ready' && compiled.pattern.fast !== null ? String(compiled.pattern.fast) : null;
  };

  test.each([
    ['\\b(AMZN|Amazon)\\b(?=[ ._-]web)', '/\\b(?:amzn|amazon)\\b(?=[ \\-\\._]web)/i'],
    ['(a)(b)\\2', '/a(b)(?:\\1)/i'],
    ['(?>a+)b', '/(?:(?=(a+))\\1)b/i'],
    ['(?-i)aB', '/aB/'],
    ['(?-i)a(?i)b', '/a[Bb]/'],
    ['[]a]', '/[\\]a]/i'],
    ['[a-z-[aeiou]]', '/[b-df-hj-np-tv-z]/i'],
    ['é|[\\w-[\\d_]]|\\W|\\s\\S\\d\\D', '/[]|[a-z]|\\W|\\s\\S\\d\\D/i'],
    ['a|b', '/[ab]/i'],
    ['.$\\z\\A(?m:^$)\\G\\B', '/.$$^^$^\\B/i'],
    ['(?s).', '/[^]/i'],
    ['(?:ab)?(c|de)*?[x]{2}{', '/(?:ab)?(?:c|de)*?x{2}\\{/i'],
    ['(a|bc){2,}(?<!d)(?!e)(?<=f)', '/(?:a|bc){2,}(?<!d)(?!e)(?<=f)/i'],
    ['(?:a{2,3}){2}\\x07', '/(?:a{2,3}){2}\\x07/i'],
    ['(a|bc)\\1', '/(a|bc)(?:\\1)/i'],
    ['((a))\\1(?=(b)\\3)', '/(a)(?:\\1)(?=(b)(?:\\2))/i'],
    ['[@-]!', '/[\\-\\@]\\!/i'],
  ])('of %j is %s', (source, expected) => {
    expect(sourceOf(source)).toBe(expected);
  });

  test.each([
    ['a loop whose body prefers nothing', '(?:|a)+'],
    ['a reference before its group', '\\1(a)'],
    ['a reference to one of two groups', '(?<n>a)(?<n>b)\\k<n>'],
    ['a reference to a group of one alternative', '(a|b|(c))\\2'],
    ['a reference to a group of an optional part', '(a)?\\1'],
    ['a reference to a group in a loop that may take nothing', '(?:(a*))+\\1'],
    ['a reference to a group that must not be', '(?!(a))b\\1'],
    ['a reference to a group behind', '(?<=(a))b\\1'],
    ['a reference behind', '(a)(?<=\\1)'],
    ['a reference with another case than the rest', '(a)(?-i)\\1'],
    ['an atomic group behind', '(?<=(?>a|ba))c'],
    ['a pattern too long for engines', 'a'.repeat(20_000)],
    [
      'too many groups to prove anything',
      '(a)'.repeat(101) + Array.from({ length: 101 }, (_, n) => `\\${n + 1}`).join('x'),
    ],
  ])('is none for %s', (_, source) => {
    expect(compilePattern(source).kind).toBe('ready');
    expect(sourceOf(source)).toBe(null);
  });
});
