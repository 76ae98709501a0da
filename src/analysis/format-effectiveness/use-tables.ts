import type { BarsBlock, Row, TableBlock } from '../../model/block.ts';
import type { Condition } from '../../model/filter/filter.ts';
import { barred, bars, column, extra, minor, row, table } from '../shared/blocks.ts';
import { behind, is, isNamed } from '../shared/conditions.ts';
import { groupsBy } from '../shared/groups-by.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import { sum } from '../shared/statistics.ts';
import { countOf, percentOf } from '../shared/sums.ts';
import { placeOf } from '../shared/words.ts';
import type { FormatUse } from './format-use.ts';
import { wordsOf } from './verdict.ts';

/** Every format in every profile: what decides most first. */
export function useTable(uses: readonly FormatUse[]): TableBlock {
  return table({
    name: 'formats-by-profile',
    title: 'Formats by profile',
    subtitle: 'Decisive: without its points the file would be in another state, or would not have been taken',
    columns: [
      column('format', 'Format', 'text'),
      column('profile', 'Profile', 'text'),
      minor(column('instance', 'Instance', 'text')),
      minor(column('points_each', 'Points', 'gain')),
      barred(column('decisive', 'Decisive', 'count')),
      column('files', 'Files', 'count'),
      minor(column('share', 'Share', 'percent')),
      extra(column('points_in_sum', 'Points in sum', 'gain')),
      extra(column('in_history', 'In history', 'count')),
      extra(column('association', 'Association', 'gain')),
      column('verdict', 'Verdict', 'text'),
    ],
    rows: byDecisive(uses).map(useRow),
    empty: 'No format is worth anything',
  });
}

function byDecisive(uses: readonly FormatUse[]): readonly FormatUse[] {
  return uses.toSorted(
    (a, b) => b.decisive - a.decisive || b.files - a.files || Math.abs(b.points) - Math.abs(a.points),
  );
}

function useRow(use: FormatUse): Row {
  const { group, format, points, files, decisive, inHistory, association } = use;
  return row(
    [
      format.name,
      group.profile.name,
      group.address,
      points,
      decisive,
      files,
      percentOf(files, group.files.length),
      points * files,
      inHistory,
      association,
      wordsOf(use),
    ],
    behind([...group.where, hasFormat(group, format)], files),
  );
}

/** By name where a filter can tell it from all others. */
export function hasFormat({ instance, files }: ProfileGroup, format: FormatUse['format']): Condition {
  const names = instance.rules.formats.map(({ name }) => name);
  if (files.length === 0 || !instance.rules.formats.some(({ id }) => id === format.id)) {
    return is('format-id', format.id);
  }
  return isNamed('format', format, names);
}

/** Every format of every instance, over its profiles; no points, for those belong to a profile. */
export function formatTable(uses: readonly FormatUse[]): TableBlock {
  const formats = groupsBy(uses, ({ group, format }) => `${group.instanceKey} ${format.id}`).map(
    ({ first, members }) => ({ first, members, decisive: sum(members.map((use) => use.decisive)) }),
  );
  return table({
    name: 'formats',
    title: 'All formats',
    subtitle: 'What decides most first',
    columns: [
      column('format', 'Format', 'text'),
      minor(column('instance', 'Instance', 'text')),
      column('verdict', 'Verdict', 'text'),
      barred(column('decisive', 'Decisive', 'count')),
      column('files', 'Files', 'count'),
      minor(column('share', 'Share', 'percent')),
      extra(column('profiles', 'Profiles that score it', 'count')),
    ],
    rows: formats
      .toSorted((a, b) => b.decisive - a.decisive || b.first.filesOfInstance - a.first.filesOfInstance)
      .map(formatRow),
    empty: 'No format is worth anything',
  });
}

interface FormatOfInstance {
  readonly first: FormatUse;
  readonly members: readonly FormatUse[];
  readonly decisive: number;
}

function formatRow({ first, members, decisive }: FormatOfInstance): Row {
  const { group, format, filesOfInstance } = first;
  const inProfiles = sum(members.map((use) => use.group.files.length));
  const widest = members.reduce((most, use) => (use.files > most.files ? use : most), first);
  return row(
    [
      format.name,
      group.address,
      decisive > 0 ? 'decides' : wordsOf(widest),
      decisive,
      filesOfInstance,
      percentOf(filesOfInstance, inProfiles),
      countOf(members, ({ points }) => points !== 0),
    ],
    behind([is('instance', group.instanceKey), hasFormat(group, format)], filesOfInstance),
  );
}

/** What the formats of the largest profile that gives points bring in sum. */
export function pointsBars(uses: readonly FormatUse[]): BarsBlock {
  const given = uses.filter(({ points, files }) => points * files !== 0);
  const [largest = null] = given
    .map(({ group }) => group)
    .toSorted((a, b) => b.files.length - a.files.length);
  const own = given.filter(({ group }) => group === largest);
  return bars({
    name: 'points-given',
    title: 'Points given',
    subtitle: largest === null ? 'No format gives any' : `${placeOf(largest)}, in sum over its files`,
    unit: 'gain',
    parts: ['Points'],
    bars: own
      .toSorted((a, b) => b.points * b.files - a.points * a.files)
      .map(({ group, format, points, files }) => ({
        label: format.name,
        values: [points * files],
        files: behind([...group.where, hasFormat(group, format)], files),
      })),
  });
}
