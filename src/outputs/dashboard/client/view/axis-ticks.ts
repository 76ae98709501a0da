import type { Unit } from '../../../../model/block.ts';
import { roundTicks } from '../logic/histogram.ts';
import type { Numbers } from '../logic/numbers.ts';
import type { Colors } from './chart-setup.ts';

/** Round values that hold 0 and all of these. */
function axisTicks(values: readonly number[]): readonly number[] {
  const high = Math.max(0, ...values);
  const low = Math.min(0, ...values);
  const ticks = roundTicks(low, high);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0) || 1;
  const last = ticks.at(-1) ?? 0;
  const first = ticks[0] ?? 0;
  const all = [...(first > low ? [first - step] : []), ...ticks, ...(last < high ? [last + step] : [])];
  // Whole figures have no halves: written without them, two ticks would read the same.
  return values.every(Number.isInteger) && step < 1 ? all.filter(Number.isInteger) : all;
}

const gib = 1024 ** 3;

/** Ticks and words of an axis in a unit: sizes in whole GiB. */
export function axisOf(values: readonly number[], unit: Unit, numbers: Numbers): AxisWords {
  if (unit === 'percent') return { ticks: axisTicks(values), write: (value) => `${numbers.count(value)} %` };
  if (unit !== 'bytes') return { ticks: axisTicks(values), write: (value) => numbers.inUnit(value, unit) };
  const ticks = axisTicks(values.map((value) => value / gib)).map((tick) => tick * gib);
  return { ticks, write: (value) => numbers.inUnit(value / gib, 'ratio') };
}

/** Where an axis has ticks, and how they are written. */
export interface AxisWords {
  readonly ticks: readonly number[];
  readonly write: (value: number) => string;
}

/** An axis of days or names: as many as there is room for. */
export function dayAxis(colors: Colors): object {
  return {
    type: 'category',
    border: { color: colors.zero },
    grid: { display: false },
    ticks: { color: colors.quiet, maxRotation: 0, autoSkip: true, maxTicksLimit: 6, align: 'inner' },
  };
}
