import { expect, test } from 'vitest';
import type { MetricBlock, TableBlock } from '../../src/model/block.ts';
import type { Report, Section } from '../../src/model/report.ts';
import { reportCsv } from '../../src/pipeline/draw-report.ts';
import { aLibrary } from '../support/libraries.ts';
import { aReport } from '../support/report.ts';

const metric: MetricBlock = {
  kind: 'metric',
  name: 'files',
  title: 'Files',
  subtitle: '',
  value: 0,
  unit: 'count',
  tone: 'neutral',
  note: '',
  files: null,
};

function table(name: string, ...values: readonly number[]): TableBlock {
  return {
    kind: 'table',
    name,
    title: name,
    subtitle: '',
    columns: [{ key: name, label: name, type: 'count', rank: 1, hasBar: false }],
    rows: values.map((value) => ({ cells: [value], files: null })),
    empty: 'nothing',
  };
}

function report(...blocks: Section['blocks']): Report {
  const section = {
    name: 'seasons',
    title: '',
    subtitle: '',
    page: 'seasons',
    count: null,
    headline: null,
    caveats: [],
    findings: [],
    blocks,
  } as const;
  return aReport(aLibrary(), [section]);
}

test('the CSV of a report is its first table that has rows', () => {
  const two = report(metric, table('empty'), table('full', 7), table('later', 8));
  expect(reportCsv(two, null)).toBe('full,filter\r\n7,\r\n');
});

test('where no table has rows, the first gives its head: a script finds its columns', () => {
  expect(reportCsv(report(table('empty'), table('later')), null)).toBe('empty,filter\r\n');
});

test('a report of figures alone has no CSV, and says so', () => {
  expect(() => reportCsv(report(metric), null)).toThrow(
    expect.objectContaining({ code: 'config', message: 'there is no table to write as CSV' }),
  );
});

test('a table that there is not is answered with the nearest name, or with all', () => {
  const two = report(table('ceilings', 1), table('profiles', 2));
  expect(reportCsv(two, 'profiles')).toBe('profiles,filter\r\n2,\r\n');
  expect(() => reportCsv(two, 'cielings')).toThrow(
    expect.objectContaining({ hint: 'Did you mean "ceilings"?' }),
  );
  expect(() => reportCsv(two, 'x')).toThrow(expect.objectContaining({ hint: 'Tables: ceilings, profiles.' }));
});
