import type { Report } from '../../src/model/report.ts';

/** Rows and points of a block in a golden at most: the beginning says enough, the count the rest. */
const atMost = 6;

/** What one analysis says of a library, as a golden keeps it: long lists are cut with their count. */
export function goldenSection({ sections }: Report, name: string): string {
  const section = sections.find((one) => one.name === name);
  const shortened = (_: string, value: unknown): unknown => {
    if (typeof value === 'number') return Number(value.toPrecision(10));
    if (!Array.isArray(value) || value.length <= atMost + 4) return value;
    return [...value.slice(0, atMost), `… ${value.length - atMost} more`];
  };
  return `${JSON.stringify(section, shortened, 1)}\n`;
}
