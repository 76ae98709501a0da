import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { MediaFile } from '../../src/model/media-file.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import type { ReadingEvent } from '../../src/pipeline/reading-event.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aFolder } from '../support/folder.ts';
import { hasRecordings, recordings } from '../support/recordings.ts';

type Options = Parameters<typeof startSimulator>[0];

async function read(options: Options, plan: 'asked' | 'computed') {
  await using simulator = await startSimulator(options);
  const instances = simulator.instances.map((one) => configured(one));
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

/** A copy of a recorded set in which the server claims one format less of every file. */
async function aLyingServer(): Promise<Awaited<ReturnType<typeof aFolder>>> {
  const from = resolve(recordings, 'radarr/own-small');
  const copy = await aFolder({});
  cpSync(from, copy.path, { recursive: true });
  chmodSync(copy.path, 0o755);
  const index = Index.parse(JSON.parse(readFileSync(join(from, 'index.json'), 'utf8')));
  const bodies = index
    .filter(({ path }) => path.startsWith('/api/v3/moviefile?'))
    .map(({ body }) => String(body));
  for (const body of new Set(bodies)) {
    const rows = Rows.parse(JSON.parse(readFileSync(join(from, body), 'utf8')));
    const told = rows.map((row) => ({
      ...row,
      customFormats: row.customFormats.filter(({ id }) => id !== 58),
    }));
    rmSync(join(copy.path, body), { force: true });
    chmodSync(join(copy.path, 'bodies'), 0o755);
    writeFileSync(join(copy.path, body), JSON.stringify(told));
  }
  return copy;
}

const Index = z.array(z.object({ path: z.string(), body: z.string().nullable() }));
const Rows = z.array(z.looseObject({ customFormats: z.array(z.looseObject({ id: z.number() })) }));

test.skipIf(!hasRecordings)(
  'a server that answers otherwise is asked for everything, and the difference is told',
  { timeout: 60_000 },
  async () => {
    await using copy = await aLyingServer();
    const { reading, events, files } = await read(
      { radarr: { library: { kind: 'folder', path: copy.path } } },
      'computed',
    );
    expect(reading.plan).toBe('asked');
    expect(new Set(files.map(({ scoreSource }) => scoreSource))).toEqual(new Set(['asked']));
    const told = events.flatMap((event) => (event.kind === 'not-computed' ? event.because : []));
    expect(told.join()).toMatch(/, file \d+: only we see Always matches/);
  },
);

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
