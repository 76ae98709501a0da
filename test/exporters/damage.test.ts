import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { InstanceOutcome } from '../../src/pipeline/spooled-reading.ts';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { readRecordedSet } from '../../src/simulator/fixtures.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aSimulator } from '../support/simulated.ts';

/** An answer that a real server with a damaged database gave, wherever a path matches. */
async function replayed(
  service: Service,
  note: RegExp,
  { from, on }: { readonly from: string; readonly on: string },
): Promise<Fault> {
  const answers = await readRecordedSet(service, 'own-damaged');
  const answer = answers.find((one) => one.path.startsWith(from) && note.test(one.note ?? ''));
  if (answer === undefined) throw new Error(`the set has no answer ${from} ${note}`);
  return { kind: 'replay', answer, on: { path: on, count: null } };
}

async function outcomeOf(service: Service, ...faults: readonly Fault[]): Promise<InstanceOutcome> {
  await using simulator = await aSimulator(service, { faults });
  const instances = [configured(simulator.instance)];
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  const [outcome] = read.outcomes;
  if (outcome === undefined) throw new Error('one instance has one outcome');
  return outcome;
}

const onlyMovie = 'moviefile[?].*movieId=1(&|$)';

test.each([
  ['a language that does not exist', /\[999\]/],
  ['a quality that does not exist', /"quality":999/],
  ['a file without a path', /RelativePath=NULL/],
])('Radarr, %s: the movie is named, the other 106 files are there', async (_name, note) => {
  const fault = await replayed('radarr', note, { from: '/api/v3/moviefile', on: onlyMovie });
  expect(await outcomeOf('radarr', fault)).toMatchObject({
    ok: true,
    reading: {
      counts: { items: 120, files: 106 },
      skipped: [{ itemId: 1, title: expect.stringMatching(/./), failure: { kind: 'list-broken' } }],
    },
  });
});

test('Radarr, a bad row breaks the list of movies itself: that is a failure, never an empty library', async () => {
  const fault = await replayed('radarr', /\[999\]/, {
    from: '/api/v3/movie?exclude',
    on: '/movie[?]exclude',
  });
  expect(await outcomeOf('radarr', fault)).toMatchObject({ ok: false, failure: { kind: 'list-broken' } });
});

test('Sonarr, a series without its profile: it is named, the others are there', async () => {
  const fault = await replayed('sonarr', /profile row/, {
    from: '/api/v3/episodefile?seriesId=1',
    on: 'file[?]seriesId=1$',
  });
  expect(await outcomeOf('sonarr', fault)).toMatchObject({
    ok: true,
    reading: { counts: { items: 9 }, skipped: [{ itemId: 1, failure: { kind: 'list-broken' } }] },
  });
});

test.each([
  ['an unknown language', /language id unknown/],
  ['the language Any', /language -1/],
])('Sonarr, a format with %s fails every series alike: the rules are named', async (_name, note) => {
  const fault = await replayed('sonarr', note, { from: '/api/v3/episodefile', on: '/episodefile' });
  expect(await outcomeOf('sonarr', fault)).toMatchObject({ ok: false, failure: { kind: 'rules-broken' } });
});

test('Sonarr, a stored pattern that is no pattern: nothing can be read, and it says why', async () => {
  const fault = await replayed('sonarr', /bad regex/, { from: '/api/v3/customformat', on: '/customformat' });
  expect(await outcomeOf('sonarr', fault)).toMatchObject({
    ok: false,
    failure: { kind: 'list-broken', problem: expect.stringMatching(/./) },
  });
});
