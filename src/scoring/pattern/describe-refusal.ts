import type { PatternProblem } from './pattern.ts';

/** .NET's own names of its errors, in words that help to mend them. */
const sentences: Readonly<Record<PatternProblem, string>> = {
  AlternationHasComment: 'the condition of a (?(…)…) is a comment',
  AlternationHasMalformedCondition: 'the condition of a (?(…)…) cannot be read',
  AlternationHasMalformedReference: 'the number in a (?(1)…) is not followed by a )',
  AlternationHasNamedCapture: 'the condition of a (?(…)…) is a named group',
  AlternationHasTooManyConditions: 'a (?(…)…) has more than two alternatives',
  AlternationHasUndefinedReference: 'a (?(1)…) asks for a group that the pattern does not have',
  CaptureGroupNameInvalid: 'the name of a group has to be of letters, digits and _, closed like (?<name>…)',
  CaptureGroupOfZero: 'no group can have the number 0',
  ExclusionGroupNotLast: 'a subtraction like -[aeiou] has to end its class',
  InsufficientClosingParentheses: 'a ( is never closed; write \\( for the character',
  InsufficientOpeningParentheses: 'a ) closes nothing; write \\) for the character',
  InsufficientOrInvalidHexDigits: '\\x takes two hexadecimal digits, \\u takes four',
  InvalidGroupingConstruct: 'there is no such kind of group',
  InvalidUnicodePropertyEscape: '\\p takes a name in braces, like \\p{L}',
  MalformedNamedReference: '\\k takes a name, like \\k<name>',
  MalformedUnicodePropertyEscape: '\\p takes a name in braces, like \\p{L}',
  MissingControlCharacter: '\\c takes a letter',
  NestedQuantifiersNotParenthesized:
    'a quantifier follows a quantifier; put brackets round what the first repeats',
  QuantifierAfterNothing: 'a quantifier has nothing to repeat; write a \\ before it for the character',
  QuantifierOrCaptureGroupOutOfRange: 'a number is too large',
  ReversedCharacterRange: 'a range runs backwards, like [z-a]',
  ReversedQuantifierRange: 'a quantifier runs backwards, like {3,2}',
  ShorthandClassInCharacterRange: 'a range cannot end in a class, like [a-\\d]',
  UndefinedNamedReference: 'a reference names a group that the pattern does not have',
  UndefinedNumberedReference: 'a reference is to a group that the pattern does not have',
  UnescapedEndingBackslash: 'a \\ at the end; write \\\\ for the character',
  UnrecognizedControlCharacter: '\\c takes a letter',
  UnrecognizedEscape: 'there is no such escape; leave the \\ out for the character',
  UnrecognizedUnicodeProperty: 'there is no such category or block of Unicode',
  UnterminatedBracket: 'a [ is never closed; write \\[ for the character',
  UnterminatedComment: 'a (?# is never closed',
};

/** Enough of a pattern to find the place. */
const excerptLength = 20;

/** What is wrong with a pattern and where: `a ( is never closed, at character 5: “(b”`. */
export function describeRefusal(
  pattern: string,
  { problem, at }: { readonly problem: PatternProblem; readonly at: number },
): string {
  const excerpt = pattern.slice(at, at + excerptLength);
  return `${sentences[problem]}, at character ${at + 1}: “${excerpt}${at + excerptLength < pattern.length ? '…' : ''}”`;
}
