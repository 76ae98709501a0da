import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { InstanceConfig } from '../../src/config/config.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { hasRecordings, rawRows, recordings } from '../support/recordings.ts';

/** Every set whose list answers, and every step of the stories. */
const sets = (['radarr', 'sonarr'] as const).flatMap((service) => {
  const folder = join(recordings, service);
  const steps = hasRecordings
    ? readdirSync(join(folder, 'story')).filter((name) => name.startsWith('step'))
    : [];
  return ['own-small', 'own-dev', 'trash-dev', ...steps.map((step) => join('story', step))].map(
    (set) => [service, set] as const,
  );
});

describe.skipIf(!hasRecordings)('without ../shared/recordings this cannot be shown:', () => {
  test.each(sets)(
    '%s %s: formats, their scores and the score are the server’s',
    { timeout: 60_000 },
    async (service, set) => {
      const folder = join(recordings, service, set);
      const files = await readAll(service, resolve(folder));
      const wanted = await wantedOf(service, folder);
      expect(files.length).toBeGreaterThan(50);
      expect(files.map(told)).toEqual(wanted);
    },
  );
});

async function readAll(service: 'radarr' | 'sonarr', path: string): Promise<readonly MediaFile[]> {
  await using simulator = await startSimulator({ [service]: { library: { kind: 'folder', path } } });
  const instances: readonly InstanceConfig[] = simulator.instances.map((one) => configured(one));
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  const [outcome] = read.outcomes;
  if (outcome?.ok !== true) throw new Error(`not read: ${JSON.stringify(outcome)}`);
  expect(outcome.reading.skipped).toEqual([]);
  expect(outcome.reading.oddities.filter(({ kind }) => kind === 'sum-differs')).toEqual([]);
  return (await Array.fromAsync(outcome.reading.files())).flat().toSorted((a, b) => a.fileId - b.fileId);
}

function told({ fileId, score, formats, path, sizeBytes }: MediaFile): object {
  return { fileId, score, formats, path, sizeBytes };
}

const id = z.number();
const Profile = z.object({ id, formatItems: z.array(z.object({ format: id, score: z.number() })) });
const Listed = z.object({ id, qualityProfileId: id, movieFileId: id.optional() });
const Row = z.object({
  id,
  movieId: id.optional(),
  seriesId: id.optional(),
  path: z.string(),
  size: z.number(),
  customFormats: z.array(z.object({ id, name: z.string() })),
  customFormatScore: z.number(),
});

/** The same from the raw answers, by another way: no code of ours but the test's own. */
async function wantedOf(service: string, folder: string): Promise<readonly object[]> {
  const isRadarr = service === 'radarr';
  const profiles = await rawRows(folder, 'qualityprofile', Profile);
  const items = await rawRows(folder, isRadarr ? 'movie' : 'series', Listed);
  const rows = await rawRows(folder, isRadarr ? 'moviefile' : 'episodefile', Row);
  const current = new Set(items.map(({ movieFileId }) => movieFileId));
  return rows
    .filter((row) => !isRadarr || current.has(row.id))
    .toSorted((a, b) => a.id - b.id)
    .map(({ id: fileId, movieId, seriesId, path, size, customFormats, customFormatScore }) => {
      const item = items.find((one) => one.id === (movieId ?? seriesId));
      const profile = profiles.find((one) => one.id === item?.qualityProfileId);
      const scoreOf = (format: number): number =>
        profile?.formatItems.find((one) => one.format === format)?.score ?? 0;
      const formats = customFormats.map((format) => ({ ...format, score: scoreOf(format.id) }));
      formats.sort((a, b) => a.id - b.id);
      return { fileId, score: customFormatScore, formats, path, sizeBytes: size };
    });
}
