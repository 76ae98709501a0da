import { expect, test } from 'vitest';
import { sonarr } from '../../src/exporters/sonarr.ts';
import { aClient, failureOf } from '../support/client.ts';
import { aJsonServer } from '../support/json-server.ts';
import { readFrom } from '../support/read-from.ts';

const series = { id: 1, title: 'Dark', qualityProfileId: 1 };
const file = {
  id: 5,
  quality: { quality: { id: 3 } },
  dateAdded: '2024-03-02T10:00:00Z',
  customFormatScore: 0,
};

test('what a server leaves out is absent or plain, and costs no file', async () => {
  const { files } = await readFrom('sonarr', {
    '/api/v3/series': [series],
    '/api/v3/episodefile': [file],
    '/api/v3/episode': [{ id: 9, episodeFileId: 5 }],
  });
  const episode = { id: 9, number: 0, title: '', tvdbId: null, airDate: null, isMonitored: false };
  expect(files).toMatchObject([{ part: { season: 0, episodes: [episode] }, releaseType: null }]);
});

test('a kind of release that only a newer server knows costs no file', async () => {
  const { files } = await readFrom('sonarr', {
    '/api/v3/series': [series],
    '/api/v3/episodefile': [
      { ...file, releaseType: 'holographic' },
      { ...file, id: 6, releaseType: 'seasonPack' },
    ],
    '/api/v3/episode': [],
  });
  expect(files.map(({ releaseType }) => releaseType)).toEqual([null, 'seasonPack']);
});

test('an episode that names a file which the server does not have is reported; episode 0 is none', async () => {
  const { files, oddities } = await readFrom('sonarr', {
    '/api/v3/series': [series],
    '/api/v3/episodefile': [file],
    '/api/v3/episode': [{ id: 9, episodeFileId: 777 }, { id: 10 }],
  });
  expect(files).toHaveLength(1);
  expect(oddities).toEqual([{ kind: 'missing-file', itemId: 1, title: 'Dark', fileId: 777 }]);
});

test('a series without files is counted, and its episodes are not asked for', async () => {
  const read = await readFrom('sonarr', { '/api/v3/series': [series], '/api/v3/episodefile': [] });
  expect(read).toMatchObject({ files: [], itemsWithoutFile: 1, skipped: [] });
});

test.each(['4.0.15.2941', '5.0.0.1', 'unknown'])('Sonarr %s is read', async (version) => {
  await using server = await aJsonServer({ '/api/v3/system/status': { appName: 'Sonarr', version } });
  await using client = aClient(server.url, { service: 'sonarr' });
  expect(await sonarr.server(client)).toEqual({
    appName: 'Sonarr',
    version,
    urlBase: '',
    isWindows: false,
    authentication: null,
  });
});

test('Sonarr 3, which has no custom formats, is told by its version', async () => {
  await using server = await aJsonServer({
    '/api/v3/system/status': { appName: 'Sonarr', version: '3.0.10.1567' },
  });
  await using client = aClient(server.url, { service: 'sonarr' });
  const { failure } = await failureOf(sonarr.server(client));
  expect(failure).toMatchObject({ kind: 'wrong-service', found: 'Sonarr 3.0.10.1567' });
});
