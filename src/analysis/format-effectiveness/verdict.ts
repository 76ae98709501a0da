import { count } from '../../lib/count.ts';
import { fewFiles } from '../shared/sums.ts';
import type { FormatUse } from './format-use.ts';

/** What a format is good for in one profile. */
export type UseKind =
  | 'decides'
  | 'decides nothing'
  | 'always matched'
  | 'worth 0 here'
  | 'worth 0 everywhere'
  | 'no file here'
  | 'seen in history only'
  | 'guard'
  | 'never matched';

/** The first that fits. */
export function kindOf(use: FormatUse): UseKind {
  return use.files > 0 ? kindOfMatched(use) : kindOfUnmatched(use);
}

function kindOfMatched({ points, files, decisive, group, format }: FormatUse): UseKind {
  if (points === 0) return isScoredIn(group.instance, format.id) ? 'worth 0 here' : 'worth 0 everywhere';
  if (decisive > 0) return 'decides';
  return files === group.files.length && files >= fewFiles ? 'always matched' : 'decides nothing';
}

function kindOfUnmatched({ filesOfInstance, inHistory, group, format }: FormatUse): UseKind {
  if (filesOfInstance > 0) return 'no file here';
  if (inHistory > 0) return 'seen in history only';
  return scoresIn(group.instance, format.id).every((score) => score <= 0) ? 'guard' : 'never matched';
}

function isScoredIn(instance: FormatUse['group']['instance'], formatId: number): boolean {
  return scoresIn(instance, formatId).some((score) => score !== 0);
}

/** What each profile of an instance gives for a format. */
function scoresIn({ rules }: FormatUse['group']['instance'], formatId: number): readonly number[] {
  return rules.profiles.flatMap(({ formatScores }) =>
    formatScores.filter((one) => one.formatId === formatId).map(({ score }) => score),
  );
}

const sentences: Readonly<Record<Exclude<UseKind, 'decides'>, string>> = {
  'decides nothing': 'decides nothing',
  'always matched': 'matches every file: moves all alike',
  'worth 0 here': 'matches, but is worth 0 here',
  'worth 0 everywhere': 'worth 0 in every profile',
  'no file here': 'no file of this profile',
  'seen in history only': 'no file today, but in history',
  guard: 'a guard, unseen: working or idle cannot be told',
  'never matched': 'never matched, in files and in history',
};

/** The kind in words. */
export function wordsOf(use: FormatUse): string {
  const kind = kindOf(use);
  return kind === 'decides' ? `decides ${count(use.decisive)}` : sentences[kind];
}
