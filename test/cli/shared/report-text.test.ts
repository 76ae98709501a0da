import { expect, test } from 'vitest';
import { digestText, sectionText } from '../../../src/cli/shared/report-text.ts';
import type { BarsBlock, Block, Column, LineBlock, Point, ScatterBlock } from '../../../src/model/block.ts';
import type { Cell } from '../../../src/model/cell.ts';
import type { Finding, Section } from '../../../src/model/report.ts';
import { aHostileReport } from '../../support/hostile-report.ts';

const named = { name: 'one', title: 'One', subtitle: '' } as const;

function aSection(blocks: readonly Block[], only: Partial<Section> = {}): Section {
  const said = { count: null, headline: null, caveats: [], findings: [] } as const;
  return { ...named, title: 'Section', page: 'overview', ...said, blocks, ...only };
}

/** The lines of a block under its title. */
function linesOf(block: Block, isWhole = false): readonly string[] {
  const text = sectionText(aSection([block]), { width: 80, isWhole, block: null });
  return text.split('\n').slice(3, -1);
}

function someBars(values: readonly (number | null)[], only: Partial<BarsBlock> = {}): BarsBlock {
  const bars = values.map((value, at) => ({ label: `bar ${at + 1}`, values: [value], files: null }));
  return { ...named, kind: 'bars', unit: 'count', parts: ['Files'], isOverTime: false, bars, ...only };
}

test('a bar that was not read has no figure and no bar, which is not 0', () => {
  expect(linesOf(someBars([4, null, 0, 2]))).toEqual([
    `  bar 1  4  ${'█'.repeat(30)}`,
    '  bar 2  –',
    '  bar 3  0',
    `  bar 4  2  ${'█'.repeat(15)}`,
  ]);
});

test('of bars over time the newest are drawn, and how many came before is said', () => {
  const lines = linesOf(
    someBars(
      Array.from({ length: 12 }, (_, at) => at + 1),
      { isOverTime: true },
    ),
  );
  expect(lines[0]).toContain('2 before');
  expect(lines[1]).toMatch(/bar 3 /);
  expect(lines.at(-1)).toMatch(/bar 12 /);
  expect(lines).toHaveLength(11);
});

test('ten bars are drawn, with --all every one, and without any that is said', () => {
  const many = someBars(Array.from({ length: 12 }, () => 1));
  expect(linesOf(many)).toHaveLength(11);
  expect(linesOf(many).at(-1)).toBe('  … 2 more: arr-score analyze one/one --all');
  expect(linesOf(many, true).at(-1)).toMatch(/^ {2}bar 12 /);
  expect(linesOf(someBars([]))).toEqual(['  Nothing']);
});

test('a long label is cut, and never within a character', () => {
  const label = `${'x'.repeat(26)}🎬 and more`;
  const [line] = linesOf(someBars([], { bars: [{ label, values: [1], files: null }] }));
  expect(line).toMatch(/^ {2}x{26}… {3}1 {2}█/);
});

function aLine(values: readonly (number | null)[], only: Partial<LineBlock> = {}): LineBlock {
  const days = values.map(() => '2026-11-20');
  const series = [{ label: 'Size', values }];
  return { ...named, kind: 'line', unit: 'bytes', step: 'day', days, series, marks: [], ...only };
}

test('a line has its first and last known value, a gap is a blank, and edits of the rules are counted', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
  const marks = days.slice(2).map((day) => ({ day, label: 'edited' }));
  expect(linesOf(aLine([0, null, 7_000, 3_000], { days, marks }))).toEqual([
    '  Size  ▁ █▄  0 B → 3.0 kB',
    '  2026-11-20 to 2026-11-23; 2 edits of the rules',
  ]);
});

test('a line of which nothing is known yet says so, and one that never moves is flat', () => {
  expect(linesOf(aLine([null, null]))[0]).toBe('  Size      – → –');
  expect(linesOf(aLine([5, 5, 5]))[0]).toBe('  Size  ▄▄▄  5 B → 5 B');
});

test('a long line is thinned to 40 signs, and ends as it ends', () => {
  const values = Array.from({ length: 100 }, (_, at) => (at < 99 ? 1 : 9));
  expect(linesOf(aLine(values))[0]).toBe(`  Size  ${'▁'.repeat(39)}█  1 B → 9 B`);
});

function aScatter(points: readonly Omit<Point, 'title'>[]): ScatterBlock {
  const title = { kind: 'title', title: 'Metropolis', detail: '1927', fileKey: null } as const;
  const [x, y] = [{ label: 'Size', unit: 'bytes' } as const, { label: 'Score', unit: 'score' } as const];
  return { ...named, kind: 'scatter', x, y, points: points.map((point) => ({ ...point, title })) };
}

test('a plot has the marked points in sight, over others of the same place', () => {
  const lines = linesOf(
    aScatter([
      { x: 1e9, y: 0, isMarked: false },
      { x: 5e9, y: 100, isMarked: true },
      { x: 5e9, y: 100, isMarked: false },
    ]),
  );
  expect(lines[0]).toBe('  Score 100');
  expect(lines[1]).toBe(`  │${' '.repeat(59)}●`);
  expect(lines[10]).toBe('  │·');
  expect(lines.at(-1)).toBe('  0; size 1.0 GB to 5.0 GB');
});

