import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as outputs from '../../src/outputs/index.ts';
import type { FilesOutput, Output } from '../../src/outputs/output.ts';
import { aHostileLibrary, hostileResults } from '../support/hostile-library.ts';
import { aHostileReport } from '../support/hostile-report.ts';
import { writeDocuments } from '../support/write-documents.ts';
import { type Written, writeOutput } from '../support/write-output.ts';

const files = aHostileLibrary();
const formatNames = ['=LQ; (bad)', 'HDR', 'HEVC', 'Never matched'];
const results = hostileResults();

const goldens: readonly (readonly [golden: string, output: FilesOutput, written: Written])[] = [
  ['plain.csv', outputs.csv, { formatNames }],
  ['wide.csv', outputs.csv, { formatNames, wide: true }],
  ['bom-semicolon.csv', outputs.csv, { formatNames, bom: true, separator: ';' }],
  ['raw.csv', outputs.csv, { formatNames, rawCells: true }],
  ['files.json', outputs.json, { formatNames, results }],
  ['files.ndjson', outputs.ndjson, { formatNames, results }],
];

test.each(goldens)('%s is as it was', async (golden, output, written) => {
  const text = writeOutput(output, files, written);
  await expect(text).toMatchFileSnapshot(`../golden/outputs/${golden}`);
});

const streaming = [outputs.csv, outputs.json, outputs.ndjson];

const reported = [
  ['report.md', outputs.markdown],
  ['report.prom', outputs.prometheus],
] as const;

test.each(reported)('%s is as it was', async (golden, output) => {
  const [text = ''] = await writeDocuments(output, aHostileReport());
  await expect(text).toMatchFileSnapshot(`../golden/outputs/${golden}`);
});

test('the size of a batch does not show', () => {
  for (const output of streaming) {
    const whole = writeOutput(output, files, { batchSize: 100, results });
    expect(writeOutput(output, files, { batchSize: 1, results })).toBe(whole);
  }
});

test('every file of the stage is registered under its own name, with its extension and a golden', () => {
  const stage = readdirSync('src/outputs', { withFileTypes: true }).map(({ name }) =>
    name.replace(/\.ts$/, ''),
  );
  const written = stage.filter((name) => !['index', 'output', 'shared'].includes(name));
  expect(Object.keys(outputs).toSorted()).toEqual(written.toSorted());
  const extensions = { dashboard: 'html', markdown: 'md', prometheus: 'prom' };
  expect(Object.entries(outputs).map(([name, { extension }]) => [name, extension])).toEqual(
    Object.keys(outputs).map((name) => [
      name,
      Object.entries(extensions).find(([key]) => key === name)?.[1] ?? name,
    ]),
  );
  const readBack: readonly Output[] = [outputs.dashboard, outputs.parquet, outputs.xlsx];
  const proven = new Set<Output>([
    ...goldens.map(([, output]) => output),
    ...reported.map(([, output]) => output),
  ]);
  expect(new Set([...proven, ...readBack])).toEqual(new Set(Object.values(outputs)));
});
