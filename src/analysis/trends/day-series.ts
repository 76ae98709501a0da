import { cutoffLabel } from '../../model/cutoff-state.ts';
import type { DayCounts } from '../../model/library.ts';
import { daysBetween, isoDay, mondayOf, startOf, weekOf } from '../shared/days.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import { quantileOfCounts } from '../shared/statistics.ts';

/** Longer spans are told by the week. */
const daysAtMost = 120;

/** The days on a line, and which reading each of them shows. */
export interface Axis {
  readonly step: 'day' | 'week';
  /** Days, or Mondays. */
  readonly days: readonly string[];
  /** The point of a day of reading: itself, or its week. */
  readonly pointOf: (day: string) => string;
}

/** From the first reading to the last; null before the first. */
export function axisOf({ library }: LibraryIndex): Axis | null {
  const [first, last] = [library.days[0]?.day, library.days.at(-1)?.day];
  if (first === undefined || last === undefined) return null;
  const days = daysBetween(first, last);
  if (days.length <= daysAtMost) return { step: 'day', days, pointOf: (day) => day };
  const pointOf = (day: string): string => mondayOf(weekOf(startOf(day)));
  return { step: 'week', days: [...new Set(days.map(pointOf))], pointOf };
}

/** All profiles on one point of the line, as far as they were read. */
export type Point = ReadonlyMap<string, DayCounts>;

/** By point of the axis, then by profile: the last reading of each. */
export function pointsOn({ library }: LibraryIndex, axis: Axis): ReadonlyMap<string, Point> {
  const points = new Map<string, Map<string, DayCounts>>();
  for (const counts of library.days) {
    const key = axis.pointOf(counts.day);
    const point = points.get(key) ?? new Map<string, DayCounts>();
    points.set(key, point);
    point.set(`${counts.instanceKey}#${counts.profileId}`, counts);
  }
  return points;
}

/** Whether every instance that was known by then was read: a sum over a part would look like a loss. */
export function isWhole({ library }: LibraryIndex, point: Point, day: string): boolean {
  const read = new Set([...point.values()].map(({ instanceKey }) => instanceKey));
  return library.instances.every(
    ({ instance, firstReadAt }) =>
      read.has(`${instance.service}/${instance.name}`) || isoDay(firstReadAt) > day,
  );
}

/** How many files there were. */
export function filesIn({ scores }: DayCounts): number {
  return scores.reduce((sum, { files }) => sum + files, 0);
}

/** How many files had this label, or were below their minimum. */
export function filesWith(
  { states }: DayCounts,
  passes: (label: string, isBelow: boolean) => boolean,
): number {
  const found = states.filter(({ state }) => passes(cutoffLabel(state), state.belowMinimum));
  return found.reduce((sum, { files }) => sum + files, 0);
}

/** The score that a share of the files did not exceed; exact, from the counts of that day. */
export function quantileIn({ scores }: DayCounts, share: number): number | null {
  const sorted = scores.map(({ score, files }) => ({ value: score, count: files }));
  return quantileOfCounts(
    sorted.toSorted((a, b) => a.value - b.value),
    share,
  );
}
