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
    unit: z.enum(['ratio', 'MB', 's']),
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

/** The results as a Markdown table; a figure that misses its target says so. */
export function resultTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { what, unit, mustReach, aim, median, least, most, measurements, detail } = result;
    const target = `≤ ${mustReach}${unitOf(unit)}${aim === null ? '' : ` (aim ${aim})`}`;
    const verdict = median <= mustReach ? '' : ' **missed**';
    const range = `${round(least, unit)}–${round(most, unit)}, ${measurements} times`;
    return `| ${what} | ${target} | ${round(median, unit)}${unitOf(unit)}${verdict} | ${range} | ${detail} |`;
  });
  const machines = [...new Set(results.map(({ machine }) => machine))];
  return [
    '| what | must reach | median | least–most | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...machines.map((machine) => `Measured on ${machine}.`),
  ].join('\n');
}

function unitOf(unit: Unit): string {
  return unit === 'ratio' ? '' : ` ${unit}`;
}

function round(value: number, unit: Unit): string {
  return unit === 'MB' ? String(Math.round(value)) : value.toFixed(2);
}
