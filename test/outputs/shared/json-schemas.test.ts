import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { json } from '../../../src/outputs/json.ts';
import { ndjson } from '../../../src/outputs/ndjson.ts';
import { FileRecordShape } from '../../../src/outputs/shared/file-schema.ts';
import { jsonSchemas } from '../../../src/outputs/shared/json-schemas.ts';
import type { FileRecord } from '../../../src/outputs/shared/records.ts';
import { runSummary } from '../../../src/outputs/shared/run-summary.ts';
import { aHostileLibrary, hostileResults } from '../../support/hostile-library.ts';
import { aValidator, type Validator } from '../../support/json-schema.ts';
import { keysOf, writeOutput } from '../../support/write-output.ts';

const Schema = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) });
const Package = z.object({ files: z.array(z.string()) });

const schemas = jsonSchemas();
const run = runSummary({
  tool: { name: 'arr-score', version: '1.2.3' },
  startedAt: new Date('2026-11-24T10:00:00Z'),
  finishedAt: new Date('2026-11-24T10:00:04Z'),
  exitCode: 3,
  isRedacted: false,
  selection: { filter: 'title has dune', sort: '-score', limit: 10 },
  outputs: [{ format: 'csv', file: 'arr-score-2026-11-24.csv', rows: 5, bytes: 1234 }],
  instances: hostileResults(),
});

test.each(Object.keys(schemas))('schemas/%s is current', async (name) => {
  await expect(schemas[name]).toMatchFileSnapshot(`../../../schemas/${name}`);
});

test('every line of NDJSON is a valid file', () => {
  const validate = validatorOf('files.schema.json');
  const lines = writeOutput(ndjson, aHostileLibrary()).trimEnd().split('\n');
  expect(lines.map((line) => validate(JSON.parse(line)))).toEqual(lines.map(() => []));
});

test('the JSON output is a valid document, with files and without', () => {
  const validate = validatorOf('export.schema.json');
  const results = hostileResults();
  expect(validate(JSON.parse(writeOutput(json, aHostileLibrary(), { results })))).toEqual([]);
  expect(validate(JSON.parse(writeOutput(json, [])))).toEqual([]);
});

test('a run is a valid document and tells what was asked for', () => {
  expect(validatorOf('run.schema.json')(run)).toEqual([]);
  expect(run).toMatchObject({
    schemaVersion: 1,
    exitCode: 3,
    redacted: false,
    selection: { filter: 'title has dune', sort: '-score', limit: 10 },
    outputs: [{ format: 'csv', file: 'arr-score-2026-11-24.csv', rows: 5, bytes: 1234 }],
  });
});

test('a redacted run keeps the text of its filter to itself', () => {
  const selection = { filter: 'title has dune', sort: null, limit: null };
  const facts = { tool: run.tool, exitCode: 0, isRedacted: true, outputs: [], instances: [] };
  const times = { startedAt: new Date(0), finishedAt: new Date(0) };
  expect(runSummary({ ...facts, ...times, selection }).selection.filter).toBe('redacted');
  expect(
    runSummary({ ...facts, ...times, selection: { ...selection, filter: null } }).selection.filter,
  ).toBeNull();
});

test('keys come in the order of the schema, the promised ones first', () => {
  const [line = ''] = writeOutput(ndjson, aHostileLibrary()).split('\n');
  const keys = keysOf(line);
  const schema = Schema.parse(JSON.parse(schemas['files.schema.json'] ?? ''));
  expect(keys).toEqual(Object.keys(schema.properties));
  expect(keys).toEqual(schema.required);
  expect(keys.slice(0, 13)).toEqual(
    'instance service itemId fileId title year part score formats profile quality sizeBytes scoreSource'.split(
      ' ',
    ),
  );
});

test('a key that a later version adds is no fault', () => {
  const validate = validatorOf('files.schema.json');
  expect(validate({ ...aRecord(), added: 1, quality: { ...aRecord().quality, added: 1 } })).toEqual([]);
});

test.each([
  ['score', 'many'],
  ['dateAdded', 'yesterday'],
  ['service', 'lidarr'],
  ['formats', [{ id: 1 }]],
  ['title', undefined],
])('a file with a wrong %s is refused', (key, value) => {
  const wrong: unknown = JSON.parse(JSON.stringify({ ...aRecord(), [key]: value }));
  expect(validatorOf('files.schema.json')(wrong)).not.toEqual([]);
});

test('the published schemas are the ones that ship', () => {
  const { files } = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(files).toContain('schemas');
});

function aRecord(): FileRecord {
  const [line = ''] = writeOutput(ndjson, aHostileLibrary()).split('\n');
  return FileRecordShape.parse(JSON.parse(line));
}

function validatorOf(name: string): Validator {
  return aValidator(schemas[name] ?? '');
}
