import type { RuleEdit } from '../change.ts';
import { cutoffName, type QualityItem, type QualityProfile } from '../quality-profile.ts';
import type { Pair } from './pair-up.ts';

/** An edit of what else a profile says, with the profile as that edit left it. */
export interface ThresholdStep {
  readonly edit: RuleEdit;
  readonly profile: QualityProfile;
}

type Threshold = Extract<RuleEdit, { readonly kind: 'threshold' }>['name'];

/** One thing a profile says: how it is written, and how it is taken over from another profile. */
interface Part {
  readonly name: Threshold;
  readonly text: (profile: QualityProfile) => string;
  readonly take: (to: QualityProfile, from: QualityProfile) => QualityProfile;
}

const parts: readonly Part[] = [
  {
    name: 'minimum',
    text: ({ minFormatScore }) => String(minFormatScore),
    take: (to, { minFormatScore }) => ({ ...to, minFormatScore }),
  },
  {
    name: 'cutoff',
    text: ({ cutoffFormatScore }) => String(cutoffFormatScore),
    take: (to, { cutoffFormatScore }) => ({ ...to, cutoffFormatScore }),
  },
  {
    name: 'step',
    text: ({ minUpgradeFormatScore }) => String(minUpgradeFormatScore),
    take: (to, { minUpgradeFormatScore }) => ({ ...to, minUpgradeFormatScore }),
  },
  {
    name: 'upgrades allowed',
    text: ({ upgradeAllowed }) => (upgradeAllowed ? 'yes' : 'no'),
    take: (to, { upgradeAllowed }) => ({ ...to, upgradeAllowed }),
  },
  {
    name: 'quality order',
    text: ({ items }) => items.map(stepText).toReversed().join(' > '),
    take: (to, { items, cutoff }) => {
      const taken = { ...to, items };
      // A cutoff that went with its group would let every quality look good enough until its own edit comes.
      return cutoffName(taken) === null ? { ...taken, cutoff } : taken;
    },
  },
  {
    name: 'quality cutoff',
    text: (profile) => cutoffName(profile) ?? String(profile.cutoff),
    take: (to, { cutoff }) => ({ ...to, cutoff }),
  },
];

/**
 * What was edited in a profile besides its scores, one step a part, in a fixed order.
 *
 * A quality order is written best first; a quality that is not allowed stands in brackets.
 */
export function thresholdSteps({ before, after }: Pair<QualityProfile>): readonly ThresholdStep[] {
  const steps: ThresholdStep[] = [];
  let profile = before;
  for (const { name, text, take } of parts) {
    const [from, to] = [text(before), text(after)];
    if (from === to) continue;
    profile = take(profile, after);
    steps.push({ edit: { kind: 'threshold', profile: after.name, name, from, to }, profile });
  }
  return steps;
}

function stepText(item: QualityItem): string {
  const text =
    item.kind === 'quality'
      ? item.quality.name
      : `${item.name} (${item.qualities.map(({ name }) => name).join(', ')})`;
  return item.isAllowed ? text : `[${text}]`;
}
