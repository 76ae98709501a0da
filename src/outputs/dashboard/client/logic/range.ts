import type { Block } from '../../../../model/block.ts';

/** How far back lines go; as it stands in the address. */
export const ranges = ['90d', '1y', 'all'] as const;

/** One of them. */
export type Range = (typeof ranges)[number];

const days: Readonly<Record<Range, number>> = { '90d': 90, '1y': 365, all: Number.POSITIVE_INFINITY };
const dayMs = 86_400_000;

/** The range that a part of an address names; everything where it names none. */
export function rangeOf(part: string | null): Range {
  return ranges.find((range) => range === part) ?? 'all';
}

/** A line cut to its last days, counted back from its newest; other blocks say themselves which time they are of. */
export function withinRange(block: Block, range: Range): Block {
  if (block.kind !== 'line' || range === 'all') return block;
  const newest = Date.parse(block.days.at(-1) ?? '');
  const first = block.days.findIndex((day) => newest - Date.parse(day) < days[range] * dayMs);
  const kept = block.days.slice(first);
  return {
    ...block,
    days: kept,
    series: block.series.map((series) => ({ ...series, values: series.values.slice(first) })),
    marks: block.marks.filter(({ day }) => kept.includes(day)),
  };
}
