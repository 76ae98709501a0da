import { expect, test } from 'vitest';
import { answerOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import { aQuality } from '../support/builders.ts';
import {
  aHit,
  aLibraryFile,
  anEpisodeFile,
  anIndex,
  anInstance,
  aScoredProfile,
  instancesOf,
} from '../support/libraries.ts';

const best = aScoredProfile({ 1: 50 }, { id: 1, name: 'Best', cutoffFormatScore: 1000 });
const compact = aScoredProfile({ 1: 120 }, { id: 2, name: 'Compact', cutoffFormatScore: 100 });

function withProfiles(
  files: Parameters<typeof instancesOf>[0],
  profiles: readonly ReturnType<typeof aScoredProfile>[],
): ReturnType<typeof anIndex> {
  const instances = instancesOf(files).map((one) => ({ ...one, rules: { ...one.rules, profiles } }));
  return anIndex({ files, instances });
}

test('the example: open in one profile, done in the other', () => {
  const file = aLibraryFile({ profile: best, formats: [aHit(1, 50)], sizeBytes: 7000 });
  const answer = answerOf('profile-fit', withProfiles([file], [best, compact]));
  expect(rowsOf('fits', answer)).toMatchObject([
    { from: 'Best', state: 'format open', score: 50, to: 'Compact', score_there: 120, files: 1, size: 7000 },
  ]);
  expect(rowsOf('moves', answer)).toEqual([
    { instance: 'main', from: 'Best', to: 'Compact', items: 1, size: 7000 },
  ]);
  expect(figureOf('profile-fits', answer)).toBe(1);
});

test.each([
  ['it is closed already', { profile: compact, formats: [aHit(1, 120)] }],
  ['upgrades are off', { profile: { ...best, upgradeAllowed: false }, formats: [aHit(1, 50)] }],
  ['the other refuses its quality', { profile: best, quality: aQuality({ id: 99 }), formats: [aHit(1, 50)] }],
  ['it would be open there, too', { profile: best, formats: [] }],
])('nothing is said where %s', (_, only) => {
  const strict = {
    ...compact,
    items: compact.items.map((item) => ({
      ...item,
      isAllowed: only.profile !== best || !('quality' in only),
    })),
  };
  expect(
    columnOf(
      'fits',
      'to',
      answerOf('profile-fit', withProfiles([aLibraryFile(only)], [only.profile, strict])),
    ),
  ).toEqual([]);
});

test('a series fits only when all of its files do', () => {
  const good = anEpisodeFile({ fileId: 1, profile: best, formats: [aHit(1, 50)] });
  const bad = anEpisodeFile({ fileId: 2, profile: best });
  const fits = (files: readonly (typeof good)[]): number =>
    rowsOf('fits', answerOf('profile-fit', withProfiles(files, [best, compact]))).length;
  expect(fits([good, bad])).toBe(0);
  const both = [good, { ...good, fileId: 3, part: bad.part }];
  expect(fits(both)).toBe(1);
  expect(rowsOf('fits', answerOf('profile-fit', withProfiles(both, [best, compact])))).toMatchObject([
    { files: 2 },
  ]);
});

test('a profile of another server, or one that is gone, is no choice', () => {
  const file = aLibraryFile({ profile: best, formats: [aHit(1, 50)] });
  const elsewhere = anInstance({ instance: { service: 'radarr', name: 'other' } });
  const instances = [
    ...instancesOf([file]),
    { ...elsewhere, rules: { ...elsewhere.rules, profiles: [compact] } },
  ];
  expect(rowsOf('fits', answerOf('profile-fit', anIndex({ files: [file], instances })))).toEqual([]);
});
