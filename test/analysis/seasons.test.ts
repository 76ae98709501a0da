import { expect, test } from 'vitest';
import type { SeasonPackUpgrade } from '../../src/model/rules.ts';
import { answerOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import { aHit, aLibraryFile, anEpisodeFile, anIndex, instancesOf } from '../support/libraries.ts';

const closed = [aHit(1, 100)];
const threeFiles = [
  anEpisodeFile({ fileId: 1, formats: [aHit(1, 40)], releaseGroup: 'A' }),
  anEpisodeFile({ fileId: 2, formats: closed, releaseGroup: 'a' }),
  anEpisodeFile({ fileId: 3, formats: closed, releaseGroup: null, quality: aQuality({ source: 'web' }) }),
];

function withSetting(
  files: typeof threeFiles,
  seasonPackUpgrade: SeasonPackUpgrade | null,
): ReturnType<typeof anIndex> {
  const instances = instancesOf(files).map((one) => ({
    ...one,
    rules: { ...one.rules, settings: { ...one.rules.settings, seasonPackUpgrade } },
  }));
  return anIndex({ files, instances });
}

test.each([
  ['any', 0, true],
  ['all', 0, false],
  ['threshold', 50, false],
  ['threshold', 33, true],
] as const)(
  'the example: one open file of three, with %s %d a pack is taken: %s',
  (mode, thresholdPercent, isTaken) => {
    const answer = answerOf('seasons', withSetting(threeFiles, { mode, thresholdPercent }));
    expect(rowsOf('seasons', answer)).toMatchObject([{ replaceable: 1, files: 3, pack: isTaken }]);
    expect(figureOf('seasons-pack', answer)).toBe(Number(isTaken));
  },
);

test('older servers want every file to gain', () => {
  const pack = (files: typeof threeFiles): unknown =>
    columnOf('seasons', 'pack', answerOf('seasons', withSetting(files, null)))[0];
  expect(pack(threeFiles)).toBe(false);
  expect(pack(threeFiles.slice(0, 1))).toBe(true);
});

test('the weakest episode, the spread, and mixed groups and sources are told', () => {
  const answer = answerOf('seasons', anIndex({ files: threeFiles }));
  expect(rowsOf('seasons', answer)).toMatchObject([
    {
      title: { title: 'The Series', detail: 'Season 1' },
      weakest: 'E01',
      weakest_score: 40,
      spread: 60,
      groups: 2,
      sources: 2,
    },
  ]);
  expect(figureOf('seasons-mixed', answer)).toBe(1);
  expect(rowsOf('seasons', answer)[0]?.['scores']).toMatchObject({
    kind: 'strip',
    files: [
      { label: 'E01', score: 40, state: 'format open' },
      { label: 'E02' },
      { label: 'E03', state: 'closed' },
    ],
  });
});

test('seasons with most files below minimum come first; half or more is counted', () => {
  const profile = aProfile({ language: null, minFormatScore: 0 });
  const bad = [aHit(2, -10)];
  const files = [
    anEpisodeFile({ fileId: 1, profile, season: 1 }),
    anEpisodeFile({ fileId: 2, profile, season: 2, formats: bad }),
    anEpisodeFile({ fileId: 3, profile, season: 2 }),
    anEpisodeFile({ fileId: 4, profile, season: 0, formats: bad }),
  ];
  const answer = answerOf('seasons', anIndex({ files }));
  expect(rowsOf('seasons', answer).map(({ title, below_minimum }) => [title, below_minimum])).toMatchObject([
    [{ detail: 'Specials' }, 1],
    [{ detail: 'Season 2' }, 1],
    [{ detail: 'Season 1' }, 0],
  ]);
  expect(figureOf('seasons-half-below', answer)).toBe(2);
  expect(answer.headline).toContain('2 of 3 seasons have half or more');
});

test('a file that no episode is linked to is in its season, and movies are in none', () => {
  const base = anEpisodeFile();
  const files = [{ ...base, part: { season: 3, episodes: [] } }];
  expect(rowsOf('seasons', answerOf('seasons', anIndex({ files })))).toMatchObject([
    { weakest: '', files: 1 },
  ]);
  const none = answerOf('seasons', anIndex({ files: [aLibraryFile()] }));
  expect([none.headline, none.caveats, none.count]).toEqual([null, [], 0]);
});

test('of equally weak episodes the first is named, whatever the order', () => {
  const files = [3, 1, 2].map((fileId) => anEpisodeFile({ fileId }));
  expect(columnOf('seasons', 'weakest', answerOf('seasons', anIndex({ files })))).toEqual(['E01']);
});
