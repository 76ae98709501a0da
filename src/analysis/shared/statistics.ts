import { numberAt } from '../../lib/number-at.ts';

/**
 * The smallest value that at least this share of all does not exceed (nearest rank): a score that some file really has,
 * and the same when everything is there twice.
 *
 * @param sorted  ascending
 * @param share  0 to 1
 * @returns null for nothing
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[rankOf(share, sorted.length)] ?? null;
}

/** The place of a quantile among so many sorted values, from 0. */
export function rankOf(share: number, length: number): number {
  return Math.max(1, Math.ceil(share * length)) - 1;
}

/** How often a value occurs. */
export interface ValueCount {
  readonly value: number;
  readonly count: number;
}

/** As `quantile`, of values that are counted instead of listed. @param sorted  ascending by value, each once */
export function quantileOfCounts(sorted: readonly ValueCount[], share: number): number | null {
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= rank) return value;
  }
  return null;
}

/** The nine values between the tenths; empty for nothing. @param sorted  ascending */
export function deciles(sorted: readonly number[]): readonly number[] {
  const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  return tenths.flatMap((share) => quantile(sorted, share) ?? []);
}

/** The middle value; null for nothing. @param sorted  ascending */
export function median(sorted: readonly number[]): number | null {
  return quantile(sorted, 0.5);
}

/** 0 for nothing. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Where the middle of some values is, and how wide they lie round it. */
export interface Spread {
  readonly median: number;
  /** Median of the distances from the median. */
  readonly mad: number;
}

/** Middle and width that single wild values do not move; null for nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  const middle = median(ascending(values));
  if (middle === null) return null;
  const distances = ascending(values.map((value) => Math.abs(value - middle)));
  return { median: middle, mad: numberAt(distances, rankOf(0.5, distances.length)) };
}

/** How many times the usual distance a value lies from the middle: the robust z. The factor makes it σ for a bell curve. */
export function robustZ(value: number, spread: Spread): number {
  return (0.6745 * (value - spread.median)) / spread.mad;
}

/** A sorted copy; numbers, not texts. */
export function ascending(values: readonly number[]): readonly number[] {
  return Array.from(Float64Array.from(values).sort());
}

/** `value` between two ends. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
