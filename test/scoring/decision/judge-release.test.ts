import { expect, test } from 'vitest';
import type { SeasonPackUpgrade } from '../../../src/model/rules.ts';
import { judgeRelease } from '../../../src/scoring/decision/judge-release.ts';
import type { FileOnDisk, Offer, Release } from '../../../src/scoring/decision/offer.ts';
import { aLadder, graded, revised } from '../../support/scoring.ts';

const fedAt = new Date('2026-03-10T12:00:00Z');
const english = { id: 1, name: 'English' };
const german = { id: 4, name: 'German' };

function onDisk(only: Partial<FileOnDisk> = {}): FileOnDisk {
  return { ...graded('Bluray-1080p', 50), releaseGroup: 'A', dateAdded: new Date('2026-03-09'), ...only };
}

function released(only: Partial<Release> = {}): Release {
  return { ...graded('Bluray-1080p', 60), releaseGroup: 'A', languages: [english], ...only };
}

function reasons(only: Partial<Offer> = {}): readonly string[] {
  return judgeRelease({
    release: released(),
    profile: aLadder(),
    settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
    files: [onDisk()],
    seasonPack: null,
    originalLanguage: german,
    isAnime: false,
    fedAt,
    ...only,
  });
}

const doNotUpgrade = { propersAndRepacks: 'doNotUpgrade', seasonPackUpgrade: null } as const;
const doNotPrefer = { propersAndRepacks: 'doNotPrefer', seasonPackUpgrade: null } as const;
const proper = released({ quality: revised('Bluray-1080p', 2) });
const repack = released({ quality: revised('Bluray-1080p', 2, { isRepack: true }) });

test('a better score is taken, and so is anything for what is missing', () => {
  expect(reasons()).toEqual([]);
  expect(reasons({ files: [], release: released({ score: 0 }) })).toEqual([]);
});

test('the profile must allow the quality, and the score must reach the minimum', () => {
  expect(reasons({ release: released(graded('SDTV', 60)), files: [] })).toEqual(['qualityNotWanted']);
  const profile = aLadder({ minFormatScore: 61 });
  expect(reasons({ profile })).toEqual(['customFormatMinimumScore']);
  expect(reasons({ profile: aLadder({ minFormatScore: 60 }) })).toEqual([]);
});

test.each([
  ['any', { id: -1, name: 'Any' }, []],
  ['the original', { id: -2, name: 'Original' }, ['wantedLanguage']],
  ['one it has', english, []],
  ['one it lacks', { id: 2, name: 'French' }, ['wantedLanguage']],
  ['none, as in Sonarr', null, []],
])('a profile that wants %s', (_, language, expected) => {
  expect(reasons({ profile: aLadder({ language }) })).toEqual(expected);
});

test('a profile that wants an original nobody knows takes nothing', () => {
  const profile = aLadder({ language: { id: -2, name: 'Original' } });
  expect(reasons({ profile, originalLanguage: null })).toEqual(['wantedLanguage']);
});

test('each verdict on the file has its reason', () => {
  const of = (release: Partial<Release>, file: Partial<FileOnDisk> = {}): readonly string[] =>
    reasons({ release: released(release), files: [onDisk(file)] });
  expect(of({}, { score: 100 })).toEqual(['diskCutoffMet']);
  expect(of(graded('WEBDL-1080p', 90))).toEqual(['diskHigherPreference']);
  expect(of({}, graded('Bluray-1080p', 0, 2))).toEqual(['diskHigherRevision']);
  expect(of(graded('Remux-2160p', 90))).toEqual(['diskCutoffMet']);
  expect(of({ score: 50 })).toEqual(['diskCustomFormatScore']);
  expect(of(graded('WEBDL-1080p', 120), graded('WEBDL-1080p', 100))).toEqual(['diskCustomFormatCutoffMet']);
  const profile = aLadder({ minUpgradeFormatScore: 11 });
  expect(reasons({ profile })).toEqual(['diskCustomFormatScoreIncrement']);
});

