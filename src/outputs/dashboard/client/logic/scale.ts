import type { Marks } from '../../../../model/cell.ts';

/** A scale of scores: where a value stands, as a share of the whole in percent. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly percentOf: (score: number) => number;
}

/** A scale from one value to another; outside values stick to the ends. */
export function scaleOf(from: number, to: number): Scale {
  const span = Math.max(1, to - from);
  return { from, to, percentOf: (score) => Math.min(100, Math.max(0, ((score - from) / span) * 100)) };
}

/** The scale that holds some scores and all marks that apply. */
export function scaleAround(scores: readonly number[], { minimum, cutoff, bestSeen }: Marks): Scale {
  const all = [...scores, minimum, cutoff, bestSeen].filter((value) => value !== null);
  const [from, to] = [Math.min(...all), Math.max(...all)];
  return all.length === 0 ? scaleOf(0, 1) : scaleOf(from, Math.max(to, from + 1));
}
