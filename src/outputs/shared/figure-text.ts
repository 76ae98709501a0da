import { type Column, isUnit, type Unit } from '../../model/block.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const fine = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const gib = 1024 ** 3;

const written: Readonly<Record<Unit, (value: number) => string>> = {
  count: (value) => whole.format(value),
  score: (value) => whole.format(value),
  gain: (value) => `${value > 0 ? '+' : ''}${whole.format(value)}`,
  bytes: (value) => `${fine.format(value / gib)} GiB`,
  percent: (value) => `${fine.format(value)} %`,
  ratio: (value) => fine.format(value),
  'points-per-gb': (value) => `${fine.format(value)} a GB`,
  velocity: (value) => fine.format(value),
  days: (value) => `${whole.format(value)} days`,
  index: (value) => whole.format(value),
};

/** A figure in its unit, for text that people read; – for what cannot be told. Numbers of other columns are plain. */
export function figureText(value: number | null, unit: Column['type']): string {
  if (value === null) return '–';
  return isUnit(unit) ? written[unit](value) : String(value);
}
