import { agree, count, plural } from '../../lib/count.ts';
import type { CustomFormat } from '../../model/custom-format.ts';
import type { Service } from '../../model/service.ts';
import { behind, is, isNamed } from './conditions.ts';
import type { FormatFault } from './format-fault.ts';
import type { Group } from './groups-by.ts';
import type { ProfileGroup } from './indexed-file.ts';
import { lintPattern } from './lint-pattern.ts';
import { lintSpecifications } from './lint-specifications.ts';
import type { RuleProblem } from './rule-problem.ts';

/** What is wrong with each format of one instance. All profiles of it are given. */
export function lintFormats({ first, members: groups }: Group<ProfileGroup>): readonly RuleProblem[] {
  const matches = countMatches(groups);
  return first.instance.rules.formats.flatMap((format) => {
    const files = filesOf(format, first, matches.get(format.id) ?? 0);
    const { instanceKey, address } = first;
    const place = `“${format.name}” on ${address}`;
    return faultsOf(format, groups, first.instance.rules.service).map((fault) => ({
      ...fault,
      ...files,
      place,
      groupKey: null,
      instanceKey,
      address,
    }));
  });
}

function faultsOf(
  format: CustomFormat,
  groups: readonly ProfileGroup[],
  service: Service,
): readonly FormatFault[] {
  return [
    ...lintSpecifications(format, service),
    ...format.specifications.flatMap(lintPattern),
    ...scoredNowhere(format, groups),
  ];
}

function scoredNowhere(
  { id, includedWhenRenaming }: CustomFormat,
  groups: readonly ProfileGroup[],
): readonly FormatFault[] {
  if (includedWhenRenaming || groups.some(({ points }) => (points.get(id) ?? 0) !== 0)) return [];
  return [
    {
      severity: 'low',
      title: 'In no profile',
      why: `${agree(groups.length, 'The one profile gives it no points', `None of ${count(groups.length)} profiles gives it points`)}, and it is not written into names.`,
      mend: 'Score it, or delete it.',
    },
  ];
}

function countMatches(groups: readonly ProfileGroup[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { file } of groups.flatMap(({ files }) => files)) {
    for (const { id } of file.formats) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function filesOf(
  format: CustomFormat,
  { instanceKey, instance }: ProfileGroup,
  matches: number,
): Pick<RuleProblem, 'count' | 'counted' | 'files'> {
  const names = instance.rules.formats.map(({ name }) => name);
  const where = [is('instance', instanceKey), isNamed('format', format, names)];
  return {
    count: matches,
    counted: `${plural(matches, 'file')} that ${agree(matches, 'matches', 'match')}`,
    files: behind(where, matches),
  };
}
