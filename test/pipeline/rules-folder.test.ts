import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import { foreignRules, readRulesFolder } from '../../src/pipeline/rules-folder.ts';
import type { ForeignRules } from '../../src/scoring/simulation/adopt-rules.ts';
import { aProfile } from '../support/builders.ts';
import { aFolder } from '../support/folder.ts';
import { someRules } from '../support/worlds.ts';

const guideProfile = {
  name: 'Guide',
  cutoff: 'Bluray-1080p',
  items: [{ name: 'Bluray-1080p', allowed: true }],
  formatItems: { Worth: 'worth-id', Plain: 'plain-id', Bare: 'bare-id', Absent: 'absent-id' },
};
const formats = [
  { name: 'Worth', specifications: [], trash_id: 'worth-id', trash_scores: { default: 7, 'sqp-1': 70 } },
  { name: 'Plain', specifications: [], trash_id: 'plain-id', trash_scores: { default: 5 } },
  { name: 'Bare', specifications: [], trash_id: 'bare-id' },
  { name: 'Own', specifications: [] },
];

/** What a folder of these exports means for a server that knows Bluray-1080p alone. */
async function adopted(files: Readonly<Record<string, unknown>>): Promise<ForeignRules> {
  const texts = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]);
  await using folder = await aFolder(Object.fromEntries(texts));
  return foreignRules(await readRulesFolder(folder.path), someRules([], [aProfile()]));
}

async function guide(only: object): Promise<QualityProfile | undefined> {
  const { profiles } = await adopted({ 'formats.json': formats, 'guide.json': { ...guideProfile, ...only } });
  return profiles[0];
}

test('a profile as a server exports it is taken as it stands', async () => {
  const { profiles, formats: none } = await adopted({
    'profile.json': {
      id: 4,
      name: 'Exported',
      cutoff: 7,
      upgradeAllowed: true,
      items: [{ quality: { id: 7, name: 'Bluray-1080p' }, allowed: true }],
      minFormatScore: 10,
      formatItems: [{ format: 2, name: 'HDR', score: 500 }],
    },
  });
  expect(none).toEqual([]);
  expect(profiles).toMatchObject([
    { name: 'Exported', cutoff: 7, minFormatScore: 10, formatScores: [{ formatId: 2, score: 500 }] },
  ]);
});

test('a guide profile scores by its own set, else by the default, else nothing', async () => {
  const scoresOf = async (only: object) =>
    (await guide(only))?.formatScores.map(({ name, score }) => [name, score]);
  expect(await scoresOf({ trash_score_set: 'sqp-1' })).toEqual([
    ['Worth', 70],
    ['Plain', 5],
    ['Bare', 0],
  ]);
  expect(await scoresOf({})).toEqual([
    ['Worth', 7],
    ['Plain', 5],
    ['Bare', 0],
  ]);
});

test('a guide profile ends at the quality, or the group, that it names', async () => {
  expect(await guide({})).toMatchObject({ cutoff: 7 });
  const items = [
    { name: 'Bluray-1080p', allowed: true },
    { name: 'WEB 1080p', allowed: true, items: ['WEBDL-1080p'] },
  ];
  const grouped = await guide({ items, cutoff: 'WEB 1080p' });
  expect(grouped?.items.map((item) => item.kind === 'group' && item.id === grouped.cutoff)).toEqual([
    true,
    false,
  ]);
});

test('a guide profile whose cutoff is none of its qualities is refused, not guessed at', async () => {
  await expect(guide({ cutoff: 'WEBDL-1080p' })).rejects.toMatchObject({
    code: 'config',
    message: 'the exported profile "Guide" ends at "WEBDL-1080p", which is none of its qualities',
  });
});

test('a folder that is not there is said so', async () => {
  await using folder = await aFolder({});
  await expect(readRulesFolder(join(folder.path, 'absent'))).rejects.toMatchObject({
    code: 'config',
    message: expect.stringContaining('cannot be read as a folder'),
  });
});
