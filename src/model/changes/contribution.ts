import type { CauseKind, RuleEdit, ScoreEdit } from '../change.ts';
import type { AttributeName } from './attributes.ts';

/**
 * What one format, for one reason, added to or took from a file's score; 0 points where it came or went without any.
 *
 * From these come both the causes of a slot's change and what an edit of the rules did to all files.
 */
export interface Contribution {
  readonly kind: CauseKind;
  readonly points: number;
  /** The format, as it is called after; empty where it is not one format's doing. */
  readonly formats: readonly string[];
  /** The edit of the rules that did it; null for what was done to the file or its item. */
  readonly edit: RuleEdit | null;
  /** For `profile-scores-edited`; else empty. */
  readonly scores: readonly ScoreEdit[];
  /** For `attributes-edited`: those that differ and that the format looks at; else empty. */
  readonly attributes: readonly AttributeName[];
}

/** Kinds of cause in the order of evaluation, in which they are also told (docs/causes.md). */
export const evaluationOrder: readonly CauseKind[] = [
  'format-removed',
  'profile-scores-edited',
  'format-edited',
  'profile-reassigned',
  'file-replaced',
  'attributes-edited',
  'format-added',
  'unexplained',
];

/** A contribution; what is not given is empty. */
export function contribution(
  kind: CauseKind,
  points: number,
  about: Partial<Omit<Contribution, 'kind' | 'points'>> = {},
): Contribution {
  return { kind, points, formats: [], edit: null, scores: [], attributes: [], ...about };
}
