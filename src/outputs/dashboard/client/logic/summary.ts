import { type CutoffLabel, shownLabels } from '../../../../model/cutoff-state.ts';
import { isMonitored } from '../../../../model/media-file.ts';
import type { PageModel } from './page-model.ts';

/** Files of one state. */
export interface StateSum {
  readonly label: CutoffLabel;
  readonly files: number;
  readonly sizeBytes: number;
  readonly unmonitored: number;
}

/** The five states of some files, in their order, also those without a file. */
export function sumStates({ files, labels }: PageModel, rows: readonly number[]): readonly StateSum[] {
  const sums = new Map(shownLabels.map((label) => [label, { files: 0, sizeBytes: 0, unmonitored: 0 }]));
  for (const at of rows) {
    const [file, sum] = [files[at], sums.get(labels[at] ?? 'closed')];
    if (file === undefined || sum === undefined) continue;
    sum.files += 1;
    sum.sizeBytes += file.sizeBytes;
    if (!isMonitored(file)) sum.unmonitored += 1;
  }
  return shownLabels.map((label) => ({ label, files: 0, sizeBytes: 0, unmonitored: 0, ...sums.get(label) }));
}

/** One figure over some files. */
export function sizeOf({ sizesBytes }: PageModel, rows: readonly number[]): number {
  return rows.reduce((sum, at) => sum + (sizesBytes[at] ?? 0), 0);
}

/** The scores of some files, in their order. */
export function scoresOf({ scores }: PageModel, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (at) => scores[at] ?? 0);
}

/** The middle value; null without files. Of an even number, the lower of the two. */
export function medianScore(model: PageModel, rows: readonly number[]): number | null {
  const scores = scoresOf(model, rows).sort();
  return scores[Math.floor((scores.length - 1) / 2)] ?? null;
}
