import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { type Explained, explain } from '../../src/pipeline/explain.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aJsonServer, type JsonAnswer, SpecialAnswer } from '../support/json-server.ts';

const quality = { quality: { id: 3, name: 'WEBDL-1080p', source: 'web', resolution: 1080 } };
const profile = {
  id: 1,
  name: 'HD',
  cutoff: 3,
  upgradeAllowed: true,
  items: [{ ...quality, allowed: true }],
  formatItems: [],
};
const series = { id: 7, title: 'The Wire', qualityProfileId: 1 };
const file = { quality, dateAdded: '2024-03-02T10:00:00Z', customFormatScore: 0 };

const aSonarr: Readonly<Record<string, JsonAnswer>> = {
  '/api/v3/system/status': { appName: 'Sonarr', version: '4.0.16' },
  '/api/v3/qualityprofile': [profile],
  '/api/v3/series': [series],
  '/api/v3/episodefile': [
    { ...file, id: 1, seasonNumber: 1 },
    { ...file, id: 2, seasonNumber: 2 },
  ],
  '/api/v3/episode': [
    { id: 11, episodeFileId: 1, episodeNumber: 1 },
    { id: 12, episodeNumber: 2 },
    { id: 21, episodeFileId: 2, episodeNumber: 1 },
  ],
};

/** Sonarr's answer about a whole first season. */
const pack = {
  series: { id: 7 },
  episodes: [{ id: 11 }, { id: 12 }],
  parsedEpisodeInfo: { quality, fullSeason: true, releaseTitle: 'The.Wire.S01' },
};

async function explained(
  service: Service,
  answers: Readonly<Record<string, JsonAnswer>>,
  text: string,
): Promise<Explained> {
  await using server = await aJsonServer(answers);
  const instances = [configured({ service, name: 'main', url: server.url, apiKey: 'k' })];
  const context = { proxy: noProxy, effects: testEffects(), tell: () => undefined };
  return await explain({ ...context, instances, text, fromStore: null, sizeBytes: 0, indexerFlags: 0 });
}

function packAt(seasonPackUpgrade: string): Promise<Explained> {
  const answers = { '/api/v3/parse': pack, '/api/v3/config/mediamanagement': { seasonPackUpgrade } };
  return explained('sonarr', { ...aSonarr, ...answers }, 'The.Wire.S01.1080p.WEB-GRP');
}

test('a season pack stands beside the files of its own season, and its missing episodes count', async () => {
  const { releases, failures } = await packAt('any');
  expect(failures).toEqual([]);
  expect(releases.map(({ card }) => card.files.map(({ fileId }) => fileId))).toEqual([[1]]);
  expect(releases.map(({ card }) => card.reasons)).toEqual([[]]);
});

test('where a season pack has to gain everywhere, a file that is as good refuses it', async () => {
  const { releases } = await packAt('all');
  expect(releases.map(({ card }) => card.reasons)).toEqual([['diskNotUpgrade']]);
});

test('a release of an item that left the library meanwhile, or has no profile, belongs to nothing', async () => {
  const parse = { ...pack, series: { id: 8 } };
  const elsewhere = { ...series, id: 8, title: 'Treme', qualityProfileId: 9 };
  const text = 'The.Wire.S01.1080p.WEB-GRP';
  const gone = await explained('sonarr', { ...aSonarr, '/api/v3/parse': parse }, text);
  expect(gone).toEqual({ files: [], releases: [], failures: [] });
  const answers = {
    ...aSonarr,
    '/api/v3/parse': parse,
    '/api/v3/series': [elsewhere],
    '/api/v3/episodefile': [],
  };
  expect(await explained('sonarr', answers, text)).toEqual({ files: [], releases: [], failures: [] });
});

test('a server that fails at taking the name apart is said, not taken for one that has nothing', async () => {
  const failing = new SpecialAnswer({ status: 401 });
  const { releases, failures } = await explained(
    'sonarr',
    { ...aSonarr, '/api/v3/parse': failing },
    'The.Wire.S01',
  );
  expect(releases).toEqual([]);
  expect(failures).toMatchObject([{ instance: { name: 'main' }, failure: { kind: 'unauthorised' } }]);
});

test('a server that cannot be read is said once', async () => {
  const { failures } = await explained(
    'sonarr',
    { ...aSonarr, '/api/v3/series': new SpecialAnswer({ status: 401 }) },
    'x',
  );
  expect(failures).toMatchObject([{ failure: { kind: 'unauthorised' } }]);
});

test('a title whose files cannot be read is said with the reason, not left out', async () => {
  const answers = { ...aSonarr, '/api/v3/episodefile': new SpecialAnswer({ status: 401 }) };
  const { files, failures } = await explained('sonarr', answers, 'The Wire');
  expect(files).toEqual([]);
  expect(failures).toMatchObject([{ instance: { name: 'main' }, failure: { kind: 'unauthorised' } }]);
});

test('a bug is no failure of a server: it is thrown on', async () => {
  await using server = await aJsonServer(aSonarr);
  const instances = [configured({ service: 'sonarr', name: 'main', url: server.url, apiKey: 'k' })];
  const tell = (): never => {
    throw new RangeError('bug');
  };
  const request = { instances, proxy: noProxy, effects: testEffects(), tell };
  await expect(
    explain({ ...request, text: 'x', fromStore: null, sizeBytes: 0, indexerFlags: 0 }),
  ).rejects.toThrow(RangeError);
});
