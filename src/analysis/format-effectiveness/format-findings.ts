import { count, counted, signed } from '../../lib/count.ts';
import type { Finding } from '../../model/report.ts';
import { behind, is } from '../shared/conditions.ts';
import { placeOf } from '../shared/words.ts';
import type { FormatUse } from './format-use.ts';
import type { Pair } from './pairs.ts';
import { hasFormat } from './use-tables.ts';
import { kindOf } from './verdict.ts';

/** What the use of formats says should be mended. A guard that was never needed is none of it. */
export function formatFindings(uses: readonly FormatUse[], pairs: readonly Pair[]): readonly Finding[] {
  return [
    ...uses.flatMap((use) => useFinding(use) ?? []),
    ...onceEach(neverMatched(uses)),
    ...pairs.map(pairFinding),
  ];
}

function useFinding(use: FormatUse): Finding | null {
  const { group, format, points, files } = use;
  const place = `“${format.name}” in ${placeOf(group)}`;
  const found = behind([...group.where, hasFormat(group, format)], files);
  const common = { place, count: files, counted: 'files that match', files: found } as const;
  const kind = kindOf(use);
  if (kind === 'always matched') {
    return {
      ...common,
      severity: 'low',
      title: 'Always matched',
      why: `It matches all ${count(files)} files: its ${signed(points)} moves every file alike.`,
      mend: 'Delete it, or take its points away.',
    };
  }
  if (kind !== 'worth 0 here') return null;
  return {
    ...common,
    severity: 'low',
    title: 'Worth 0 where the files are',
    why: `${counted(files, 'file')} of this profile match, and it is scored only in other profiles.`,
    mend: 'Score it here, if it should count.',
  };
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
