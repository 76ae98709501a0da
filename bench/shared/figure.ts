import type { Figure } from '../benchmark.ts';

/** The middle of an odd number of values, the upper middle of an even one; NaN of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A figure of some measurements. */
export function figureOf(values: readonly number[], detail: string): Figure {
  return {
    median: medianOf(values),
    least: Math.min(...values),
    most: Math.max(...values),
    measurements: values.length,
    detail,
  };
}
