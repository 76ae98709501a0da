import { beforeAll, describe, expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { usualFaults } from '../../src/simulator/faults/random-faults.ts';
import type { LibrarySource } from '../../src/simulator/open-library.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { alive, connectionsLeft } from '../support/alive.ts';
import { casesChunkSize, faultCases, onChunk, onList, otherFaults } from '../support/fault-cases.ts';
import { openedLibrary } from '../support/opened-library.ts';
import { type PlayedExport, type PlayedFile, playExport } from '../support/played-export.ts';
import { longestWaitMs } from '../support/run-complaints.ts';

let libraries: Readonly<Record<Service, LibrarySource>>;

beforeAll(async () => {
  libraries = { radarr: await openedLibrary('radarr'), sonarr: await openedLibrary('sonarr') };
});

const radarrFiles = 107;
const sonarrFiles = 190;

/** One run against servers of its own; whatever happens, no key, file, timer or connection is left. */
async function play(...faults: readonly Fault[]): Promise<PlayedExport> {
  const before = alive();
  const played = await playOn(faults);
  await expect.poll(alive, { timeout: 5_000 }).toBeLessThanOrEqual(before);
  return played;
}

async function playOn(faults: readonly Fault[]): Promise<PlayedExport> {
  await using simulator = await startSimulator({
    radarr: { faults, library: libraries.radarr },
    sonarr: { name: 'tv', library: libraries.sonarr },
  });
  const played = await playExport(simulator.instances, { chunkSize: casesChunkSize });
  expect(await connectionsLeft(simulator)).toBe(0);
  expect(played.left).toEqual([]);
  expect(played.waitedMs).toBeLessThan(longestWaitMs);
  for (const { apiKey } of simulator.instances) {
    for (const text of played.texts) expect(text).not.toContain(apiKey);
  }
  expect(played.files.filter(({ service }) => service === 'sonarr')).toHaveLength(sonarrFiles);
  expect(played.told.exitCode).toBe(played.code);
  return played;
}

function radarrOf({ files }: PlayedExport): readonly PlayedFile[] {
  return files.filter(({ service }) => service === 'radarr');
}

test('every kind of fault has its case', () => {
  const played = [...faultCases.map(({ fault }) => fault.kind), ...otherFaults];
  expect(new Set(played)).toEqual(new Set([...Object.keys(usualFaults), 'replay']));
});

describe.each(faultCases)('$name', { timeout: 30_000 }, (it) => {
  test('once, on a chunk', async () => {
    const played = await play(onChunk(it, 1));
    const missing = it.isHealed ? 0 : it.missing;
    expect([played.code, radarrOf(played).length]).toEqual([missing === 0 ? 0 : 3, radarrFiles - missing]);
  });

  test('for good, on a chunk: the rest is there, and what is not is named', async () => {
    const played = await play(onChunk(it, null));
    const skipped = played.told.instances[0]?.skipped ?? [];
    expect(played.code).toBe(3);
    expect(new Set(skipped.map(({ failure }) => failure.kind))).toEqual(new Set([it.kind]));
    expect([skipped.length, radarrOf(played).length]).toEqual([it.missing, radarrFiles - it.missing]);
    const ids = new Set(skipped.map(({ itemId }) => itemId));
    expect(radarrOf(played).filter(({ itemId }) => ids.has(itemId))).toEqual([]);
  });

  test('for good, on the list: the instance failed, and says why', async () => {
    const played = await play(onList(it, null));
    const radarr = played.told.instances[0];
    expect([played.code, radarr?.ok, radarr?.failure?.kind]).toEqual([3, false, it.kind]);
    expect(radarrOf(played)).toEqual([]);
  });
});

test('the server goes away for a moment: everything is read', async () => {
  const played = await play({ kind: 'refuse', downMs: 30, on: { path: 'moviefile' } });
  expect([played.code, radarrOf(played).length]).toEqual([0, radarrFiles]);
});

test('the server goes away for good: the breaker waits, says until when, and gives up', async () => {
  const played = await play({ kind: 'refuse', downMs: null, on: { path: 'moviefile' } });
  const [radarr] = played.told.instances;
  expect([played.code, radarr?.ok, radarr?.failure?.kind]).toEqual([3, false, 'unreachable']);
  const said = played.texts.join('\n').match(/nothing listens at this address; waiting until [\d:]{8}/g);
  expect(said?.length).toBeGreaterThanOrEqual(4);
});

test('the key is changed meanwhile: what was read before is there, the rest is named', async () => {
  const played = await play({
    kind: 'key-changed',
    apiKey: 'e'.repeat(32),
    on: { path: 'moviefile', from: 4 },
  });
  const [radarr] = played.told.instances;
  const skipped = radarr?.skipped ?? [];
  expect(played.code).toBe(3);
  expect(new Set(skipped.map(({ failure }) => failure.kind))).toEqual(new Set(['unauthorised']));
  expect(radarr?.oddities).toContainEqual(expect.objectContaining({ kind: 'rules-unchecked' }));
  expect(radarrOf(played).length).toBe(radarrFiles - skipped.length);
  expect(radarrOf(played).length).toBeGreaterThan(0);
});

test('a movie is deleted meanwhile: it alone is missing, and is named', async () => {
  const played = await play({ kind: 'item-deleted', itemId: 1, on: { path: 'moviefile' } });
  expect(played.told.instances[0]?.skipped).toMatchObject([{ itemId: 1, failure: { kind: 'gone' } }]);
  expect([played.code, radarrOf(played).length]).toEqual([3, radarrFiles - 1]);
});

test('rules are edited meanwhile: everything is read once more, and is right', async () => {
  const played = await play({
    kind: 'rules-edited',
    formatId: null,
    by: 7,
    on: { path: 'moviefile', from: 3 },
  });
  expect([played.code, radarrOf(played).length]).toEqual([0, radarrFiles]);
  expect(played.texts.join('\n')).toContain('everything is read once more');
});

test('another server of the same kind takes its place: files are those of the list that was read', async () => {
  const played = await play({ kind: 'server-replaced', on: { path: 'moviefile' } });
  expect([played.code, radarrOf(played).length]).toEqual([0, radarrFiles]);
});
