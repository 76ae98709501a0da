import type { Matcher } from './matcher.ts';

/**
 * A .NET pattern, ready to be asked. Made by `compilePattern`, asked with `isMatch` and `findMatch`.
 *
 * Two forms of the same meaning: a `RegExp` for plain texts (see `Subject`), fast; and a matcher of our own that
 * knows .NET's rules in full, for everything else.
 */
export type Pattern = {
  readonly source: string;
  /** Null: no `RegExp` means the same, even on plain texts. */
  readonly fast: RegExp | null;
  /** Made when first asked, then kept. */
  readonly exact: () => Matcher;
  /**
   * For each kind of letter beyond ASCII, the plain one this pattern cannot tell from it; as text in the order of
   * `foreignKinds`, a line feed where there is none. Made when first asked, then kept.
   */
  readonly standIns: () => string;
};

/** Where a pattern matched: its leftmost match, as .NET finds it. Units: UTF-16 units of the subject. */
export type PatternMatch = { readonly index: number; readonly length: number };

/** What .NET has against a pattern, in its own words (`RegexParseError`). */
export type PatternProblem =
  | 'AlternationHasComment'
  | 'AlternationHasMalformedCondition'
  | 'AlternationHasMalformedReference'
  | 'AlternationHasNamedCapture'
  | 'AlternationHasTooManyConditions'
  | 'AlternationHasUndefinedReference'
  | 'CaptureGroupNameInvalid'
  | 'CaptureGroupOfZero'
  | 'ExclusionGroupNotLast'
  | 'InsufficientClosingParentheses'
  | 'InsufficientOpeningParentheses'
  | 'InsufficientOrInvalidHexDigits'
  | 'InvalidGroupingConstruct'
  | 'InvalidUnicodePropertyEscape'
  | 'MalformedNamedReference'
  | 'MalformedUnicodePropertyEscape'
  | 'MissingControlCharacter'
  | 'NestedQuantifiersNotParenthesized'
  | 'QuantifierAfterNothing'
  | 'QuantifierOrCaptureGroupOutOfRange'
  | 'ReversedCharacterRange'
  | 'ReversedQuantifierRange'
  | 'ShorthandClassInCharacterRange'
  | 'UndefinedNamedReference'
  | 'UndefinedNumberedReference'
  | 'UnescapedEndingBackslash'
  | 'UnrecognizedControlCharacter'
  | 'UnrecognizedEscape'
  | 'UnrecognizedUnicodeProperty'
  | 'UnterminatedBracket'
  | 'UnterminatedComment';

/** A construct that .NET knows and we do not evaluate. */
export type UnsupportedConstruct =
  | 'balancing group'
  | 'conditional'
  | 'nesting too deep'
  | 'XML character class';

/** What became of a pattern's source. Unit of `at`: UTF-16 units from the start of the source. */
export type CompiledPattern =
  | { readonly kind: 'ready'; readonly pattern: Pattern }
  /** .NET itself refuses it; a server cannot have stored it. */
  | { readonly kind: 'refused'; readonly problem: PatternProblem; readonly at: number }
  /** A server evaluates it, we cannot: its answer is unknown, never "no match". */
  | { readonly kind: 'cannot-evaluate'; readonly construct: UnsupportedConstruct; readonly at: number };
