import { expect, test } from 'vitest';
import { radarr } from '../../src/exporters/radarr.ts';
import type { Rules } from '../../src/model/rules.ts';
import { aClient } from '../support/client.ts';
import { aJsonServer, type JsonAnswer } from '../support/json-server.ts';

async function rulesFrom(answers: Readonly<Record<string, JsonAnswer>>): Promise<Rules> {
  await using server = await aJsonServer(answers);
  await using client = aClient(server.url);
  return await radarr.rules(client);
}

test('a value of a specification stays what it is; what is no scalar is kept as JSON', async () => {
  const fields = [
    { name: 'text', value: 'x264' },
    { name: 'number', value: 7 },
    { name: 'truth', value: false },
    { name: 'nothing', value: null },
    { name: 'absent' },
    { name: 'list', value: [1, 2] },
  ];
  const { formats } = await rulesFrom({
    '/api/v3/customformat': [
      { id: 1, name: 'x264', specifications: [{ implementation: 'ReleaseTitleSpecification', fields }] },
      { id: 2, name: 'without specifications' },
    ],
  });
  expect(formats[0]?.specifications[0]?.fields).toEqual({
    text: 'x264',
    number: 7,
    truth: false,
    nothing: null,
    absent: null,
    list: '[1,2]',
  });
  expect(formats[1]).toMatchObject({ specifications: [], includedWhenRenaming: false });
});

test('settings that older servers lack have the servers’ defaults', async () => {
  expect((await rulesFrom({})).settings).toEqual({
    propersAndRepacks: 'preferAndUpgrade',
    seasonPackUpgrade: null,
  });
  const { settings } = await rulesFrom({ '/api/v3/config/mediamanagement': { seasonPackUpgrade: 'any' } });
  expect(settings.seasonPackUpgrade).toEqual({ mode: 'any', thresholdPercent: 100 });
});

test('a format that a profile lists twice is worth both, as the server counts it', async () => {
  const formatItems = [
    { format: 1, name: 'x264', score: 10 },
    { format: 2, name: 'HDR', score: 5 },
    { format: 1, name: 'x264', score: -3 },
  ];
  const { profiles } = await rulesFrom({
    '/api/v3/qualityprofile': [{ id: 1, name: 'HD', cutoff: 1, items: [], formatItems }],
  });
  expect(profiles[0]?.formatScores).toEqual([
    { formatId: 1, name: 'x264', score: 7 },
    { formatId: 2, name: 'HDR', score: 5 },
  ]);
});
