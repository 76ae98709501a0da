import { numberAt } from '../../lib/number-at.ts';
import type {
  DistributionCell,
  FormatsCell,
  Marks,
  RangeCell,
  StatesCell,
  TitleCell,
} from '../../model/cell.ts';
import type { CutoffLabel } from '../../model/cutoff-state.ts';
import { partLabel } from '../../model/part.ts';
import { episodeLabel, type Slot } from '../../model/slot.ts';
import { fileKey, type IndexedFile, type ProfileGroup } from './indexed-file.ts';
import { rankOf } from './statistics.ts';

/** A file by its title, with its year or its episodes. */
export function titleOf(indexed: IndexedFile): TitleCell {
  const { item, part } = indexed.file;
  const detail = part === null ? yearOf(item.year) : partLabel(part);
  return { kind: 'title', title: item.title, detail, fileKey: fileKey(indexed) };
}

/** A slot by its title; opens the card of the file that is in it today. */
export function titleOfSlot({ title, year, episode }: Slot, file: IndexedFile | null): TitleCell {
  const detail = episode === null ? yearOf(year) : episodeLabel(episode);
  return { kind: 'title', title, detail, fileKey: file === null ? null : fileKey(file) };
}

function yearOf(year: number): string {
  return year === 0 ? '' : String(year);
}

/** How many files are in each state. */
export function statesOf(files: readonly IndexedFile[]): StatesCell {
  const counts: Record<CutoffLabel, number> = {
    closed: 0,
    'format open': 0,
    'quality open': 0,
    'below minimum': 0,
    'upgrades off': 0,
  };
  for (const { label } of files) counts[label] += 1;
  return { kind: 'states', counts };
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
  if (sorted.length === 0) return null;
  const at = (share: number): number => numberAt(sorted, rankOf(share, sorted.length));
  return { kind: 'range', p5: at(0.05), p25: at(0.25), median: at(0.5), p75: at(0.75), p95: at(0.95), marks };
}

const binsAtMost = 40;

/**
 * A histogram of the body of the scores: from three middle halves below the lowest quarter up to the best. What lies
 * left of it is counted, not drawn. null where there is no file.
 */
export function distributionOf(sorted: readonly number[], marks: Marks): DistributionCell | null {
  if (sorted.length === 0) return null;
  const at = (share: number): number => numberAt(sorted, rankOf(share, sorted.length));
  const best = at(1);
  const lowest = Math.max(at(0), at(0.25) - 3 * (at(0.75) - at(0.25)));
  const binWidth = Math.max(1, Math.ceil((best - lowest + 1) / binsAtMost));
  const bins = Math.ceil((best - lowest + 1) / binWidth);
  const from = best - binWidth * bins + 1;
  const files = Array.from({ length: bins }, () => 0);
  let lower = 0;
  for (const score of sorted) {
    const bin = Math.floor((score - from) / binWidth);
    if (bin < 0) lower += 1;
    else files[bin] = numberAt(files, bin) + 1;
  }
  return { kind: 'distribution', from, binWidth, files, lower, marks };
}

/** How far a score is from a target; 0 beyond it, null without one. */
export function gapTo(target: number | null, score: number): number | null {
  return target === null ? null : Math.max(0, target - score);
}
