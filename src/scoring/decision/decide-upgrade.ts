import type { QualityProfile } from '../../model/quality-profile.ts';
import type { PropersAndRepacks } from '../../model/rules.ts';
import { isQualityOpenFor } from './cutoffs.ts';
import type { Graded } from './graded.ts';
import { compareQuality } from './quality-order.ts';
import { compareRevision } from './revision-order.ts';

/** A release beside the file it would replace. */
export interface Comparison {
  readonly profile: QualityProfile;
  readonly current: Graded;
  readonly next: Graded;
  readonly propersAndRepacks: PropersAndRepacks;
}

/** Why the file on disk is as good, in the servers' words. */
export type UpgradeVerdict =
  | 'upgrade'
  | 'betterQuality'
  | 'upgradesNotAllowed'
  | 'betterRevision'
  | 'qualityCutoff'
  | 'customFormatScore'
  | 'customFormatCutoff'
  | 'minCustomFormatScore';

/** One of the nine steps; the first that holds decides. */
interface Step {
  readonly holds: (comparison: Comparison) => boolean;
  readonly verdict: UpgradeVerdict;
}

/** The order is the rule: a later step holds only where the earlier ones did not. Source: servarr.md 6.3. */
const qualitySteps: readonly Step[] = [
  { verdict: 'upgrade', holds: (c) => qualityOf(c) > 0 && isOpen(c) },
  { verdict: 'betterQuality', holds: (c) => qualityOf(c) < 0 },
  { verdict: 'upgrade', holds: (c) => prefersRevisions(c) && revisionOf(c) > 0 },
  { verdict: 'upgradesNotAllowed', holds: ({ profile }) => !profile.upgradeAllowed },
  { verdict: 'betterRevision', holds: (c) => prefersRevisions(c) && revisionOf(c) < 0 },
  { verdict: 'qualityCutoff', holds: (c) => qualityOf(c) > 0 },
];

/** What comes after them. */
const scoreSteps: readonly Step[] = [
  { verdict: 'customFormatScore', holds: ({ current, next }) => next.score <= current.score },
  {
    verdict: 'customFormatCutoff',
    holds: ({ profile, current }) => current.score >= profile.cutoffFormatScore,
  },
  {
    verdict: 'minCustomFormatScore',
    holds: ({ profile, current, next }) => next.score < current.score + profile.minUpgradeFormatScore,
  },
];

/**
 * Whether a release is better than the file on disk: the servers' `IsUpgradable`. With upgrades off a better quality
 * can still be an `upgrade` here; `isUpgradeAllowed` then refuses it. Source: servarr.md 6.3.
 */
export function decideUpgrade(comparison: Comparison): UpgradeVerdict {
  return decideByQuality(comparison) ?? decideByScore(comparison);
}

/** What quality and revision decide, whatever the scores are; null where the scores have a say. */
export function decideByQuality(comparison: Comparison): UpgradeVerdict | null {
  return qualitySteps.find(({ holds }) => holds(comparison))?.verdict ?? null;
}

/** What the scores decide where quality and revision do not. */
export function decideByScore(comparison: Comparison): UpgradeVerdict {
  return scoreSteps.find(({ holds }) => holds(comparison))?.verdict ?? 'upgrade';
}

function qualityOf({ profile, current, next }: Comparison): number {
  return compareQuality(profile, next.quality, current.quality);
}

function revisionOf({ current, next }: Comparison): number {
  return compareRevision(next.quality.revision, current.quality.revision);
}

function isOpen({ profile, current, next }: Comparison): boolean {
  return isQualityOpenFor(profile, current.quality, next.quality);
}

function prefersRevisions({ propersAndRepacks }: Comparison): boolean {
  return propersAndRepacks !== 'doNotPrefer';
}
