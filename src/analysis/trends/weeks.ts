import type { BarsBlock, TableBlock } from '../../model/block.ts';
import { barred, bars, column, minor, row, table } from '../shared/blocks.ts';
import { type Side, sideOf } from '../shared/cause-words.ts';
import { daysBefore, daysBetween, isoDay, mondayOf, weekLabel } from '../shared/days.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { oncePerFile } from '../shared/replacements.ts';

const weeksAtMost = 26;

/** What moved scores in one ISO week; null where nothing was read in it. */
interface Week {
  readonly monday: string;
  readonly points: Readonly<Record<Side, number>> | null;
  readonly upgrades: number;
}

/** The last half year, week by week; weeks before the first snapshot are not there. */
export function weeksOf(index: LibraryIndex): readonly Week[] {
  const first = index.library.days[0]?.day ?? index.library.changes.map(({ at }) => isoDay(at))[0];
  if (first === undefined) return [];
  const earliest = isoDay(daysBefore(index.now, 7 * (weeksAtMost - 1)));
  const mondays = new Set(daysBetween(first > earliest ? first : earliest, isoDay(index.now)).map(mondayOf));
  const read = new Set(index.library.days.map(({ day }) => mondayOf(day)));
  const points = pointsByWeek(index);
  const upgrades = upgradesByWeek(index);
  return [...mondays].map((monday) => ({
    monday,
    points: points.get(monday) ?? (read.has(monday) ? noPoints : null),
    upgrades: upgrades.get(monday) ?? 0,
  }));
}

const noPoints: Readonly<Record<Side, number>> = { files: 0, rules: 0, names: 0, unexplained: 0 };

function pointsByWeek({ library }: LibraryIndex): ReadonlyMap<string, Readonly<Record<Side, number>>> {
  const weeks = new Map<string, Record<Side, number>>();
  for (const { at, causes } of library.changes) {
    const monday = mondayOf(isoDay(at));
    const week = weeks.get(monday) ?? { ...noPoints };
    weeks.set(monday, week);
    for (const { kind, points } of causes) week[sideOf[kind]] += points;
  }
  return weeks;
}

function upgradesByWeek(index: LibraryIndex): ReadonlyMap<string, number> {
  const gained = oncePerFile(index.replacements()).filter(({ gain }) => gain > 0);
  const weeks = Map.groupBy(gained, ({ at }) => mondayOf(isoDay(at)));
  return new Map([...weeks].map(([monday, own]) => [monday, own.length]));
}

/** Points that downloads brought apart from those that edits moved. */
export function weekBars(weeks: readonly Week[]): BarsBlock {
  return bars({
    name: 'points-by-week',
    title: 'What moved scores',
    subtitle: 'Points of all files by week: brought by files, moved by edits of rules, or of names and tags',
    unit: 'gain',
    parts: ['By files', 'By rules', 'By names and tags', 'Unexplained'],
    bars: weeks.map(({ monday, points }) => ({
      label: weekLabel(monday),
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
      .map(({ monday, points, upgrades }) =>
        row([
          weekLabel(monday),
          upgrades,
          points?.files ?? null,
          points?.rules ?? null,
          points?.names ?? null,
          points?.unexplained ?? null,
        ]),
      ),
    empty: 'Nothing was read yet',
  });
}