test('a plot of one place, or of none, is drawn too', () => {
  const one = { x: 5e9, y: 100, isMarked: false };
  expect(linesOf(aScatter([one, one]))[1]).toBe('  │·');
  expect(linesOf(aScatter([]))).toEqual(['  Nothing']);
});

/** The only cell of a table with one column. */
function cellOf(type: Column['type'], cell: Cell): string | undefined {
  const columns = [{ key: 'a', label: '', type, rank: 1, hasBar: false } as const];
  const rows = [{ cells: [cell], files: null }];
  return linesOf({ ...named, kind: 'table', columns, rows, empty: '' })[1];
}

const noStates = {
  closed: 0,
  'format open': 0,
  'quality open': 0,
  'below minimum': 0,
  'upgrades off': 0,
} as const;

test.each([
  ['a day is that of the calendar on the wall', 'date', new Date(2026, 0, 5, 23), '2026-01-05'],
  ['a state has its sign', 'state', 'closed', '● closed'],
  ['what is unknown is a dash', 'text', null, '–'],
  ['true is yes', 'yes-no', true, 'yes'],
  ['false is no', 'yes-no', false, 'no'],
  ['a title without a year', 'title', { kind: 'title', title: 'Dune', detail: '', fileKey: null }, 'Dune'],
  ['no file in any state is nothing', 'states', { kind: 'states', counts: noStates }, ''],
  [
    'one in a hundred is seen',
    'states',
    { kind: 'states', counts: { ...noStates, closed: 99, 'upgrades off': 1 } },
    '●●●●●●●●●●■',
  ],
  [
    'a spark has twenty signs',
    'spark',
    { kind: 'spark', values: Array.from({ length: 60 }, (_, at) => at % 3) },
    '▄'.repeat(20),
  ],
] as const)('%s', (...[, type, cell, words]) => {
  expect(cellOf(type, cell)).toBe(`  ${words}`.trimEnd());
});

test('the episodes of a long season are cut', () => {
  const mark = {
    label: 'E01',
    score: 5,
    state: 'closed',
    isMonitored: true,
    fileKey: 'sonarr/main#4',
  } as const;
  const marks = { minimum: null, cutoff: null, bestSeen: null };
  const files = Array.from({ length: 21 }, () => mark);
  expect(cellOf('strip', { kind: 'strip', files, marks })).toBe(`  ${'●'.repeat(19)}…`);
});

test.each([
  ['gain', 1_234.4, '+1,234'],
  ['gain', -3, '−3'],
  ['bytes', 5e9, '5.0 GB'],
  ['percent', 12.345, '12.3 %'],
  ['percent', 1_234.5, '1,235 %'],
  ['ratio', -0.5, '−0.5'],
  ['velocity', 2, '2.0'],
  ['points-per-gb', 1_000.25, '1,000.3'],
  ['days', 1, '1 day'],
  ['days', 30, '30 days'],
  ['score', -50.4, '−50'],
  ['index', 71.5, '72'],
  ['count', null, '–'],
] as const)('a figure in %s: %s is written %s', (unit, value, words) => {
  const metric = {
    ...named,
    kind: 'metric',
    value,
    unit,
    tone: 'neutral',
    note: 'as noted',
    files: null,
  } as const;
  expect(sectionText(aSection([metric]), { width: 80, isWhole: false, block: null })).toBe(
    `Section\n\n  One  ${words}  as noted\n`,
  );
});

const finding: Finding = {
  severity: 'medium',
  title: 'A cutoff nobody can reach',
  place: 'HD on main',
  why: 'The best is 90.',
  mend: 'Lower it.',
  count: 5,
  counted: 'files',
  files: null,
};

function digestOf(findings: readonly Finding[]): readonly string[] {
  const report = { ...aHostileReport(), sections: [aSection([], { findings })] };
  return digestText(report, 80).split('\n');
}

test('what to do first is by weight, then by how many it helps; what is no number comes last', () => {
  const told = digestOf([
    { ...finding, title: 'C', count: null },
    { ...finding, title: 'D', severity: 'low', count: 100 },
    { ...finding, title: 'B' },
    { ...finding, title: 'A', severity: 'high', count: null },
  ]);
  expect(told.filter((line) => line.includes('HD on main'))).toEqual([
    '  ! A: HD on main',
    '  · B: HD on main, 5 files',
    '  · C: HD on main',
    '  · D: HD on main, 100 files',
  ]);
  expect(told).toContain('    → Lower it.');
});

test('eight are told, and how many more there are', () => {
  const told = digestOf(Array.from({ length: 10 }, () => finding));
  expect(told.filter((line) => line.includes('HD on main'))).toHaveLength(8);
  expect(told).toContain('  … 2 more: arr-score analyze rule-lint --all');
});

test('a library without a fault has nothing to mend', () => {
  expect(digestOf([]).slice(0, 3)).toEqual(['Do first', '  Nothing has to be mended', '']);
});
