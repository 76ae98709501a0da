import type { FileQuality } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Graded } from './graded.ts';
import { firstAllowedIndex, qualityIndex } from './quality-order.ts';
import { isRevisionUpgrade } from './revision-order.ts';

/**
 * Place in the order from which on quality is good enough. With upgrades off that is the worst allowed quality,
 * whatever the profile's cutoff says. Source: servarr.md 6.2.
 */
function qualityCutoffIndex(profile: QualityProfile): number {
  if (profile.upgradeAllowed) return qualityIndex(profile, profile.cutoff);
  return firstAllowedIndex(profile) ?? 0;
}

/** Whether a better quality is still wanted: the server's `qualityCutoffNotMet`. Source: servarr.md 6.2. */
export function isQualityOpen(profile: QualityProfile, { id }: Pick<FileQuality, 'id'>): boolean {
  return qualityIndex(profile, id) < qualityCutoffIndex(profile);
}

/** Whether a better score is still wanted; with upgrades off the minimum stands for the cutoff. Source: servarr.md 6.2. */
export function isFormatOpen(profile: QualityProfile, score: number): boolean {
  return score < (profile.upgradeAllowed ? profile.cutoffFormatScore : profile.minFormatScore);
}

/** Whether the server looks at a release of this quality at all. Source: servarr.md 6.2. */
export function isCutoffOpen(profile: QualityProfile, current: Graded, next: FileQuality): boolean {
  return isQualityOpenFor(profile, current.quality, next) || isFormatOpen(profile, current.score);
}

/** As `isQualityOpen`, and open for a better revision of the same quality. */
export function isQualityOpenFor(profile: QualityProfile, current: FileQuality, next: FileQuality): boolean {
  return isQualityOpen(profile, current) || isRevisionUpgrade(current, next);
}
