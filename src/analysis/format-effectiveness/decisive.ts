import type { FormatHit } from '../../model/media-file.ts';
import { isFormatOpen } from '../../scoring/decision/cutoffs.ts';
import { decideUpgrade } from '../../scoring/decision/decide-upgrade.ts';
import { type IndexedFile, type ProfileGroup, pointsOf } from '../shared/indexed-file.ts';
import type { Replacement } from '../shared/replacements.ts';
import { hasFormat } from '../shared/version.ts';

/** Whether without a format's points the file would be in another state, or would not have replaced what it did. */
export function isDecisive(
  hit: FormatHit,
  { file, state }: IndexedFile,
  { group, replaced }: { readonly group: ProfileGroup; readonly replaced: readonly Replacement[] },
): boolean {
  if (hit.score === 0) return false;
  const without = file.score - hit.score;
  if (without < file.profile.minFormatScore !== state.belowMinimum) return true;
  if (isFormatOpen(file.profile, without) !== (state.format === 'open')) return true;
  return replaced.some((replacement) => flips(hit, file, { group, replacement }));
}

/** Both sides lose the points, where both had the format. */
function flips(
  { id, score }: FormatHit,
  file: IndexedFile['file'],
  { group, replacement }: { readonly group: ProfileGroup; readonly replacement: Replacement },
): boolean {
  const { before } = replacement;
  const lost = hasFormat(before, id) ? pointsOf(group, [id]) : 0;
  const isUpgrade = (current: number, next: number): boolean =>
    decideUpgrade({
      profile: group.profile,
      current: { quality: before.source.quality, score: current },
      next: { quality: file.quality, score: next },
      propersAndRepacks: group.instance.rules.settings.propersAndRepacks,
    }) === 'upgrade';
  const { scoreToday } = before;
  return isUpgrade(scoreToday, file.score) !== isUpgrade(scoreToday - lost, file.score - score);
}
