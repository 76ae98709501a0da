import { expect, test } from 'vitest';
import { simulationLines } from '../../../src/cli/shared/simulation-text.ts';
import type { Simulated } from '../../../src/pipeline/simulate.ts';
import type { SimulatedFile } from '../../../src/scoring/simulation/simulated-file.ts';
import { aFile, anItem, aProfile } from '../../support/builders.ts';

const closed = { belowMinimum: false, quality: 'met', format: 'met', upgradesAllowed: true } as const;

type Points = Readonly<Record<string, number>>;

/** A file whose formats are worth something else afterwards. */
function moved(before: Points, after: Points, only: Partial<SimulatedFile> = {}): SimulatedFile {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const stateOf = (points: Points): SimulatedFile['before'] => ({
    profile: aProfile(),
    formats: Object.entries(points).map(([name, score]) => ({ id: names.indexOf(name), name, score })),
    score: Object.values(points).reduce((sum, score) => sum + score, 0),
    state: closed,
  });
  return { file: aFile(), before: stateOf(before), after: stateOf(after), certainty: 'exact', ...only };
}

function linesOf(files: readonly SimulatedFile[], only: Partial<Simulated> = {}): readonly string[] {
  return simulationLines({ files, evaluated: [], problems: [], isStored: false, failures: [], ...only });
}

test('a file is told with the format that moves it most', () => {
  const lines = linesOf([moved({ HDR: 10, LQ: -50, Same: 5 }, { HDR: 30, Atmos: 100, Same: 5 })]);
  expect(lines).toEqual([
    `radarr/main · HD${' '.repeat(58)}1 file`,
    '  rises      1   falls      0   same      0',
    '  reaches the format cutoff      1',
    '  most affected',
    `      +170  Metropolis (1927)${' '.repeat(19)}Atmos no match → 100`,
    '',
    'formats',
    `  Atmos${' '.repeat(53)}+1 file  +100 points`,
    `  LQ${' '.repeat(57)}−1 file  +50 points`,
    `  HDR${' '.repeat(63)}  +20 points`,
    '',
    'exact for 1 file: only scores and thresholds are edited',
  ]);
});

test('five files are told, those that move most first, and how many more there are', () => {
  const files = [1, 9, -3, 7, 2, 5, 4].map((points) =>
    moved({}, { HDR: points }, { file: aFile({ item: anItem({ title: `Film ${points}` }) }) }),
  );
  const lines = linesOf(files);
  const from = lines.indexOf('  most affected');
  expect(lines.slice(from + 1, from + 7).map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([
    ['+9', 'Film 9 (1927)'],
    ['+7', 'Film 7 (1927)'],
    ['+5', 'Film 5 (1927)'],
    ['+4', 'Film 4 (1927)'],
    ['−3', 'Film -3 (1927)'],
    ['… 2 more: --format csv'],
  ]);
});

test('ten formats are told, and how many more there are', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`Format ${at}`, at + 1]));
  const lines = linesOf([moved({}, many)]);
  const from = lines.indexOf('formats');
  expect(lines[from + 1]).toMatch(/^ {2}Format 11 /);
  expect(lines.slice(from + 10, from + 13)).toEqual([
    expect.stringMatching(/^ {2}Format 2 /),
    '  … 2 more: --format json',
    '',
  ]);
});

test('a file that crosses a threshold and keeps its score is no affected one', () => {
  const still = moved({ HDR: 10 }, { HDR: 10 });
  const below = { ...still, after: { ...still.after, state: { ...closed, belowMinimum: true } } };
  expect(linesOf([below])).toEqual([
    expect.stringMatching(/^radarr\/main · HD +1 file$/),
    '  rises      0   falls      0   same      1',
    '  crosses below the minimum      1   ← 1 of them monitored',
    '',
    'exact for 1 file: only scores and thresholds are edited',
  ]);
});

test('what could not be evaluated is counted and named', () => {
  const files = (
    ['exact', 'inputs incomplete', 'inputs incomplete', 'not evaluated', 'not evaluated'] as const
  ).map((certainty) => moved({}, {}, { certainty }));
  expect(linesOf(files, { evaluated: ['HDR'], problems: ['LQ: its pattern cannot be read'] })).toEqual([
    'nothing moves in 1 other profile',
    'exact for 1 of 5 files: 1 format matched anew',
    '  2 files: the server hides the release name',
    '  2 files: a format cannot be evaluated here, and counts as before',
    '  not evaluated: LQ: its pattern cannot be read',
  ]);
});
