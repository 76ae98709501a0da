import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Items } from '../../src/model/item.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Rules } from '../../src/model/rules.ts';
import type { Service } from '../../src/model/service.ts';
import { readInstances } from '../../src/pipeline/read-instances.ts';
import { startSimulator } from '../../src/simulator/start-simulator.ts';
import { configured, noProxy } from './configured.ts';
import { testEffects } from './effects.ts';
import { hasRecordings, recordings } from './recordings.ts';

/** A recorded set as our own exporters read it. */
export interface ReadSet {
  readonly service: Service;
  readonly rules: Rules;
  readonly isWindows: boolean;
  /** Also those without a file. */
  readonly items: Items;
  /** By file id. */
  readonly files: readonly MediaFile[];
}

/** The sets that answer everything, and every step of the stories: `['radarr', 'own-dev']`. */
export const allSets: readonly (readonly [Service, string])[] = (['radarr', 'sonarr'] as const).flatMap(
  (service) => {
    const story = join(recordings, service, 'story');
    const steps = hasRecordings ? readdirSync(story).filter((name) => name.startsWith('step')) : [];
    const sets = ['own-small', 'own-dev', 'trash-dev', ...steps.map((step) => join('story', step))];
    return sets.map((set) => [service, set] as const);
  },
);

/** Reads a set from a simulator that serves it. */
export async function readSet(service: Service, set: string): Promise<ReadSet> {
  const path = resolve(recordings, service, set);
  await using simulator = await startSimulator({ [service]: { library: { kind: 'folder', path } } });
  const instances = simulator.instances.map((one) => configured(one));
  using read = await readInstances({ instances, proxy: noProxy, tell: () => undefined }, testEffects());
  const [outcome] = read.outcomes;
  if (outcome?.ok !== true) throw new Error(`not read: ${JSON.stringify(outcome)}`);
  const files = (await Array.fromAsync(outcome.reading.files())).flat();
  const { rules, server, items } = outcome.reading;
  return {
    service,
    rules,
    items,
    isWindows: server.isWindows,
    files: files.toSorted((a, b) => a.fileId - b.fileId),
  };
}

const Hidden = z.array(z.object({ fileId: z.number(), originalFilePath: z.string().nullish() }));

/** The original paths that Sonarr's API hides, by file id; empty for Radarr. For tests of complete inputs only. */
export function hiddenPaths(service: Service, set: string): ReadonlyMap<number, string | null> {
  const [folder = set] = set.split('/');
  const path = join(recordings, service, folder, 'hidden-original-paths.json.gz');
  if (!existsSync(path)) return new Map();
  const rows = Hidden.parse(JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')));
  return new Map(rows.map(({ fileId, originalFilePath }) => [fileId, originalFilePath ?? null]));
}
