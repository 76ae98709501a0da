import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csv } from '../../src/outputs/csv.ts';
import { ndjson } from '../../src/outputs/ndjson.ts';
import { openFileDestination } from '../../src/pipeline/destination.ts';
import { writeOutputs } from '../../src/pipeline/write-outputs.ts';
import { aFile } from '../support/builders.ts';
import { aFolder } from '../support/folder.ts';

const context = {
  generatedAt: new Date('2026-11-24T10:00:03Z'),
  formatNames: [],
  options: { bom: false, separator: ',', wide: false, rawCells: false },
};

test('no output takes the place of an older one before all of them are whole', async () => {
  await using folder = await aFolder({ 'scores.csv': 'of this morning' });
  const first = await openFileDestination(join(folder.path, 'scores.csv'));
  const second = await openFileDestination(join(folder.path, 'scores.ndjson'));
  const full = { ...second, complete: () => Promise.reject(new Error('the disk is full')) };
  const targets = [
    { format: 'csv', output: csv, destination: first, file: 'scores.csv' },
    { format: 'ndjson', output: ndjson, destination: full, file: 'scores.ndjson' },
  ];
  const content = { context, batches: [[aFile()]], results: [] };
  await expect(writeOutputs(targets, content, new AbortController().signal)).rejects.toThrow('full');
  expect(readFileSync(join(folder.path, 'scores.csv'), 'utf8')).toBe('of this morning');
  for (const { destination } of targets) await destination.abandon();
  expect(readdirSync(folder.path)).toEqual(['scores.csv']);
});
