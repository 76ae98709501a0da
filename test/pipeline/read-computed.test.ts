import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { InstanceConfig } from '../../src/config/config.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { ReadingEvent } from '../../src/pipeline/reading-event.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aFolder } from '../support/folder.ts';
import { aJsonServer, InTurn, type JsonAnswer } from '../support/json-server.ts';
import { hasRecordings, recordings } from '../support/recordings.ts';

type Options = Parameters<typeof startSimulator>[0];

async function read(options: Options, plan: 'asked' | 'computed') {
  await using simulator = await startSimulator(options);
  return await readFrom(
    simulator.instances.map((one) => configured(one)),
    plan,
  );
}

async function readFrom(instances: readonly InstanceConfig[], plan: 'asked' | 'computed') {
  const events: ReadingEvent[] = [];
  const tell = (_: object, event: ReadingEvent): void => void events.push(event);
  using outcomes = await readInstances({ instances, proxy: noProxy, plan, tell }, testEffects());
  const [outcome] = outcomes.outcomes;
  if (outcome?.ok !== true) throw new Error(`not read: ${JSON.stringify(outcome)}`);
  const files = (await Array.fromAsync(outcome.reading.files())).flat();
  const paths = events.flatMap((event) =>
    event.kind === 'talk' && event.event.kind === 'request' ? event.event.path : [],
  );
  return { files, events, paths, reading: outcome.reading };
}

const plain = (file: MediaFile): object => ({ ...file, scoreSource: null });

test('a computed reading is the asked one, with the list read once', { timeout: 60_000 }, async () => {
  const asked = await read({ radarr: {} }, 'asked');
  const computed = await read({ radarr: {} }, 'computed');
  expect(computed.files.map(plain)).toEqual(asked.files.map(plain));
  expect(computed.reading.plan).toBe('computed');
  expect(computed.paths.filter((path) => path.startsWith('/api/v3/movie?'))).toHaveLength(1);
  expect(computed.events).toContainEqual({ kind: 'sampled', asked: 107, differing: 0 });
});

type Row = z.infer<typeof Rows>[number];

/** A server of a copy of a recorded set in which the rows of some answers are told otherwise. */
async function aServerWith(
  paths: RegExp,
  edit: (row: Row, at: number) => Row,
): Promise<AsyncDisposable & { readonly options: Options }> {
  const from = resolve(recordings, 'radarr/own-small');
  const copy = await aFolder({});
  cpSync(from, copy.path, { recursive: true });
  chmodSync(copy.path, 0o755);
  chmodSync(join(copy.path, 'bodies'), 0o755);
  const index = Index.parse(JSON.parse(readFileSync(join(from, 'index.json'), 'utf8')));
  const bodies = index.filter(({ path }) => paths.test(path)).map(({ body }) => String(body));
  for (const body of new Set(bodies)) {
    const rows = Rows.parse(JSON.parse(readFileSync(join(from, body), 'utf8')));
    rmSync(join(copy.path, body), { force: true });
    writeFileSync(join(copy.path, body), JSON.stringify(rows.map(edit)));
  }
  const options: Options = { radarr: { library: { kind: 'folder', path: copy.path } } };
  return { options, [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose]() };
}

const Index = z.array(z.object({ path: z.string(), body: z.string().nullable() }));
const Rows = z.array(
  z.looseObject({
    customFormats: z.array(z.looseObject({ id: z.number() })).optional(),
    customFormatScore: z.number().optional(),
    specifications: z.array(z.looseObject({ implementation: z.string() })).optional(),
    movieFile: z.looseObject({ id: z.number() }).optional(),
  }),
);

const becauseIn = (events: readonly ReadingEvent[]): string =>
  events.flatMap((event) => (event.kind === 'not-computed' ? event.because : [])).join();

const filesOfMovies = /^\/api\/v3\/moviefile\?/;

test.skipIf(!hasRecordings)(
  'a server that sees other formats is asked for everything, and the difference is told',
  { timeout: 60_000 },
  async () => {
    await using server = await aServerWith(filesOfMovies, ({ customFormats, ...row }) => {
      return { ...row, customFormats: customFormats?.filter(({ id }) => id !== 58) };
    });
    const { reading, events, files } = await read(server.options, 'computed');
    expect(reading.plan).toBe('asked');
    expect(new Set(files.map(({ scoreSource }) => scoreSource))).toEqual(new Set(['asked']));
    expect(becauseIn(events)).toMatch(/, file \d+: only we see Always matches/);
  },
);

test.skipIf(!hasRecordings)(
  'a score that is not what its formats are worth is no proof',
  { timeout: 60_000 },
  async () => {
    await using server = await aServerWith(filesOfMovies, (row) => {
      return { ...row, customFormatScore: Number(row.customFormatScore) + 1 };
    });
    const { reading, events } = await read(server.options, 'computed');
    expect(reading.oddities.map(({ kind }) => kind)).toContain('sum-differs');
    expect(becauseIn(events)).toMatch(/, file \d+: its formats are worth -?\d+, its score there is -?\d+/);
  },
);

