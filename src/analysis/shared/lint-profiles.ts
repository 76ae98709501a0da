import { agree, count, counted, plural } from '../../lib/count.ts';
import type { FilesBehind } from '../../model/files-behind.ts';
import type { Finding } from '../../model/report.ts';
import { isQualityAllowed } from '../../scoring/decision/quality-order.ts';
import { suggestCutoff, suggestionWords } from './ceiling-verdict.ts';
import { behind, is } from './conditions.ts';
import type { ProfileGroup } from './indexed-file.ts';
import type { LibraryIndex } from './library-index.ts';
import type { RuleProblem } from './rule-problem.ts';
import { placeOf } from './words.ts';

/** What is wrong with the thresholds of a profile. */
export function lintProfile(group: ProfileGroup, index: LibraryIndex): readonly RuleProblem[] {
  const found = [
    cutoffOfZero(group),
    minimumAboveBest(group, index),
    stepTooLarge(group),
    cutoffAboveBound(group, index),
    unusedProfile(group),
    qualityNotAllowed(group),
  ];
  const { key: groupKey, instanceKey, address } = group;
  return found.flatMap((finding) =>
    finding === null ? [] : [{ place: placeOf(group), ...finding, groupKey, instanceKey, address }],
  );
}

type Found = Omit<Finding, 'place'> | null;

/** @param which  `below minimum`: what the files are */
function files(of: FilesBehind, which: string): Pick<Finding, 'count' | 'counted' | 'files'> {
  return { count: of.count, counted: `${plural(of.count, 'file')} ${which}`, files: of };
}

/** Source: servarr.md 6.3, step 8. */
function cutoffOfZero({ profile, files: own, where }: ProfileGroup): Found {
  const { upgradeAllowed, cutoffFormatScore, formatScores } = profile;
  if (!upgradeAllowed || cutoffFormatScore > 0 || !formatScores.some(({ score }) => score > 0)) return null;
  const met = own.filter(({ state }) => state.format === 'met');
  return {
    severity: own.length > 0 ? 'high' : 'medium',
    title: 'Format upgrades never happen',
    why: `The format cutoff is ${count(cutoffFormatScore)} with upgrades on: ${counted(met.length, 'file')} of ${count(own.length)} met it before any format counts.`,
    mend: 'Set the format cutoff above 0, or switch upgrades off.',
    ...files(behind([...where, is('format-open', 'no')], met.length), 'closed for scores'),
  };
}

function minimumAboveBest(group: ProfileGroup, index: LibraryIndex): Found {
  const { profile, files: own, where } = group;
  const best = index.ceiling(group).bestSeen;
  if (best === null || best >= profile.minFormatScore || own.length === 0) return null;
  return {
    severity: 'high',
    title: 'Minimum above everything seen',
    why: `The minimum is ${count(profile.minFormatScore)}, and the best ever seen has ${count(best)}: every release like those is refused.`,
    mend: `Lower the minimum to ${count(best)} or less.`,
    ...files(behind(where, own.length), 'below minimum'),
  };
}

function stepTooLarge({ profile, files: own, where }: ProfileGroup): Found {
  const { cutoffFormatScore: cutoff, minUpgradeFormatScore: step } = profile;
  const open = own.filter(({ state }) => state.upgradesAllowed && state.format === 'open');
  const widest = open.reduce((most, { file }) => Math.max(most, cutoff - file.score), 0);
  if (open.length === 0 || step <= widest) return null;
  return {
    severity: 'medium',
    title: 'Step larger than every gap',
    why: `A better score must bring ${count(step)}, and no file is more than ${count(widest)} below the cutoff: only a release beyond the cutoff is taken.`,
    mend: `Make the step smaller than ${count(widest)}.`,
    ...files(behind([...where, is('format-open', 'yes')], open.length), 'held back'),
  };
}

function cutoffAboveBound(group: ProfileGroup, index: LibraryIndex): Found {
  const { profile, files: own, where } = group;
  const found = index.ceiling(group);
  const { bound, verdict } = found;
  if (!profile.upgradeAllowed || verdict !== 'unreachable') return null;
  return {
    severity: own.length > 0 ? 'high' : 'medium',
    title: 'A cutoff nobody can reach',
    why: `It asks for ${counted(profile.cutoffFormatScore, 'point')}, and no release can score above ${count(bound.score)}: its files are searched for ever.`,
    mend: suggestionWords(suggestCutoff(group, found)),
    ...files(behind(where, own.length), 'searched for ever'),
  };
}

function unusedProfile({ profile, instance, isInRules }: ProfileGroup): Found {
  const isUsed = [...instance.items.values()].some(({ profileId }) => profileId === profile.id);
  if (isUsed || !isInRules) return null;
  return {
    severity: 'low',
    title: 'Unused profile',
    why: `No ${instance.instance.service === 'radarr' ? 'movie' : 'series'} has it: what it scores is never asked.`,
    mend: 'Delete it, or give it to what it was made for.',
    count: null,
    counted: '',
    files: null,
  };
}

/** Source: servarr.md 6.5. */
function qualityNotAllowed({ profile, files: own, where }: ProfileGroup): Found {
  const refused = own.filter(({ file }) => !isQualityAllowed(profile, file.quality));
  if (refused.length === 0) return null;
  return {
    severity: 'medium',
    title: 'Qualities the profile does not allow',
    why: `${counted(refused.length, 'file')} of this profile ${agree(refused.length, 'has', 'have')} a quality that it refuses: a better score of the same quality is never taken.`,
    mend: 'Allow the quality, or give the items another profile.',
    ...files(behind([...where, is('quality-allowed', 'no')], refused.length), 'of a refused quality'),
  };
}
