import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Column, TableBlock } from '../../src/model/block.ts';
import type { Cell } from '../../src/model/cell.ts';
import { cutoffLabels } from '../../src/model/cutoff-state.ts';
import type { Report } from '../../src/model/report.ts';
import { analyses } from '../../src/pipeline/analyses.ts';
import { gateNames } from '../../src/pipeline/gates.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import { anyLibrary } from '../support/any-library.ts';
import { blocksOf, expectFiguresToBeFound, figuresOf } from '../support/figures.ts';
import { aDemoLibrary, aLibrary, daysAgo, now } from '../support/libraries.ts';

const question = { names: null, now, since: daysAgo(200), isNarrowed: false };

/** Counts of instances, changes, past events, rules, formats, profiles, titles and seasons; files of several rows. */
const withoutFilter = [
  ...['items-without-file', 'unread-instances'],
  ...['changed', 'rose', 'fell', 'points-moved', 'points-unexplained', 'velocity', 'replacements', 'churn'],
  ...['rules-high', 'rules-medium', 'rules-low', 'formats-deciding', 'formats-never-matched', 'format-pairs'],
  ...['loops', 'repeats', 'import-drift', 'sunk-files', 'ceilings-out-of-reach', 'profile-fits'],
  ...['size-outliers', 'contradictions'],
  ...['seasons-half-below', 'seasons-pack', 'seasons-pack-files', 'seasons-mixed'],
];

const isNumber = (cell: Cell): boolean => typeof cell === 'number' && Number.isFinite(cell);
const isOfKind =
  (kind: string) =>
  (cell: Cell): boolean =>
    typeof cell === 'object' && cell !== null && !(cell instanceof Date) && cell.kind === kind;

const checks: Readonly<Record<string, (cell: Cell) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  severity: (cell) => ['high', 'medium', 'low'].some((word) => word === cell),
  state: (cell) => cutoffLabels.some((label) => label === cell),
  date: (cell) => cell instanceof Date,
  'yes-no': (cell) => typeof cell === 'boolean',
  title: isOfKind('title'),
  states: isOfKind('states'),
  formats: isOfKind('formats'),
  distribution: isOfKind('distribution'),
  range: isOfKind('range'),
  strip: isOfKind('strip'),
  spark: isOfKind('spark'),
};

function fits({ type }: Column, cell: Cell): boolean {
  if (cell === null) return true;
  const fitsType = checks[type];
  return fitsType === undefined ? isNumber(cell) : fitsType(cell);
}

function misfits({ name, columns, rows }: TableBlock): readonly string[] {
  return [...rows].flatMap(({ cells }) => {
    if (cells.length !== columns.length) return [`${name}: ${cells.length} cells`];
    return columns.flatMap((column, at) =>
      fits(column, cells[at] ?? null) ? [] : [`${name}.${column.key}: ${JSON.stringify(cells[at])}`],
    );
  });
}

function expectGoodForm(report: Report): void {
  const tables = blocksOf(report).filter((block) => block.kind === 'table');
  expect(tables.flatMap(misfits)).toEqual([]);
  expect(JSON.stringify(report.sections)).not.toMatch(/NaN|Infinity|undefined/);
  const numbers = blocksOf(report).flatMap((block) => (block.kind === 'metric' ? [block.value ?? 0] : []));
  expect(numbers.every(Number.isFinite)).toBe(true);
  for (const { days, series } of blocksOf(report).filter((block) => block.kind === 'line')) {
    expect(series.map(({ values }) => values.length)).toEqual(series.map(() => days.length));
    expect(days.toSorted()).toEqual(days);
    expect(series.length).toBeLessThanOrEqual(5);
  }
  for (const { parts, bars } of blocksOf(report).filter((block) => block.kind === 'bars')) {
    expect(bars.map(({ values }) => values.length)).toEqual(bars.map(() => parts.length));
  }
}

/** Rows and points in one order. */
function comparable(report: Report): string {
  const inOrder = (list: readonly unknown[]): readonly string[] =>
    list.map((value) => JSON.stringify(value)).toSorted();
  const sections = report.sections.map((section) => ({
    ...section,
    findings: inOrder(section.findings),
    blocks: section.blocks.map((block) => {
      if (block.kind === 'table') return { ...block, rows: inOrder([...block.rows]) };
      return block.kind === 'scatter' ? { ...block, points: inOrder(block.points) } : block;
    }),
  }));
  return JSON.stringify(sections, null, 1);
}

test('names of analyses, of blocks within each, and of all metrics are unique', () => {
  const report = makeReport(aLibrary(), question);
  const names = analyses.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { blocks } of report.sections) {
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length);
  }
  expect(new Set(gateNames.map(({ name }) => name)).size).toBe(gateNames.length);
});

test('columns of a table have names of their own', () => {
  for (const block of blocksOf(makeReport(aLibrary(), question))) {
    if (block.kind !== 'table') continue;
    const keys = block.columns.map(({ key }) => key);
    expect([block.name, new Set(keys).size]).toEqual([block.name, keys.length]);
    expect(keys.every((key) => /^[a-z0-9_]+$/.test(key))).toBe(true);
  }
});

test('an empty library is answered, and has no health', () => {
  const report = makeReport(aLibrary(), question);
  expectGoodForm(report);
  expectFiguresToBeFound(report);
  const [health] = blocksOf(report).filter(({ name }) => name === 'health');
  expect(health).toMatchObject({ kind: 'metric', value: null });
});

describe('on recorded answers', () => {
  let report: Report;
  beforeAll(async () => {
    report = makeReport(await aDemoLibrary(), question);
  });

  test('every figure leads to as many files as it says', () => {
    expect(figuresOf(report).length).toBeGreaterThan(300);
    expectFiguresToBeFound(report);
  });

  test('every cell is what its column says', () => expectGoodForm(report));

  test('every count of files leads to them; the others count what no filter of files can tell', () => {
    const plain = blocksOf(report).flatMap((block) =>
      block.kind === 'metric' && block.files === null ? [block.name] : [],
    );
    expect(plain.toSorted()).toEqual(withoutFilter.toSorted());
  });
});

test('on any library nothing throws, every cell fits, every figure leads to its files', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(anyLibrary, (library) => {
      const report = makeReport(library, question);
      expectGoodForm(report);
      expectFiguresToBeFound(report);
    }),
    { numRuns: 150 },
  );
});

test('the order of the files does not matter', { timeout: 60_000 }, () => {
  const shuffled = anyLibrary.chain((library) =>
    fc
      .shuffledSubarray([...library.files], { minLength: library.files.length })
      .map((files) => ({ library, files })),
  );
  fc.assert(
    fc.property(shuffled, ({ library, files }) => {
      const [one, other] = [library, { ...library, files }].map((either) => makeReport(either, question));
      expect(other && comparable(other)).toBe(one && comparable(one));
    }),
    { numRuns: 100 },
  );
});

test('every analysis and every gate is in the documentation, and no other', () => {
  const text = readFileSync('docs/analyses.md', 'utf8');
  const chapters = [...text.matchAll(/^## .*\(`([a-z-]+)`\)$/gm)].map(([, name]) => name);
  expect(new Set(chapters)).toEqual(new Set(analyses.map(({ name }) => name)));
  const gates = [...text.matchAll(/^\| `([a-z-]+)` \| ([a-z-]+) \| ([a-z-]+) \|/gm)].map(([, ...row]) =>
    row.join(' '),
  );
  const known = gateNames.map(({ name, unit, analysis }) => `${name} ${unit} ${analysis}`);
  expect(gates.toSorted()).toEqual(known.toSorted());
});
