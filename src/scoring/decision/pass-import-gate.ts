import type { Comparison } from './decide-upgrade.ts';
import { compareQuality } from './quality-order.ts';
import { compareRevision } from './revision-order.ts';

/** Why a downloaded file is not imported over the one on disk; `pass` when it is. */
export type ImportVerdict = 'pass' | 'notQualityUpgrade' | 'notRevisionUpgrade' | 'notCustomFormatUpgrade';

/**
 * The last look before a downloaded file replaces the one on disk. Cutoffs, minimum and step do not count, and an
 * equal score passes. Source: servarr.md 6.5.
 */
export function passImportGate({ profile, current, next, propersAndRepacks }: Comparison): ImportVerdict {
  const byQuality = compareQuality(profile, next.quality, current.quality);
  if (byQuality < 0) return 'notQualityUpgrade';
  if (byQuality > 0) return 'pass';
  const byRevision = compareRevision(next.quality.revision, current.quality.revision);
  if (propersAndRepacks !== 'doNotPrefer' && byRevision < 0) return 'notRevisionUpgrade';
  return next.score < current.score ? 'notCustomFormatUpgrade' : 'pass';
}
