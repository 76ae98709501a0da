import type { ConditionEvidence, FormatEvidence, GroupEvidence } from './evidence.ts';

/** A format that one kind of condition keeps from matching. */
export interface NearMiss {
  readonly evidence: FormatEvidence;
  readonly group: GroupEvidence;
  /** The conditions to blame: the required ones that fail, or all where none holds. */
  readonly conditions: readonly ConditionEvidence[];
}

/** The formats of which exactly one group of conditions fails, and of which another one holds or there is no other. */
export function nearMisses(evidence: readonly FormatEvidence[]): readonly NearMiss[] {
  return evidence.flatMap((one) => {
    const failing = one.groups.filter(({ holds }) => holds === false);
    const [group] = failing;
    if (group === undefined || failing.length > 1) return [];
    return [{ evidence: one, group, conditions: culprits(group) }];
  });
}

function culprits({ conditions }: GroupEvidence): readonly ConditionEvidence[] {
  const required = conditions.filter(({ specification }) => specification.isRequired);
  return (required.length > 0 ? required : conditions).filter(({ holds }) => holds === false);
}