test.skipIf(!hasRecordings)(
  'a format of which only the server can tell has everything asked, by its name',
  { timeout: 60_000 },
  async () => {
    await using server = await aServerWith(/^\/api\/v3\/customformat$/, (row, at) => {
      const specifications = row.specifications?.map((one) => ({ ...one, implementation: 'Tomorrow' }));
      return at === 0 ? { ...row, name: 'Odd one', specifications } : row;
    });
    const { reading, events } = await read(server.options, 'computed');
    expect(reading.plan).toBe('asked');
    expect(becauseIn(events)).toBe('Odd one cannot be evaluated here');
  },
);

test.skipIf(!hasRecordings)(
  'a file that was replaced while the list was made is asked about; one without a profile is left out',
  { timeout: 60_000 },
  async () => {
    await using server = await aServerWith(/^\/api\/v3\/movie\?/, ({ movieFile, ...row }, at) => {
      if (at === 1) return { ...row, movieFile, qualityProfileId: 999 };
      return { ...row, movieFile: at === 0 && movieFile ? { ...movieFile, id: 99_999 } : movieFile };
    });
    const asked = await read(server.options, 'asked');
    const { reading, files, events } = await read(server.options, 'computed');
    expect(files.map(plain)).toEqual(asked.files.map(plain));
    expect(reading.plan).toBe('computed');
    expect(reading.skipped).toEqual(asked.reading.skipped);
    expect(reading.skipped).toHaveLength(1);
    expect(events).toContainEqual({ kind: 'sampled', asked: 105, differing: 0 });
  },
);

test('a server that cannot be asked about the sample is not believed', { timeout: 60_000 }, async () => {
  const faults = [
    { kind: 'exception', status: 500, message: 'no', on: { path: 'moviefile', count: null } },
  ] as const;
  await using simulator = await startSimulator({ radarr: { faults } });
  const instances = simulator.instances.map((one) => configured(one));
  const tell = (): void => undefined;
  using read = await readInstances({ instances, proxy: noProxy, plan: 'computed', tell }, testEffects());
  expect(read.outcomes).toMatchObject([{ ok: false, failure: { kind: 'rules-broken' } }]);
});

test('rules that were edited meanwhile have everything asked', async () => {
  const profile = { id: 1, name: 'HD', cutoff: 7, items: [], formatItems: [] };
  const movie = { id: 1, title: 'Metropolis', qualityProfileId: 1, movieFileId: 0 };
  await using server = await aJsonServer({
    '/api/v3/system/status': { appName: 'Radarr', version: '6.1.0' },
    '/api/v3/movie': [movie],
    '/api/v3/qualityprofile': new InTurn([profile], [{ ...profile, name: '4K' }]),
  });
  const instances = [configured({ service: 'radarr', name: 'main', url: server.url, apiKey: 'k' })];
  const events: ReadingEvent[] = [];
  const tell = (_: object, event: ReadingEvent): void => void events.push(event);
  using _ = await readInstances({ instances, proxy: noProxy, plan: 'computed', tell }, testEffects());
  expect(becauseIn(events)).toBe('the rules were edited meanwhile');
});

test('Sonarr is asked, whatever the plan', async () => {
  const { reading } = await read({ sonarr: {} }, 'computed');
  expect(reading.plan).toBe('asked');
});

test('files beyond the sample carry what was computed', { timeout: 60_000 }, async () => {
  const library = { kind: 'generated', items: 900, seed: 1 } as const;
  const asked = await read({ radarr: { library } }, 'asked');
  const computed = await read({ radarr: { library } }, 'computed');
  expect(computed.files.map(plain)).toEqual(asked.files.map(plain));
  const sources = Map.groupBy(computed.files, ({ scoreSource }) => scoreSource);
  expect(sources.get('asked')?.length).toBeGreaterThanOrEqual(500);
  expect(sources.get('computed')?.length).toBeGreaterThan(100);
});

const movie = { id: 1, title: 'Metropolis', qualityProfileId: 1, movieFileId: 5 };
const plainFile = { id: 5, movieId: 1, quality: { quality: { id: 7 } }, dateAdded: '2024-03-02T10:00:00Z' };

/** What the reading of one movie, which has to be asked in the end, says of the reason. */
async function reasonAt(formats: JsonAnswer): Promise<string> {
  await using server = await aJsonServer({
    '/api/v3/system/status': { appName: 'Radarr', version: '6.1.0' },
    '/api/v3/customformat': formats,
    '/api/v3/movie': [{ ...movie, movieFile: plainFile }],
    '/api/v3/moviefile': [{ ...plainFile, customFormats: [], customFormatScore: 0 }],
  });
  const url = server.url;
  const { reading, events } = await readFrom(
    [configured({ service: 'radarr', name: 'main', url, apiKey: 'k' })],
    'computed',
  );
  expect(reading).toMatchObject({ plan: 'asked', counts: { files: 1 } });
  return events.flatMap((event) => (event.kind === 'not-computed' ? event.because : [])).join();
}

test('a format that only the server can tell has everything asked', { timeout: 60_000 }, async () => {
  const specifications = [{ implementation: 'MoonPhaseSpecification' }];
  const reason = await reasonAt([{ id: 1, name: 'Full moon', specifications }]);
  expect(reason).toContain('cannot be evaluated here');
});

test('rules that are edited while it computes have everything asked', { timeout: 60_000 }, async () => {
  const reason = await reasonAt(new InTurn([], [{ id: 1, name: 'New' }]));
  expect(reason).toBe('the rules were edited meanwhile');
});
