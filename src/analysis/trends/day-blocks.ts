import type { DayMark, LineBlock, Row, TableBlock } from '../../model/block.ts';
import { shownLabels } from '../../model/cutoff-state.ts';
import { column, extra, minor, row, table } from '../shared/blocks.ts';
import { editWords } from '../shared/cause-words.ts';
import { behind } from '../shared/conditions.ts';
import { isoDay } from '../shared/days.ts';
import type { ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { percentOf } from '../shared/sums.ts';
import {
  type Axis,
  axisOf,
  filesIn,
  filesWith,
  isWhole,
  type Point,
  pointsOn,
  quantileIn,
} from './day-series.ts';

const seriesAtMost = 5;

/** What the counts by day say; nothing before the first reading. */
export function dayBlocks(index: LibraryIndex): readonly (LineBlock | TableBlock)[] {
  const axis = axisOf(index);
  if (axis === null) return [];
  const points = pointsOn(index, axis);
  const groups = index.groups.toSorted((a, b) => b.files.length - a.files.length);
  const marks = marksOn(index, axis);
  const line = { kind: 'line', step: axis.step, days: axis.days, marks } as const;
  return [
    {
      ...line,
      name: 'states-by-day',
      title: 'Cutoff states',
      subtitle: 'Share of all files; a jump on a marked day is an edit of the rules',
      unit: 'percent',
      series: shownLabels.map((label) => ({
        label,
        values: axis.days.map((day) => shareOf(index, points.get(day), { day, label })),
      })),
    },
    {
      ...line,
      name: 'below-minimum-by-day',
      title: 'Files below minimum',
      subtitle: 'Share of each profile’s files, for the largest profiles',
      unit: 'percent',
      series: groups.slice(0, seriesAtMost).map((group) => ({
        label: labelOf(group),
        values: axis.days.map((day) => belowMinimum(group, points.get(day))),
      })),
    },
    {
      ...line,
      name: 'size-by-day',
      title: 'Size',
      subtitle: 'Of all files',
      unit: 'bytes',
      series: [{ label: 'Size', values: axis.days.map((day) => sizeOf(index, points.get(day), day)) }],
    },
    scoreTable(groups, axis, points),
  ];
}

function labelOf({ profile, address }: ProfileGroup): string {
  return `${profile.name} (${address})`;
}

function shareOf(
  index: LibraryIndex,
  point: Point | undefined,
  { day, label }: { readonly day: string; readonly label: string },
): number | null {
  if (point === undefined || !isWhole(index, point, day)) return null;
  const all = [...point.values()];
  const total = all.reduce((sum, counts) => sum + filesIn(counts), 0);
  const own = all.reduce((sum, counts) => sum + filesWith(counts, (one) => one === label), 0);
  return percentOf(own, total);
}

function belowMinimum({ key }: ProfileGroup, point: Point | undefined): number | null {
  const counts = point?.get(key);
  if (counts === undefined) return null;
  return percentOf(
    filesWith(counts, (_, isBelow) => isBelow),
    filesIn(counts),
  );
}

function sizeOf(index: LibraryIndex, point: Point | undefined, day: string): number | null {
  if (point === undefined || !isWhole(index, point, day)) return null;
  return [...point.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

/** Each profile's scores on its own scale, from the first reading to the last. */
function scoreTable(
  groups: readonly ProfileGroup[],
  axis: Axis,
  points: ReadonlyMap<string, Point>,
): TableBlock {
  return table({
    name: 'scores-by-day',
    title: 'Scores of each profile',
    subtitle: 'The median on each day, then the distribution of the last one',
    columns: [
      column('profile', 'Profile', 'text'),
      minor(column('instance', 'Instance', 'text')),
      minor(column('median_by_day', 'Median', 'spark')),
      extra(column('p10', '10 %', 'score')),
      column('median', 'Median now', 'score'),
      extra(column('p90', '90 %', 'score')),
      column('change', 'Since the first', 'gain'),
      minor(column('readings', 'Readings', 'count')),
    ],
    rows: groups.flatMap((group) => scoreRow(group, axis, points)),
    empty: 'Nothing was read yet',
  });
}

function scoreRow(group: ProfileGroup, axis: Axis, points: ReadonlyMap<string, Point>): readonly Row[] {
  const counts = axis.days.map((day) => points.get(day)?.get(group.key) ?? null);
  const read = counts.filter((one) => one !== null);
  const [first, last] = [read[0], read.at(-1)];
  if (first === undefined || last === undefined) return [];
  const median = quantileIn(last, 0.5);
  const before = quantileIn(first, 0.5);
  const cells = [
    group.profile.name,
    group.address,
    { kind: 'spark', values: counts.map((one) => (one === null ? null : quantileIn(one, 0.5))) } as const,
    quantileIn(last, 0.1),
    median,
    quantileIn(last, 0.9),
    median === null || before === null ? null : median - before,
    read.length,
  ];
  return [row(cells, behind(group.where, group.files.length))];
}

function marksOn({ library }: LibraryIndex, axis: Axis): readonly DayMark[] {
  const known = new Set(axis.days);
  return library.ruleChanges.flatMap(({ at, edit }) => {
    const day = axis.pointOf(isoDay(at));
    return known.has(day) ? [{ day, label: editWords(edit) }] : [];
  });
}
