import type { Row, TableBlock } from '../../model/block.ts';
import { barred, column, extra, minor, row, table } from '../shared/blocks.ts';
import { behind, is } from '../shared/conditions.ts';
import { type Group, groupsBy } from '../shared/groups-by.ts';
import { gradeOf, type HealthPoints, healthOf, pointsOfHealth } from '../shared/health-of.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { findRuleProblems } from '../shared/rule-problems.ts';
import { fewFiles } from '../shared/sums.ts';
import type { GradedProfile } from './graded-profiles.ts';
import { type Together, together } from './together.ts';

const partNames: Readonly<Record<keyof HealthPoints, readonly [title: string, meaning: string]>> = {
  accepted: ['At or above minimum', 'Share of files that would be taken today'],
  fulfilled: ['Fulfilment', 'How far scores are on the way from the minimum to what can be reached'],
  qualityMet: ['Quality cutoff met', 'Share of files whose quality is good enough'],
};

/** What the points are made of. */
export function partsTable(whole: Together | null): TableBlock {
  const names = ['accepted', 'fulfilled', 'qualityMet'] as const;
  const rows = whole === null ? [] : names.map((name) => partRow(name, whole));
  return table({
    name: 'health-parts',
    title: 'What health is made of',
    subtitle: 'Points of the hundred, each profile by the number of its files',
    columns: [
      column('part', 'Part', 'text'),
      minor(column('meaning', 'Meaning', 'text')),
      column('now', 'Now', 'percent'),
      barred(column('points', 'Points', 'index')),
      column('most', 'Of', 'index'),
    ],
    rows,
    empty: 'There is no file',
  });
}

function partRow(name: keyof HealthPoints, { points, most }: Together): Row {
  const now = most[name] === 0 ? null : (100 * points[name]) / most[name];
  return row([...partNames[name], now, points[name], most[name]]);
}

/** Each profile with its parts; what is wrong with its rules stands beside, never inside. */
export function profilesTable(index: LibraryIndex, profiles: readonly GradedProfile[]): TableBlock {
  const problems = Map.groupBy(findRuleProblems(index), ({ groupKey }) => groupKey);
  const worstFirst = profiles.toSorted((a, b) => healthOf(a.parts) - healthOf(b.parts));
  return table({
    name: 'health-profiles',
    title: 'Health by profile',
    subtitle: 'Worst first; under 20 files a grade says little',
    columns: [
      column('profile', 'Profile', 'text'),
      column('instance', 'Instance', 'text'),
      column('files', 'Files', 'count'),
      barred(column('health', 'Health', 'index')),
      column('grade', 'Grade', 'text'),
      minor(column('accepted', 'At or above minimum', 'percent')),
      minor(column('fulfilled', 'Fulfilment', 'percent')),
      minor(column('quality_met', 'Quality cutoff met', 'percent')),
      extra(column('accepted_points', 'Minimum points', 'index')),
      extra(column('fulfilled_points', 'Fulfilment points', 'index')),
      extra(column('quality_met_points', 'Cutoff points', 'index')),
      column('findings', 'Findings', 'count'),
    ],
    rows: worstFirst.map(({ group, parts }) => {
      const points = pointsOfHealth(parts);
      const cells = [
        group.profile.name,
        group.address,
        parts.files,
        healthOf(parts),
        gradeWord(parts.files, healthOf(parts)),
        100 * parts.accepted,
        parts.fulfilled === null ? null : 100 * parts.fulfilled,
        100 * parts.qualityMet,
        points.accepted,
        points.fulfilled,
        points.qualityMet,
        problems.get(group.key)?.length ?? 0,
      ];
      return row(cells, behind(group.where, parts.files));
    }),
    empty: 'There is no file',
  });
}

/** Each instance: the mean of its profiles by file count. */
export function instancesTable(profiles: readonly GradedProfile[]): TableBlock {
  return table({
    name: 'health-instances',
    title: 'Health by instance',
    subtitle: 'The mean of its profiles by their number of files',
    columns: [
      column('instance', 'Instance', 'text'),
      column('files', 'Files', 'count'),
      barred(column('health', 'Health', 'index')),
      column('grade', 'Grade', 'text'),
    ],
    rows: groupsBy(profiles, ({ group }) => group.instanceKey).flatMap(instanceRow),
    empty: 'There is no file',
  });
}

function instanceRow({ key, first, members }: Group<GradedProfile>): readonly Row[] {
  const whole = together(members.map(({ parts }) => parts));
  if (whole === null) return [];
  const { files, health } = whole;
  const cells = [first.group.address, files, health, gradeWord(files, health)];
  return [row(cells, behind([is('instance', key)], files))];
}

/** A grade, or that there are too few files for one. */
export function gradeWord(files: number, health: number): string {
  return files < fewFiles ? 'few files' : gradeOf(health);
}
