import type { JudgeMatch } from './comparison.ts';
import { type Contribution, contribution, evaluationOrder } from './contribution.ts';
import { contributionsOf } from './contributions-of.ts';
import type { FileFacts } from './file-facts.ts';
import { formatPaths } from './format-paths.ts';
import type { Pair } from './pair-up.ts';
import type { RuleDifference } from './rule-difference.ts';
import { scoreOf } from './scores.ts';
import { sights } from './sight.ts';

/** What a split needs besides the facts of both moments. */
export interface SplitContext {
  readonly difference: RuleDifference;
  readonly matches: JudgeMatch | null;
}

/**
 * Splits a slot's difference in score into what each format added or took, and why, in the order of evaluation.
 *
 * The points add up exactly: what no step accounts for is `unexplained`. A contribution of 0 points is a format that
 * came or went without any.
 */
export function split(pair: Pair<FileFacts>, { difference, matches }: SplitContext): readonly Contribution[] {
  const sightOf = sights(pair);
  const scores = difference.profiles.get(pair.before.profileId)?.scores ?? null;
  const found = formatPaths(pair, difference).flatMap((path) =>
    contributionsOf({ path, sight: sightOf(path), pair, matches }, scores),
  );
  const left = scoreMoved(pair, difference) - found.reduce((sum, { points }) => sum + points, 0);
  const all = left === 0 ? found : [...found, contribution('unexplained', left)];
  return all.length < 2 ? all : evaluationOrder.flatMap((kind) => all.filter((one) => one.kind === kind));
}

function scoreMoved({ before, after }: Pair<FileFacts>, difference: RuleDifference): number {
  const profileBefore = difference.profiles.get(before.profileId)?.before ?? null;
  const profileAfter = difference.profilesAfter.get(after.profileId) ?? null;
  return scoreOf(after, profileAfter) - scoreOf(before, profileBefore);
}
