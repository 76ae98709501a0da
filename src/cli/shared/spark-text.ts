import type { DistributionCell, RangeCell, StatesCell, StripCell } from '../../model/cell.ts';
import { type CutoffLabel, shownLabels } from '../../model/cutoff-state.ts';

const heights = Array.from('▁▂▃▄▅▆▇█');

/** A line of blocks; a gap is a blank. Its own scale, from the lowest to the highest. */
export function sparkText(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const low = known.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = known.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const step = (high - low) / (heights.length - 1);
  const sign = (value: number): string => heights[step === 0 ? 3 : Math.round((value - low) / step)] ?? '';
  return values.map((value) => (value === null ? ' ' : sign(value))).join('');
}

/** So many values that a line of this width holds them: the last of each stretch. */
export function thinned<T>(values: readonly T[], width: number): readonly T[] {
  if (values.length <= width) return values;
  return Array.from({ length: width }, (_, at) =>
    values.slice(0, Math.ceil(((at + 1) * values.length) / width)).at(-1),
  ).filter((value) => value !== undefined);
}

/** A bar for a share of the largest; empty for nothing. */
export function barText(value: number, largest: number, width: number): string {
  if (value === 0 || largest === 0) return '';
  return '█'.repeat(Math.max(1, Math.round((Math.abs(value) / largest) * width)));
}

/** The sign of each state, told by its shape. */
export const stateSigns: Readonly<Record<CutoffLabel, string>> = {
  closed: '●',
  'format open': '◐',
  'quality open': '◆',
  'below minimum': '▼',
  'upgrades off': '■',
};

/** Ten signs for the shares of the states; a state that is there has at least one. */
export function statesText({ counts }: StatesCell): string {
  const total = shownLabels.reduce((sum, label) => sum + counts[label], 0);
  if (total === 0) return '';
  return shownLabels
    .map((label) =>
      stateSigns[label].repeat(
        counts[label] === 0 ? 0 : Math.max(1, Math.round((10 * counts[label]) / total)),
      ),
    )
    .join('');
}

/** A histogram of at most twenty signs; what lies lower stands before it. */
export function distributionText({ files, lower }: DistributionCell): string {
  const width = Math.ceil(files.length / Math.ceil(files.length / 20));
  const each = files.length / width;
  const bins = Array.from({ length: width }, (_, at) =>
    files.slice(Math.round(at * each), Math.round((at + 1) * each)).reduce((sum, count) => sum + count, 0),
  );
  return `${lower > 0 ? '‹' : ''}${sparkText([0, ...bins]).slice(1)}`;
}

const rangeWidth = 16;

/** The middle half as a bar, the ends as lines, the median as a tick. */
export function rangeText({ p5, p25, median, p75, p95 }: RangeCell): string {
  const span = p95 - p5;
  const at = (value: number): number =>
    span === 0 ? 0 : Math.round(((value - p5) / span) * (rangeWidth - 1));
  return Array.from({ length: rangeWidth }, (_, place) => {
    if (place === at(median)) return '┃';
    return place >= at(p25) && place <= at(p75) ? '█' : '─';
  }).join('');
}

/** One sign a file, in the order of episodes. */
export function stripText({ files }: StripCell): string {
  const signs = files.map(({ state }) => stateSigns[state]);
  return files.length > 20 ? `${signs.slice(0, 19).join('')}…` : signs.join('');
}
