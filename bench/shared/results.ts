import { z } from 'zod';
import type { Benchmark, Figure, Unit } from '../benchmark.ts';

/** A row with its figure, and where it was measured. */
export interface Result extends Omit<Benchmark, 'measure'>, Figure {
  readonly machine: string;
}

/** What `bench/results.json` holds: the newest result of each row. */
export const Results: z.ZodType<readonly Result[]> = z.array(
  z.strictObject({
    name: z.string(),
    what: z.string(),
    unit: z.enum(['ratio', 'MB', 'kB', 's', 'ms']),
    mustReach: z.number(),
    aim: z.number().nullable(),
    median: z.number(),
    least: z.number(),
    most: z.number(),
    measurements: z.number(),
    detail: z.string(),
    machine: z.string(),
  }),
);

/** What the table says of a row before it was ever measured. */
export type Row = Omit<Benchmark, 'measure'>;

/** All rows as a Markdown table, by name; a figure that misses its target says so, and so does one that is not there. */
export function resultTable(rows: readonly Row[], results: readonly Result[]): string {
  const sorted = rows.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = sorted.map((row) => {
    const target = `≤ ${row.mustReach}${unitOf(row.unit)}${row.aim === null ? '' : ` (aim ${row.aim})`}`;
    const result = results.find(({ name }) => name === row.name);
    return `| ${row.what} | ${target} | ${result === undefined ? '**not measured** | | |' : measured(result)}`;
  });
  const machines = [...new Set(results.map(({ machine }) => machine))];
  return [
    '| what | must reach | median | least–most | |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
    ...machines.map((machine) => `Measured on ${machine}.`),
  ].join('\n');
}

function measured({ unit, mustReach, median, least, most, measurements, detail }: Result): string {
  const verdict = median <= mustReach ? '' : ' **missed**';
  const range = `${round(least, unit)}–${round(most, unit)}, ${measurements} times`;
  return `${round(median, unit)}${unitOf(unit)}${verdict} | ${range} | ${detail} |`;
}

function unitOf(unit: Unit): string {
  return unit === 'ratio' ? '' : ` ${unit}`;
}

function round(value: number, unit: Unit): string {
  return unit === 'MB' && value >= 1 ? String(Math.round(value)) : value.toFixed(2);
}
