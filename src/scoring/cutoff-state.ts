import type { CutoffState } from '../model/cutoff-state.ts';
import type { QualityProfile } from '../model/quality-profile.ts';
import { isFormatOpen, isQualityOpen } from './decision/cutoffs.ts';
import type { Graded } from './decision/graded.ts';

/**
 * What the server would still accept for a file. With upgrades off, quality is open below the worst allowed quality
 * and format below the minimum, as in the servers. Source: servarr.md 6.2, 6.5.
 */
export function cutoffState(profile: QualityProfile, { quality, score }: Graded): CutoffState {
  return {
    belowMinimum: score < profile.minFormatScore,
    quality: isQualityOpen(profile, quality) ? 'open' : 'met',
    format: isFormatOpen(profile, score) ? 'open' : 'met',
    upgradesAllowed: profile.upgradeAllowed,
  };
}
