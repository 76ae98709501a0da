/** Files in bins of a round width; what lies far below the body is gathered in one. */
export interface Histogram {
  /** Left edge of the first bin, a multiple of the width; a bin holds its left edge, not its right. */
  readonly from: number;
  readonly width: number;
  readonly bins: readonly number[];
  /** Values left of the first bin. */
  readonly lower: number;
}

/** Where a histogram begins and ends, and how wide its bins are. */
export type Frame = Pick<Histogram, 'from' | 'width'> & { readonly count: number };

/**
 * The frame for some values: from the lowest quarter less three times the middle half up to the best.
 *
 * @param also values that must be inside: minimum, cutoff
 * @param atMost bins
 */
export function frameOf(values: ArrayLike<number>, also: readonly number[], atMost: number): Frame {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const [quarter, threeQuarters] = [at(0.25), at(0.75)];
  const low = Math.min(Math.max(at(0), quarter - 3 * (threeQuarters - quarter)), ...also);
  const high = Math.max(at(1), low, ...also);
  const width = roundWidth((high - low + 1) / atMost);
  const from = Math.floor(low / width) * width;
  return { from, width, count: Math.floor((high - from) / width) + 1 };
}

/** Counts values into a frame; what is above its end counts in the last bin. */
export function histogramOf(values: Iterable<number>, { from, width, count }: Frame): Histogram {
  const bins = new Array<number>(count).fill(0);
  let lower = 0;
  for (const value of values) {
    const at = Math.min(count - 1, Math.floor((value - from) / width));
    if (at < 0) lower += 1;
    else bins[at] = (bins[at] ?? 0) + 1;
  }
  return { from, width, bins, lower };
}

/** The next of 1, 2, 5, 10, 20, 25, 50, 100 … that is not below. */
export function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const step = [1, 2, 2.5, 5].find((one) => one * power >= least && Number.isInteger(one * power)) ?? 10;
  return Math.max(1, step * power);
}

/** 3 to 5 round values from 0 or below up to the end of an axis. */
export function roundTicks(low: number, high: number): readonly number[] {
  const step = roundStep((high - low) / 4 || 1);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, at) => (first + at) * step);
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((one) => one * power >= least - 1e-9) ?? 10) * power;
}
