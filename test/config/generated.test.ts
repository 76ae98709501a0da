import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { exampleConfig } from '../../src/config/example-config.ts';
import { configSchema } from '../../src/config/schema.ts';
import { shapeAt, shapeOf } from '../../src/config/shape.ts';
import { aConfigFolder, aKey } from '../support/config-folder.ts';

const example = await readFile('config.example.yaml', 'utf8');
const schema: object = JSON.parse(await readFile('schemas/config.schema.json', 'utf8'));
const isValid = new Ajv({ strict: false, unicodeRegExp: true }).compile(schema);

test('config.example.yaml is what the schema makes of it (npm run generate)', () => {
  expect(example).toBe(exampleConfig());
});

test('schemas/config.schema.json is what the schema makes of it (npm run generate)', () => {
  expect(schema).toEqual(configJsonSchema());
});

test('nothing is wrong with the example but its keys', async () => {
  await using folder = await aConfigFolder({ 'arr-score.yaml': example });
  expect(await folder.told()).toMatch(
    /^arr-score.yaml:\d+:14 {2}radarr.main.api_key: is a placeholder.*\narr-score.yaml:\d+:14 {2}sonarr.main.api_key: is a placeholder.*\n2 problems/,
  );
});

test('everything the example leaves commented out can be switched on', async () => {
  const text = example
    .replaceAll(/your-\w+-api-key/g, aKey)
    .replaceAll(/^( *)# ((?: *)[\w-]+:)/gim, '$1$2')
    .replaceAll(/^.*ca_file.*$/gm, '')
    .replace(/^yaml-language-server.*$/m, '');
  await using folder = await aConfigFolder({ 'arr-score.yaml': text });
  const { instances, outputs } = await folder.load();
  expect(outputs).toMatchObject([{ output: 'page', format: 'dashboard,csv', keep: 14 }]);
  expect(instances[0]).toMatchObject({
    externalUrl: 'https://media.example.org',
    maxRequestsPerSecond: 10,
    headers: { 'X-Gateway-Token': 'the-secret-text' },
  });
});

test('every key of the schema is in the example and in docs/configuration.md', async () => {
  const docs = await readFile('docs/configuration.md', 'utf8');
  for (const path of [
    ['radarr', 'x'],
    ['radarr', 'x', 'timeouts'],
    ['outputs', 'x'],
  ]) {
    const shape = shapeAt(shapeOf(configSchema), path);
    for (const key of shape?.kind === 'object' ? shape.keys.keys() : []) {
      expect(example).toContain(`${key}:`);
      expect(docs).toContain(`\`${key}\``);
    }
  }
});

test('editors accept what we accept: the example and the files of other tools', async () => {
  for (const path of [
    'config.example.yaml',
    'test/config/other-tools/recyclarr.yml',
    'test/config/other-tools/configarr.yml',
  ]) {
    const value: unknown = parse(await readFile(path, 'utf8'), { logLevel: 'silent', merge: true });
    isValid(value);
    expect([path, isValid.errors]).toEqual([path, null]);
  }
});

test.each([
  { radar: {} },
  { radarr: { main: { base_url: 'http://nas', api_kye: 'x' } } },
  { radarr: { main: { base_url: 'http://nas', api_key: 'x', workers: 99 } } },
  { radarr: { 'a/b': { base_url: 'http://nas', api_key: 'x' } } },
])('editors refuse %j', (value) => {
  expect(isValid(value)).toBe(false);
});

test('a schema of something else is a bug', () => {
  expect(() => shapeOf('text')).toThrow('no schema');
});
