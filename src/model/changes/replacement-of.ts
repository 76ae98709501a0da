import type { Direction, Replacement } from '../change.ts';
import type { FileQuality } from '../quality.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { FileFacts } from './file-facts.ts';
import type { Pair } from './pair-up.ts';

/**
 * Whether the new file is better, by what the server compares (servarr.md 6.1), under the rules of after.
 *
 * @param profile  the item's, as it is after; null where it is not known: then every quality is the same
 * @param scoreGained  what the file alone added: an edit of rules meanwhile makes no upgrade
 */
export function replacementOf(
  { before, after }: Pair<FileFacts>,
  profile: QualityProfile | null,
  scoreGained: number,
): Replacement {
  return {
    quality: direction(placeOf(after.quality, profile) - placeOf(before.quality, profile)),
    revision: direction(compareRevisions(after.quality, before.quality)),
    score: direction(scoreGained),
    size: direction(after.sizeBytes - before.sizeBytes),
  };
}

/** Worst is 0, as is a quality that the profile does not list; members of a group are equals. */
function placeOf({ id }: FileQuality, profile: QualityProfile | null): number {
  const place = profile?.items.findIndex((item) =>
    item.kind === 'quality' ? item.quality.id === id : item.qualities.some((quality) => quality.id === id),
  );
  return Math.max(0, place ?? 0);
}

/** Whether it is a repack plays no part. */
function compareRevisions({ revision: a }: FileQuality, { revision: b }: FileQuality): number {
  return a.real - b.real || a.version - b.version;
}

function direction(gain: number): Direction {
  if (gain === 0) return 'same';
  return gain > 0 ? 'upgrade' : 'downgrade';
}
