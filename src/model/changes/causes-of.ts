import type { Cause, CauseKind } from '../change.ts';
import { attributeNames } from './attributes.ts';
import { type Contribution, evaluationOrder } from './contribution.ts';

/** From which profile to which an item went, by name. */
export interface Reassignment {
  readonly from: string;
  readonly to: string;
}

/**
 * One cause a kind, in the order of evaluation; its points are the sum of the contributions'.
 *
 * @param reassignment  null: the item kept its profile; where it did not, that is a cause even without points
 */
export function causesOf(
  contributions: readonly Contribution[],
  reassignment: Reassignment | null,
): readonly Cause[] {
  const moving = contributions.filter(({ points }) => points !== 0);
  return evaluationOrder.flatMap((kind) => {
    const parts = moving.filter((part) => part.kind === kind);
    const cause = causeOf(kind, parts, reassignment ?? { from: '', to: '' });
    return parts.length > 0 || (kind === 'profile-reassigned' && reassignment !== null) ? [cause] : [];
  });
}

function causeOf(kind: CauseKind, parts: readonly Contribution[], reassignment: Reassignment): Cause {
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  switch (kind) {
    case 'file-replaced':
    case 'unexplained':
      return { kind, points };
    case 'format-edited':
    case 'format-added':
    case 'format-removed':
      return { kind, points, formats: parts.flatMap(({ formats }) => formats) };
    case 'profile-scores-edited':
      return { kind, points, formats: parts.flatMap(({ scores }) => scores) };
    case 'profile-reassigned':
      return { kind, points, ...reassignment };
    case 'attributes-edited': {
      const seen = new Set(parts.flatMap(({ attributes }) => attributes));
      return { kind, points, attributes: attributeNames.filter((name) => seen.has(name)) };
    }
  }
}
