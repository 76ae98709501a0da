/**
 * Packs the recorded answers that may be shipped: `node scripts/make-fixtures.ts [../shared/recordings]`.
 *
 * One file a set, `fixtures/<service>/<set>.ndjson.gz`: one answer a line, with its body. The story is packed
 * row by row, because its 21 snapshots differ in a few rows each.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Service } from '../src/model/service.ts';
import { readStory } from '../src/simulator/fixtures.ts';
import { packStory } from '../src/simulator/packed-story.ts';
import { packAnswer, readRecordedFolder } from '../src/simulator/recorded-answer.ts';

/** The sets that a clone brings along. */
export const shippedSets: readonly (readonly [Service, string])[] = [
  ['radarr', 'own-small'],
  ['radarr', 'own-parse'],
  ['radarr', 'own-errors'],
  ['radarr', 'own-damaged'],
  ['radarr', 'story'],
  ['sonarr', 'own-small'],
  ['sonarr', 'own-errors'],
  ['sonarr', 'own-damaged'],
  ['sonarr', 'story'],
];

/** The lines of one packed set; `recordings` is the folder with one folder a service. */
export async function packSet(
  recordings: string,
  [service, set]: readonly [Service, string],
): Promise<string> {
  const folder = join(recordings, service, set);
  if (set === 'story') return packStory(await readStory(service, folder));
  const answers = await readRecordedFolder(folder);
  return [...answers.map(packAnswer), ''].join('\n');
}

if (import.meta.main) {
  const recordings = process.argv[2] ?? '../shared/recordings';
  for (const shipped of shippedSets) {
    const [service, set] = shipped;
    await mkdir(join('fixtures', service), { recursive: true });
    const lines = await packSet(recordings, shipped);
    await writeFile(join('fixtures', service, `${set}.ndjson.gz`), gzipSync(lines, { level: 9 }));
  }
}
