import { agree, count, counted, signed } from '../../lib/count.ts';
import type { Finding } from '../../model/report.ts';
import { behind, is } from '../shared/conditions.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import { placeOf } from '../shared/words.ts';
import type { FormatUse } from './format-use.ts';
import type { Pair } from './pairs.ts';
import { hasFormat } from './use-tables.ts';
import { kindOf } from './verdict.ts';

/** What the use of formats says should be mended. A guard that was never needed is none of it. */
export function formatFindings(uses: readonly FormatUse[], pairs: readonly Pair[]): readonly Finding[] {
  const byGroup = Map.groupBy(uses, ({ group }) => group);
  return [
    ...onceEach(neverMatched(uses)),
    ...pairs.map(pairFinding),
    ...uses.filter((use) => kindOf(use) === 'always matched').map(alwaysMatched),
    ...[...byGroup].flatMap(([group, own]) => worthNothing(group, own)),
  ];
}

function alwaysMatched({ group, format, points, files }: FormatUse): Finding {
  return {
    severity: 'low',
    title: 'Always matched',
    place: `“${format.name}” in ${placeOf(group)}`,
    why: `It matches all ${count(files)} files: its ${signed(points)} moves every file alike.`,
    mend: 'Delete it, or take its points away.',
    count: files,
    counted: 'files that match',
    files: behind([...group.where, hasFormat(group, format)], files),
  };
}

const namedAtMost = 3;

/** One finding a profile: most formats are meant for another one. */
function worthNothing(group: ProfileGroup, own: readonly FormatUse[]): readonly Finding[] {
  const idle = own
    .filter((use) => kindOf(use) === 'worth 0 here')
    .toSorted((a, b) => b.files - a.files || a.format.id - b.format.id);
  if (idle.length === 0) return [];
  const names = idle.slice(0, namedAtMost).map(({ format }) => `“${format.name}”`);
  const more = idle.length > namedAtMost ? ` and ${count(idle.length - namedAtMost)} more` : '';
  return [
    {
      severity: 'low',
      title: 'Worth 0 where the files are',
      place: placeOf(group),
      why: `${counted(idle.length, 'format')} ${agree(idle.length, 'matches files of this profile and is', 'match files of this profile and are')} scored only in others: ${names.join(', ')}${more}.`,
      mend: 'Score them here, if they should count.',
      count: null,
      counted: '',
      files: null,
    },
  ];
}

function neverMatched(uses: readonly FormatUse[]): readonly Finding[] {
  return uses
    .filter((use) => kindOf(use) === 'never matched')
    .map(({ group, format }) => ({
      severity: 'medium',
      title: 'Never matched',
      place: `“${format.name}” on ${group.address}`,
      why: `No file matches it, and nothing in the known history of ${group.address} did.`,
      mend: 'Test its pattern on a release you want, or delete it.',
      count: null,
      counted: '',
      files: null,
    }));
}

/** A format of several profiles is one finding. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.place, finding])).values()];
}

function pairFinding({ kind, group, one, other, files, share }: Pair): Finding {
  const names = `“${one.name}” and “${other.name}”`;
  const isSame = kind === 'same files';
  const where = isSame ? [is('instance', group.instanceKey)] : group.where;
  return {
    severity: isSame ? 'medium' : 'low',
    title: isSame ? 'Same files' : 'Scored twice',
    place: isSame ? `${names} on ${group.address}` : `${names} in ${placeOf(group)}`,
    why: isSame
      ? `Both match exactly the same ${count(files)} files.`
      : `${Math.floor(100 * share)} % of the rarer one’s files have both, and get ${signed(one.score)} and ${signed(other.score)}.`,
    mend: isSame ? 'Keep one of the two.' : 'Score the pair as one, or let one exclude the other.',
    count: files,
    counted: 'files with both',
    files: behind([...where, hasFormat(group, one), hasFormat(group, other)], files),
  };
}
