import { expect, test } from 'vitest';
import type { ArrClient } from '../../src/arr/client.ts';
import { readNameTraces } from '../../src/exporters/shared/name-traces.ts';
import { parseEpisodeRelease, parseMovieRelease } from '../../src/exporters/shared/parse-release.ts';

/** Gives one answer after the other, each read by the shape that asks for it. */
function answering(...answers: readonly unknown[]): ArrClient & { readonly paths: string[] } {
  const paths: string[] = [];
  return {
    paths,
    get: async (path, shape) => {
      paths.push(path);
      return shape.parse(answers[paths.length - 1]);
    },
    list: () => Promise.reject(new Error('no list is asked for')),
    limit: () => 1,
    traffic: () => ({ requests: 0, retries: 0, bytes: 0, repairedTexts: 0 }),
  };
}

const quality = { quality: { id: 3, name: 'WEBDL-1080p', source: 'web', resolution: 1080 }, revision: {} };

test('a season pack of an anime is taken apart as Sonarr says', async () => {
  const client = answering({
    title: 'Series S01',
    parsedEpisodeInfo: {
      quality,
      releaseGroup: 'A',
      releaseTitle: 'Series S01',
      fullSeason: true,
      releaseType: 'seasonPack',
    },
    series: { id: 7, originalLanguage: { id: 8, name: 'Japanese' }, seriesType: 'anime' },
    episodes: [{ id: 1 }, { id: 2 }],
    languages: [{ id: 1, name: 'English' }],
    customFormats: [{ id: 3 }],
  });
  expect(await parseEpisodeRelease(client, 'Series S01 & more')).toMatchObject({
    itemId: 7,
    episodeIds: [1, 2],
    isSeasonPack: true,
    isAnime: true,
    formatIds: [3],
    parsed: {
      title: 'Series S01',
      releaseType: 'seasonPack',
      releaseGroup: 'A',
      originalLanguage: { id: 8 },
    },
  });
  expect(client.paths).toEqual(['/api/v3/parse?title=Series%20S01%20%26%20more']);
});

test('what the server leaves out is unknown', async () => {
  expect(await parseEpisodeRelease(answering({ parsedEpisodeInfo: { quality } }), 'x')).toEqual({
    itemId: null,
    episodeIds: [],
    isSeasonPack: false,
    isAnime: false,
    formatIds: [],
    parsed: expect.objectContaining({ title: 'x', languages: null, releaseGroup: null, releaseType: null }),
  });
  expect(await parseMovieRelease(answering({ parsedMovieInfo: { quality } }), 'x')).toMatchObject({
    itemId: null,
    parsed: { title: null, edition: null, year: 0, originalLanguage: null },
  });
});

test('a name that cannot be taken apart, and an item that is not in the library, are null', async () => {
  expect(await parseMovieRelease(answering({ title: 'x' }), 'x')).toMatchObject({
    parsed: null,
    itemId: null,
  });
  expect(await parseEpisodeRelease(answering({ series: { id: 0 } }), 'x')).toMatchObject({
    parsed: null,
    itemId: null,
  });
});

test('names of files come from imports and renames, page by page; other rows say nothing of them', async () => {
  const date = '2026-01-01T00:00:00Z';
  const rows = [
    { date, eventType: 'downloadFolderImported', data: { fileId: '5', droppedPath: '/down/a.mkv' } },
    { date, eventType: 'episodeFileRenamed', data: { sourcePath: '/tv/a.mkv', path: '/tv/b.mkv' } },
    { date, eventType: 'downloadFolderImported', data: { fileId: '6', droppedPath: null } },
    { date, eventType: 'grabbed' },
  ];
  const client = answering({ totalRecords: 1_500, records: rows }, { totalRecords: 1_500, records: [] });
  expect(await readNameTraces(client)).toEqual([
    { kind: 'imported', fileId: 5, droppedPath: '/down/a.mkv' },
    { kind: 'renamed', at: new Date(date), from: '/tv/a.mkv', to: '/tv/b.mkv' },
  ]);
  expect(client.paths.map((path) => /page=(\d+)/.exec(path)?.[1])).toEqual(['1', '2']);
});
