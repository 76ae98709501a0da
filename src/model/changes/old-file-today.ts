import type { JudgeMatch } from './comparison.ts';
import type { FileFacts } from './file-facts.ts';
import type { FormatPath } from './format-paths.ts';
import type { Pair } from './pair-up.ts';
import type { Sight } from './sight.ts';

/** What it takes to say whether a format, as it is after, would match the file as it was before. */
export interface OldFileQuestion {
  readonly path: FormatPath;
  readonly sight: Sight;
  readonly pair: Pair<FileFacts>;
  readonly matches: JudgeMatch | null;
}

/**
 * Whether the format, as it is after, matches the file as it was before; null where nobody can tell.
 *
 * What the server said answers it, unless format and file were edited at once and the match differs: only then the
 * judge is asked, and believed only if it repeats what the server said at both moments. A format that matches at both
 * moments, or at neither, is taken to have done so in between: an edit and a file that cancel each other out are no news.
 */
export function matchesOldFile({ path, sight, pair, matches }: OldFileQuestion): boolean | null {
  const { isMatched, kept } = path;
  if (kept === null || kept.edit === null || isMatched.before === isMatched.after) return isMatched.before;
  if (sight.kind === 'unchanged') return isMatched.after;
  if (matches === null) return null;
  const isReliable =
    matches(pair.before, kept.before) === isMatched.before &&
    matches(pair.after, kept.after) === isMatched.after;
  return isReliable ? matches(pair.before, kept.after) : null;
}
