import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Graded } from './graded.ts';
import { compareQuality } from './quality-order.ts';
import { compareRevision, isRevisionUpgrade } from './revision-order.ts';

/** Whether the profile lets a release replace the file: a better revision always may. Source: servarr.md 6.4. */
export function isUpgradeAllowed(profile: QualityProfile, current: Graded, next: Graded): boolean {
  if (isRevisionUpgrade(current.quality, next.quality)) return true;
  const byQuality =
    compareQuality(profile, next.quality, current.quality) ||
    compareRevision(next.quality.revision, current.quality.revision);
  const isBetter = byQuality > 0 || next.score > current.score;
  return !isBetter || profile.upgradeAllowed;
}
