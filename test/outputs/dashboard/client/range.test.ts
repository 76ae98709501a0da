import { expect, test } from 'vitest';
import type { LineBlock } from '../../../../src/model/block.ts';
import { rangeOf, withinRange } from '../../../../src/outputs/dashboard/client/logic/range.ts';

function aLine(count: number): LineBlock {
  const days = Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
  );
  return {
    kind: 'line',
    name: 'score',
    title: 'Score',
    subtitle: '',
    unit: 'score',
    step: 'day',
    days,
    series: [{ label: 'all', values: days.map((_, at) => at) }],
    marks: [days[0] ?? '', days.at(-1) ?? ''].map((day) => ({ day, label: 'edited' })),
  };
}

test('a line is cut to its last days, with its values and marks', () => {
  const line = aLine(1000);
  for (const [range, kept] of [
    ['90d', 90],
    ['1y', 365],
    ['all', 1000],
  ] as const) {
    const cut = withinRange(line, range);
    if (cut.kind !== 'line') throw new Error('a line stays a line');
    expect(cut.days).toEqual(line.days.slice(-kept));
    expect(cut.series[0]?.values).toEqual(line.series[0]?.values.slice(-kept));
    expect(cut.marks).toHaveLength(range === 'all' ? 2 : 1);
  }
});

test('a line that is shorter than the range stays whole, and one without days too', () => {
  expect(withinRange(aLine(10), '1y')).toEqual(aLine(10));
  expect(withinRange(aLine(0), '90d')).toMatchObject({ days: [] });
});

test('an address that names no range means all', () => {
  expect([null, '90d', '1y', 'all', 'trends'].map(rangeOf)).toEqual(['all', '90d', '1y', 'all', 'all']);
});
