import type {
  DistributionCell,
  FormatsCell,
  Marks,
  RangeCell,
  StatesCell,
  TitleCell,
} from '../../model/cell.ts';
import { cutoffLabels } from '../../model/cutoff-state.ts';
import { partLabel } from '../../model/part.ts';
import { episodeLabel, type Slot } from '../../model/slot.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { median, quantile } from './statistics.ts';

/** A file by its title, with its year or its episodes. */
export function titleOf({ file, key }: IndexedFile): TitleCell {
  const { item, part } = file;
  const detail = part === null ? yearOf(item.year) : partLabel(part);
  return { kind: 'title', title: item.title, detail, fileKey: key };
}

/** A slot by its title; opens the card of the file that is in it today. */
export function titleOfSlot({ title, year, episode }: Slot, file: IndexedFile | null): TitleCell {
  const detail = episode === null ? yearOf(year) : episodeLabel(episode);
  return { kind: 'title', title, detail, fileKey: file?.key ?? null };
}

function yearOf(year: number): string {
  return year === 0 ? '' : String(year);
}

/** How many files are in each state. */
export function statesOf(files: readonly IndexedFile[]): StatesCell {
  const counts = Object.fromEntries(cutoffLabels.map((label) => [label, 0]));
  for (const { label } of files) counts[label] = (counts[label] ?? 0) + 1;
  const of = (label: string): number => counts[label] ?? 0;
  return {
    kind: 'states',
    counts: {
      closed: of('closed'),
      'format open': of('format open'),
      'quality open': of('quality open'),
      'below minimum': of('below minimum'),
      'upgrades off': of('upgrades off'),
    },
  };
}

/** Formats with what they give. */
export function formatsCell(formats: FormatsCell['formats']): FormatsCell {
  return { kind: 'formats', formats: formats.map(({ name, score }) => ({ name, score })) };
}

/** What a profile's scale is read by. A cutoff counts only with upgrades on. */
export function marksOf({ profile }: ProfileGroup, bestSeen: number | null): Marks {
  const { minFormatScore, cutoffFormatScore, upgradeAllowed } = profile;
  return { minimum: minFormatScore, cutoff: upgradeAllowed ? cutoffFormatScore : null, bestSeen };
}

/** null where there is no file. @param sorted  ascending */
export function rangeOf(sorted: readonly number[], marks: Marks): RangeCell | null {
  const middle = median(sorted);
  if (middle === null) return null;
  const at = (share: number): number => quantile(sorted, share) ?? middle;
  return {
    kind: 'range',
    p5: at(0.05),
    p25: at(0.25),
    median: middle,
    p75: at(0.75),
    p95: at(0.95),
    marks,
  };
}

const binsAtMost = 40;

/**
 * A histogram of the body of the scores: from three middle halves below the lowest quarter up to the best. What lies
 * left of it is counted, not drawn. null where there is no file.
 */
export function distributionOf(sorted: readonly number[], marks: Marks): DistributionCell | null {
  const [lowest, best] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || best === undefined) return null;
  const quarter = quantile(sorted, 0.25) ?? lowest;
  const half = (quantile(sorted, 0.75) ?? best) - quarter;
  const wanted = Math.max(lowest, quarter - 3 * half);
  const binWidth = Math.max(1, Math.ceil((best - wanted + 1) / binsAtMost));
  const from = best - binWidth * Math.max(1, Math.ceil((best - wanted + 1) / binWidth)) + 1;
  const files = Array.from({ length: (best - from + 1) / binWidth }, () => 0);
  let lower = 0;
  for (const score of sorted) {
    const bin = Math.floor((score - from) / binWidth);
    if (bin < 0) lower += 1;
    else files[bin] = (files[bin] ?? 0) + 1;
  }
  return { kind: 'distribution', from, binWidth, files, lower, marks };
}
