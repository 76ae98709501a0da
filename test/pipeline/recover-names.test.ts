import { expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import { withRecoveredNames } from '../../src/pipeline/recover-names.ts';
import { aFile } from '../support/builders.ts';
import { configured, noProxy } from '../support/configured.ts';
import { testEffects } from '../support/effects.ts';
import { aJsonServer, type JsonAnswer, SpecialAnswer } from '../support/json-server.ts';
import { anInstance } from '../support/libraries.ts';

const file = aFile({ service: 'sonarr', sceneName: null, formats: [] });
const imported = {
  date: '2026-01-01T00:00:00Z',
  eventType: 'downloadFolderImported',
  data: { fileId: '1', droppedPath: '/down/Hidden.Name-GRP.mkv' },
};

async function namesFrom(history: JsonAnswer): Promise<readonly MediaFile[]> {
  await using server = await aJsonServer({
    '/api/v3/system/status': { appName: 'Sonarr', version: '4.0.16' },
    '/api/v3/history': history,
  });
  const config = configured({ service: 'sonarr', name: 'tv', url: server.url, apiKey: 'k' });
  const { rules, server: about } = anInstance({ instance: { service: 'sonarr', name: 'tv' } });
  const reading = {
    rules,
    server: about,
    async *files() {
      yield [file];
    },
  };
  const context = { proxy: noProxy, effects: testEffects(), tell: () => undefined };
  return (await Array.fromAsync(withRecoveredNames(reading, config, context))).flat();
}

test('a name that the history tells, and the formats bear out, is the name of the file', async () => {
  expect(await namesFrom({ totalRecords: 1, records: [imported] })).toEqual([
    { ...file, originalFilePath: '/down/Hidden.Name-GRP.mkv' },
  ]);
});

test('where the history cannot be read, no file is lost', async () => {
  const names = await namesFrom(new SpecialAnswer({ status: 401 }));
  expect(names.map(({ fileId }) => fileId)).toEqual([file.fileId]);
  expect(JSON.stringify(names)).not.toContain('Hidden.Name');
});
