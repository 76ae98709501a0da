import { expect, test } from 'vitest';
import type { InstanceConfig } from '../../src/config/config.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import { type Outcomes, readInstances } from '../../src/pipeline/read-instances.ts';
import type { InstanceOptions } from '../../src/simulator/instance-options.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aSimulator } from '../support/simulated.ts';

interface Played {
  readonly outcome: Outcomes['outcomes'][number] | undefined;
  readonly files: readonly MediaFile[];
}

async function play(
  service: 'radarr' | 'sonarr',
  options: InstanceOptions = {},
  only: Partial<InstanceConfig> = {},
): Promise<Played> {
  await using simulator = await aSimulator(service, options);
  const instances = [configured(simulator.instance, only)];
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  const [outcome] = read.outcomes;
  const files = outcome?.ok === true ? (await Array.fromAsync(outcome.reading.files())).flat() : [];
  return { outcome, files };
}

test('a movie’s file carries what the server says of movie and file', async () => {
  const { files } = await play('radarr');
  await expect(`${JSON.stringify(files.slice(0, 3), null, 2)}\n`).toMatchFileSnapshot(
    '../golden/exporters/radarr.json',
  );
});

test('an episode’s file carries its episodes, with titles and days', async () => {
  const { files } = await play('sonarr');
  await expect(`${JSON.stringify(files.slice(0, 3), null, 2)}\n`).toMatchFileSnapshot(
    '../golden/exporters/sonarr.json',
  );
});

test('a double episode is one file with two episodes, and specials are there', async () => {
  const { files } = await play('sonarr');
  expect(files.some(({ part }) => (part?.episodes.length ?? 0) > 1)).toBe(true);
  expect(files.some(({ part }) => part?.season === 0)).toBe(true);
  expect(new Set(files.map(({ fileId }) => fileId)).size).toBe(files.length);
});

test('movies without a file are counted, and a second file of a movie is reported', async () => {
  const { outcome } = await play('radarr');
  expect(outcome).toMatchObject({
    ok: true,
    reading: { counts: { items: 120, files: 107, itemsWithoutFile: 13 } },
  });
  const oddities = outcome?.ok === true ? outcome.reading.oddities : [];
  expect(oddities.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'extra-file'));
});

test('any size of chunk gives the same files in the same order', async () => {
  const { files } = await play('radarr');
  const { files: inSevens } = await play('radarr', {}, { chunkSize: 7, workers: 3 });
  expect(inSevens).toEqual(files);
});

test('one bad row costs one movie: it is named, all others are there', async () => {
  const bad = {
    kind: 'exception',
    status: 500,
    message: 'Object reference not set',
    on: { path: 'movieId=17(&|$)', count: null },
  } as const;
  const { outcome, files } = await play('radarr', { faults: [bad] });
  expect(outcome).toMatchObject({ ok: true, reading: { skipped: [{ itemId: 17 }] } });
  expect(files).toHaveLength(106);
});

test('a series that cannot be read is named, the others are there', async () => {
  const bad = {
    kind: 'exception',
    status: 500,
    message: 'Object reference not set',
    on: { path: 'episodefile[?]seriesId=2$', count: null },
  } as const;
  const { outcome, files } = await play('sonarr', { faults: [bad] });
  expect(outcome).toMatchObject({
    ok: true,
    reading: { skipped: [{ itemId: 2, failure: { kind: 'list-broken' } }] },
  });
  expect(files.every(({ item }) => item.id !== 2)).toBe(true);
});

test('where every item fails alike, the rules are said to be at fault', async () => {
  const bad = {
    kind: 'exception',
    status: 500,
    message: 'Object reference not set',
    on: { path: '/moviefile', count: null },
  } as const;
  const { outcome } = await play('radarr', { faults: [bad] });
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'rules-broken' } });
});

test('the wrong service is told by its name', async () => {
  await using simulator = await aSimulator('sonarr');
  const instances = [configured({ ...simulator.instance, service: 'radarr' })];
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  expect(read.outcomes).toMatchObject([{ ok: false, failure: { kind: 'wrong-service', found: 'Sonarr' } }]);
});
