import { expect, test } from 'vitest';
import { examine } from '../../src/pipeline/examine.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { ReadingEvent } from '../../src/pipeline/reading-event.ts';
import type { InstanceOutcome } from '../../src/pipeline/spooled-reading.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aJsonServer, InTurn, type JsonAnswer } from '../support/json-server.ts';
import { aSimulator } from '../support/simulated.ts';

const movie = { id: 1, title: 'Metropolis', qualityProfileId: 1, movieFileId: 5 };
const profile = { id: 1, name: 'HD', cutoff: 7, items: [], formatItems: [{ format: 2, score: 500 }] };
const file = {
  id: 5,
  movieId: 1,
  quality: { quality: { id: 7 } },
  dateAdded: '2024-03-02T10:00:00Z',
  customFormats: [{ id: 2, name: 'HDR' }],
  customFormatScore: 500,
};

interface Read {
  readonly outcome: InstanceOutcome | undefined;
  readonly again: readonly string[];
}

async function read(answers: Readonly<Record<string, JsonAnswer>>): Promise<Read> {
  await using server = await aJsonServer({
    '/api/v3/system/status': { appName: 'Radarr', version: '6.1.0' },
    '/api/v3/movie': [movie],
    '/api/v3/moviefile': [file],
    '/api/v3/qualityprofile': [profile],
    ...answers,
  });
  const events: ReadingEvent[] = [];
  const instances = [configured({ service: 'radarr', name: 'main', url: server.url, apiKey: 'k' })];
  const tell = (_instance: unknown, event: ReadingEvent): number => events.push(event);
  using outcomes = await readInstances({ instances, proxy: noProxy, tell }, testEffects());
  const again = events.flatMap((event) => (event.kind === 'again' ? [event.reason] : []));
  return { outcome: outcomes.outcomes[0], again };
}

test('sums that hold are read once', async () => {
  const { outcome, again } = await read({});
  expect(again).toEqual([]);
  expect(outcome).toMatchObject({ ok: true, reading: { counts: { files: 1 }, oddities: [] } });
});

test('a sum that is off is read once more, and is right then', async () => {
  const off = { ...file, customFormatScore: 499 };
  const { outcome, again } = await read({ '/api/v3/moviefile': new InTurn([off], [file]) });
  expect(again).toEqual(['sums-differ']);
  expect(outcome).toMatchObject({ ok: true, reading: { counts: { files: 1 }, oddities: [] } });
});

test('a sum that stays off is reported by name, with both numbers', async () => {
  const { outcome, again } = await read({ '/api/v3/moviefile': [{ ...file, customFormatScore: 499 }] });
  expect(again).toEqual(['sums-differ']);
  expect(outcome).toMatchObject({
    ok: true,
    reading: {
      counts: { files: 1 },
      oddities: [{ kind: 'sum-differs', itemId: 1, title: 'Metropolis', fileId: 5, sum: 500, score: 499 }],
    },
  });
});

test('a library without a single file is empty, not broken', async () => {
  const { outcome } = await read({ '/api/v3/movie': [{ ...movie, movieFileId: 0 }] });
  expect(outcome).toMatchObject({
    ok: true,
    reading: { counts: { items: 1, files: 0, itemsWithoutFile: 1 }, skipped: [] },
  });
});

test('where the only movie cannot be read, its own failure is told', async () => {
  const { outcome } = await read({ '/api/v3/qualityprofile': [{ ...profile, id: 9 }] });
  expect(outcome).toMatchObject({ ok: false, failure: { kind: 'body' } });
});

test('movies that fail each in its own way do not put the blame on the rules', async () => {
  await using simulator = await aSimulator('radarr', {
    faults: [
      { kind: 'exception', status: 500, message: 'first', on: { path: 'movieId=1&', count: null } },
      { kind: 'exception', status: 500, message: 'other', on: { path: '/moviefile', count: null } },
    ],
  });
  const instances = [configured(simulator.instance)];
  using outcomes = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  expect(outcomes.outcomes[0]).toMatchObject({ ok: false, failure: { kind: 'list-broken' } });
});

test('a bug is no failure of a server: it is thrown on', async () => {
  await using simulator = await aSimulator('radarr');
  const instance = configured(simulator.instance);
  const effects = testEffects({
    elapsedMs: () => {
      throw new RangeError('bug');
    },
  });
  const request = { instances: [instance], proxy: noProxy, tell: () => undefined };
  await expect(readInstances(request, effects)).rejects.toThrow(RangeError);
  await expect(examine(instance, { effects, proxy: noProxy, tell: () => undefined })).rejects.toThrow(
    RangeError,
  );
});
