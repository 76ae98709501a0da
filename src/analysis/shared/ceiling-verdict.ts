import { count, counted } from '../../lib/count.ts';
import type { FilesBehind } from '../../model/files-behind.ts';
import type { Ceiling } from '../../scoring/ceiling/ceiling.ts';
import { behind, compared, is } from './conditions.ts';
import type { ProfileGroup } from './indexed-file.ts';
import { quantile } from './statistics.ts';
import { countOf } from './sums.ts';

/** A cutoff that some files reach, and how many it would close. */
export interface Suggestion {
  readonly cutoff: number;
  readonly files: FilesBehind;
}

/** Files at or above the cutoff today. */
function reachedBy({ profile, scores }: ProfileGroup): number {
  return countOf(scores, (score) => score >= profile.cutoffFormatScore);
}

/** `reached by 17`, `never reached`, `unreachable`, that it does not count, or that nothing can be told. */
export function verdictOf(group: ProfileGroup, { verdict, bestSeen }: Ceiling): string {
  if (!group.profile.upgradeAllowed) return 'upgrades off';
  if (verdict === 'never reached' && bestSeen === null) return 'nothing seen';
  return verdict === 'reached' ? `reached by ${count(reachedBy(group))}` : verdict;
}

/** Whether files are searched for ever: upgrades are on, and nothing seen has reached the cutoff. */
export function isOutOfReach({ profile, files }: ProfileGroup, { verdict }: Ceiling): boolean {
  return profile.upgradeAllowed && files.length > 0 && verdict !== 'reached';
}

/**
 * The score that the best twentieth of the files has, as a cutoff: some of the search ends. null where the cutoff is
 * reached already, or where it would not be above the minimum.
 */
export function suggestCutoff(group: ProfileGroup, ceiling: Ceiling): Suggestion | null {
  const { profile, scores, files, where } = group;
  const cutoff = quantile(scores, 0.95);
  if (cutoff === null || !isOutOfReach(group, ceiling)) return null;
  if (cutoff <= Math.max(0, profile.minFormatScore)) return null;
  const closed = countOf(files, ({ file, state }) => state.format === 'open' && file.score >= cutoff);
  const conditions = [...where, is('format-open', 'yes'), compared('score', '>=', cutoff)];
  return { cutoff, files: behind(conditions, closed) };
}

/** A suggestion as something to do. */
export function suggestionWords(suggestion: Suggestion | null): string {
  if (suggestion === null) return 'Lower the format cutoff to a score that files have.';
  const { cutoff, files } = suggestion;
  return `Try a cutoff of ${count(cutoff)}: it closes ${counted(files.count, 'file')} at once.`;
}
