import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packSet, shippedSets } from '../../scripts/make-fixtures.ts';
import { packAnswer, unpackAnswer } from '../../src/simulator/recorded-answer.ts';

const recordings = '../shared/recordings';

async function shippedFiles(): Promise<readonly string[]> {
  const names = await readdir('fixtures', { recursive: true });
  return names.filter((name) => name.endsWith('.gz')).map((name) => join('fixtures', name));
}

test.skipIf(!existsSync(recordings)).each(shippedSets)(
  'the fixture %s/%s is what the recordings give (skipped without them)',
  async (service, set) => {
    const shipped = gunzipSync(await readFile(`fixtures/${service}/${set}.ndjson.gz`)).toString('utf8');
    expect(shipped === (await packSet(recordings, [service, set]))).toBe(true);
  },
);

test('each shipped set is listed, and all together are below 2 MB', async () => {
  const files = await shippedFiles();
  expect(files.length).toBe(shippedSets.length);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
});

test('no fixture names a folder of the machine it was made on', async () => {
  for (const file of await shippedFiles()) {
    const text = gunzipSync(await readFile(file)).toString('utf8');
    expect(text.match(/(?<![\w.])\/(home|root|work|Users|tmp)\/\w+/g), file).toBeNull();
  }
});

test('bytes that are no text survive packing', () => {
  const answer = {
    method: 'GET',
    path: '/api/v3/tag',
    requestHeaders: { 'Accept-Encoding': 'gzip' },
    status: 200,
    headers: { 'content-encoding': 'gzip' },
    body: Buffer.from([0x1f, 0x8b, 0xff, 0x00]),
    note: null,
    group: 'compression',
  };
  expect(unpackAnswer(packAnswer(answer))).toEqual(answer);
});