test('with upgrades off two rules refuse', () => {
  const profile = aLadder({ upgradeAllowed: false, minFormatScore: 55 });
  expect(reasons({ profile })).toEqual(['diskUpgradesNotAllowed', 'qualityUpgradesDisabled']);
});

test('a double episode is refused when one of its files is as good', () => {
  expect(reasons({ files: [onDisk(), onDisk({ score: 70 })] })).toEqual(['diskCustomFormatScore']);
});

interface Expected {
  readonly missingEpisodes: number;
  readonly expected: readonly string[];
}

test.each<readonly [string, SeasonPackUpgrade | null, Expected]>([
  [
    'all, one of two gains',
    { mode: 'all', thresholdPercent: 100 },
    { missingEpisodes: 0, expected: ['diskNotUpgrade'] },
  ],
  ['unset is all', null, { missingEpisodes: 0, expected: ['diskNotUpgrade'] }],
  ['any, one of two gains', { mode: 'any', thresholdPercent: 100 }, { missingEpisodes: 0, expected: [] }],
  ['threshold reached', { mode: 'threshold', thresholdPercent: 50 }, { missingEpisodes: 0, expected: [] }],
  [
    'threshold missed',
    { mode: 'threshold', thresholdPercent: 51 },
    { missingEpisodes: 0, expected: ['diskNotUpgrade'] },
  ],
  [
    'missing episodes count as gain',
    { mode: 'threshold', thresholdPercent: 66 },
    { missingEpisodes: 1, expected: [] },
  ],
])('a season pack: %s', (_, seasonPackUpgrade, { missingEpisodes, expected }) => {
  const settings = { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade } as const;
  const files = [onDisk(), onDisk({ score: 70 })];
  expect(reasons({ settings, files, seasonPack: { missingEpisodes } })).toEqual(expected);
});

test('a season pack whose files all stay as good is refused in every mode', () => {
  const settings = {
    propersAndRepacks: 'preferAndUpgrade',
    seasonPackUpgrade: { mode: 'any', thresholdPercent: 100 },
  } as const;
  const files = [onDisk({ score: 70 })];
  expect(reasons({ settings, files, seasonPack: { missingEpisodes: 0 } })).toEqual(['diskNotUpgrade']);
});

test('a repack must come from the group it mends, whatever its case', () => {
  expect(reasons({ release: repack, files: [onDisk({ releaseGroup: 'a' })] })).toEqual([]);
  expect(reasons({ release: repack, files: [onDisk({ releaseGroup: 'B' })] })).toEqual([
    'repackReleaseGroupDoesNotMatch',
  ]);
  expect(reasons({ release: repack, files: [onDisk({ releaseGroup: ' ' })] })).toEqual([
    'repackUnknownReleaseGroup',
  ]);
  expect(reasons({ release: { ...repack, releaseGroup: null } })).toEqual(['repackUnknownReleaseGroup']);
  expect(reasons({ release: repack, settings: doNotUpgrade, fedAt: null })).toEqual(['repackDisabled']);
});

test('feeds bring propers of young files only, and none when propers are off', () => {
  const old = [onDisk({ dateAdded: new Date('2026-03-03T11:59:59Z') })];
  expect(reasons({ release: proper })).toEqual([]);
  expect(reasons({ release: proper, files: old })).toEqual(['properForOldFile']);
  expect(reasons({ release: proper, files: old, fedAt: null })).toEqual([]);
  expect(reasons({ release: proper, settings: doNotUpgrade })).toEqual(['propersDisabled']);
  expect(reasons({ release: { ...repack, score: 60 }, settings: doNotPrefer, files: old })).toEqual([]);
});

test('a new version of an anime must come from the very same group', () => {
  const of = (releaseGroup: string | null): readonly string[] =>
    reasons({ release: proper, isAnime: true, files: [onDisk({ releaseGroup })] });
  expect(of('A')).toEqual([]);
  expect(of('a')).toEqual(['releaseGroupDoesNotMatch']);
  expect(of(null)).toEqual(['unknownReleaseGroup']);
  expect(reasons({ release: { ...proper, releaseGroup: '' }, isAnime: true })).toEqual([
    'unknownReleaseGroup',
  ]);
});
