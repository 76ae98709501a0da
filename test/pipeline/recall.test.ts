import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import { recall } from '../../src/pipeline/recall.ts';
import { openStore } from '../../src/store/open.ts';
import { saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem } from '../support/builders.ts';
import { aFolder } from '../support/folder.ts';
import { aFormat, scoring, someRules } from '../support/worlds.ts';

const instance = { service: 'radarr', name: 'main' } as const;
const formats = [aFormat({ id: 1, name: 'HDR' })];
const hd = scoring({ 1: 50 });
const uhd = scoring({ 1: 70 }, { id: 2, name: 'UHD' });

function movie(fileId: number, profile: QualityProfile, isHdr: boolean): MediaFile {
  const item = anItem({ id: fileId, tmdbId: fileId, profileId: profile.id });
  const score = profile.formatScores[0]?.score ?? 0;
  return aFile({ fileId, item, profile, formats: isHdr ? [{ id: 1, name: 'HDR', score }] : [] });
}

/** What is remembered of the scores of files, where the store has others and the rules are these now. */
async function bestSeen(
  files: readonly MediaFile[],
  stored: readonly MediaFile[],
  profiles: readonly QualityProfile[],
): Promise<readonly (number | undefined)[]> {
  await using folder = await aFolder({});
  const place = join(folder.path, 'store.db');
  {
    await using store = await openStore(place, { use: 'collect' });
    await saveMoment(store, { files: stored, profiles: [hd, uhd], formats });
  }
  const rules = someRules(formats, profiles);
  const { pasts, problem } = await recall(
    files.map((file) => ({ instance, file, rules })),
    place,
  );
  expect(problem).toBeNull();
  return pasts.map((past) => past?.bestSeen);
}

test('each file of an instance has the best that its own profile has seen', async () => {
  const all = [movie(1, hd, true), movie(2, hd, false), movie(3, uhd, true), movie(4, uhd, false)];
  expect(await bestSeen(all, all, [hd, uhd])).toEqual([50, 50, 70, 70]);
});

test('of a profile that no stored file has, the best seen is the file itself', async () => {
  const worse = scoring({ 1: -20 }, { id: 3, name: 'SD' });
  expect(await bestSeen([movie(3, worse, true)], [movie(1, hd, true)], [hd, worse])).toEqual([-20]);
});

test('files of a profile that is gone since do not hide what the others reached', async () => {
  const stored = [movie(1, hd, true), movie(3, uhd, true)];
  expect(await bestSeen([movie(4, uhd, false)], stored, [uhd])).toEqual([70]);
});
