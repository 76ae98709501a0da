import { fieldOf, valuesIn } from '../../lib/series.ts';
import type { BarsBlock, TableBlock } from '../../model/block.ts';
import { barred, bars, column, minor, row, table } from '../shared/blocks.ts';
import { type Side, sideOf } from '../shared/cause-words.ts';
import { startOf, weekLabel, weekOf } from '../shared/days.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile } from '../shared/replacement.ts';

const weeksAtMost = 26;

/** What moved scores in one ISO week. */
export interface Week {
  /** See `weekOf`. */
  readonly week: number;
  /** null where nothing was read. */
  readonly points: Readonly<Record<Side, number>> | null;
  readonly upgrades: number;
}

/** The last half year, week by week; weeks before the first snapshot are not there. */
export function weeksOf(index: LibraryIndex): readonly Week[] {
  const { days, changes } = index.library;
  const read = new Set(days.map(({ day }) => weekOf(startOf(day))));
  const first = Math.min(...read, ...valuesIn(changes, 0, 1).map(({ at }) => weekOf(at.getTime())));
  const last = weekOf(index.now.getTime());
  const from = Math.max(first, last - weeksAtMost + 1);
  const points = pointsByWeek(index, from);
  const upgrades = upgradesByWeek(index, from);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => ({
    week: from + at,
    points: points.get(from + at) ?? (read.has(from + at) ? noPoints : null),
    upgrades: upgrades.get(from + at) ?? 0,
  }));
}

const noPoints: Readonly<Record<Side, number>> = { files: 0, rules: 0, names: 0, unexplained: 0 };

function pointsByWeek(
  { library }: LibraryIndex,
  from: number,
): ReadonlyMap<number, Readonly<Record<Side, number>>> {
  const weeks = new Map<number, Record<Side, number>>();
  const { changes } = library;
  for (let at = 0; at < changes.length; at += 1) {
    const week = weekOf(fieldOf(changes, at, 'at').getTime());
    if (week < from) continue;
    const points = weeks.get(week) ?? { ...noPoints };
    weeks.set(week, points);
    for (const cause of fieldOf(changes, at, 'causes')) points[sideOf[cause.kind]] += cause.points;
  }
  return weeks;
}

function upgradesByWeek(index: LibraryIndex, from: number): ReadonlyMap<number, number> {
  const recent = index.replacements().filter((one) => one.gain > 0 && weekOf(one.moment) >= from);
  const weeks = Map.groupBy(oncePerFile(recent), ({ moment }) => weekOf(moment));
  return new Map([...weeks].map(([week, own]) => [week, own.length]));
}

/** Points that downloads brought apart from those that edits moved. */
export function weekBars(weeks: readonly Week[]): BarsBlock {
  return bars({
    name: 'points-by-week',
    title: 'What moved scores',
    subtitle: 'Points of all files by week: brought by files, moved by edits of rules, or of names and tags',
    unit: 'gain',
    isOverTime: true,
    parts: ['By files', 'By rules', 'By names and tags', 'Unexplained'],
    bars: weeks.map(({ week, points }) => ({
      label: weekLabel(week),
      values:
        points === null
          ? [null, null, null, null]
          : [points.files, points.rules, points.names, points.unexplained],
      files: null,
    })),
  });
}

/** The same as figures, with the upgrades. */
export function weekTable(weeks: readonly Week[]): TableBlock {
  return table({
    name: 'weeks',
    title: 'Week by week',
    subtitle: 'The newest first; a week in which nothing was read has no points',
    columns: [
      column('week', 'Week', 'text'),
      barred(column('upgrades', 'Upgrades', 'count')),
      column('by_files', 'By files', 'gain'),
      column('by_rules', 'By rules', 'gain'),
      minor(column('by_names', 'By names and tags', 'gain')),
      minor(column('unexplained', 'Unexplained', 'gain')),
    ],
    rows: weeks
      .toReversed()
      .map(({ week, points, upgrades }) =>
        row([
          weekLabel(week),
          upgrades,
          points?.files ?? null,
          points?.rules ?? null,
          points?.names ?? null,
          points?.unexplained ?? null,
        ]),
      ),
    empty: 'There is no week yet',
  });
}
