import type { FormatHit } from '../../model/media-file.ts';
import { isFormatOpen } from '../../scoring/decision/cutoffs.ts';
import { type Comparison, decideByQuality, decideByScore } from '../../scoring/decision/decide-upgrade.ts';
import type { History } from '../shared/history.ts';
import { type IndexedFile, type ProfileGroup, pointsOf } from '../shared/indexed-file.ts';
import { formatsBefore, type Replacement } from '../shared/replacement.ts';

/** A replacement that brought a file of today, and in which the scores had a say. */
export interface Replaced {
  /** Of the file: by its profile the server would decide today. */
  readonly group: ProfileGroup;
  readonly replacement: Replacement;
  /** Ids of those that the file before had. */
  readonly formatsBefore: readonly number[];
  /** Whether the server would do it again. */
  readonly isUpgrade: boolean;
}

/** Asked once for all formats of a file: where quality or revision decide, none of them can. */
export function replacedBy(
  { file }: IndexedFile,
  replacements: readonly Replacement[],
  { group, history }: { readonly group: ProfileGroup; readonly history: History },
): readonly Replaced[] {
  return replacements.flatMap((replacement) => {
    const scores = { before: replacement.scoreBefore, after: file.score };
    const comparison = comparisonOf({ group, replacement }, file, scores);
    if (decideByQuality(comparison) !== null) return [];
    const isUpgrade = decideByScore(comparison) === 'upgrade';
    return [{ group, replacement, formatsBefore: formatsBefore(history, replacement), isUpgrade }];
  });
}

/** Whether without a format's points the file would be in another state, or would not have replaced what it did. */
export function isDecisive(
  hit: FormatHit,
  { file, state }: IndexedFile,
  replaced: readonly Replaced[],
): boolean {
  if (hit.score === 0) return false;
  const without = file.score - hit.score;
  if (without < file.profile.minFormatScore !== state.belowMinimum) return true;
  if (isFormatOpen(file.profile, without) !== (state.format === 'open')) return true;
  return replaced.some((one) => flips(hit, file, one));
}

/** Both sides lose the points, where both had the format. */
function flips(
  { id, score }: FormatHit,
  file: IndexedFile['file'],
  { group, replacement, formatsBefore: formats, isUpgrade }: Replaced,
): boolean {
  const lost = formats.includes(id) ? pointsOf(group, [id]) : 0;
  const scores = { before: replacement.scoreBefore - lost, after: file.score - score };
  return (decideByScore(comparisonOf({ group, replacement }, file, scores)) === 'upgrade') !== isUpgrade;
}

function comparisonOf(
  { group, replacement }: Pick<Replaced, 'group' | 'replacement'>,
  { quality }: IndexedFile['file'],
  { before, after }: { readonly before: number; readonly after: number },
): Comparison {
  return {
    profile: group.profile,
    current: { quality: replacement.qualityBefore, score: before },
    next: { quality, score: after },
    propersAndRepacks: group.instance.rules.settings.propersAndRepacks,
  };
}
