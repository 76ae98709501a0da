import type { CustomFormat, Specification } from '../../model/custom-format.ts';
import type { PatternMatch } from '../pattern/pattern.ts';
import type { TextName } from './probe.ts';
import type { Unevaluable } from './unevaluable.ts';

/** Why a format matches, or does not. */
export interface FormatEvidence {
  readonly format: CustomFormat;
  /** null: nobody but the server can tell. */
  readonly matches: boolean | null;
  /** One for each kind of condition; all must hold. */
  readonly groups: readonly GroupEvidence[];
}

/** The conditions of one kind: no required one may fail, one must hold. */
export interface GroupEvidence {
  readonly implementation: string;
  readonly holds: boolean | null;
  readonly conditions: readonly ConditionEvidence[];
}

/** What was tried, on what, and what came of it. */
export interface ConditionEvidence {
  readonly specification: Specification;
  /** Negation included. */
  readonly holds: boolean | null;
  /** What the condition looked at, as a person reads it: `bluray`, `3.2 GiB`, `English`; a pattern's is in `texts`. */
  readonly actual: string;
  /** Every text that the pattern was tried on; empty for a condition without a pattern. */
  readonly texts: readonly TextEvidence[];
  /** Why nobody can tell; null where one can. */
  readonly problem: Unevaluable | null;
}

/** One text and where the pattern matched in it; `text` null: there is none, so nothing matches. */
export interface TextEvidence {
  readonly name: TextName;
  readonly text: string | null;
  readonly match: PatternMatch | null;
}

/** What a pattern found: `REPACK`; null where it found nothing. */
export function matchedText({ text, match }: TextEvidence): string | null {
  return text === null || match === null ? null : text.slice(match.index, match.index + match.length);
}
