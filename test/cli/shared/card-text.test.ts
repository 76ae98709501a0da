import { expect, test } from 'vitest';
import { fileCardLines, releaseCardLines } from '../../../src/cli/shared/card-text.ts';
import type { MediaFile } from '../../../src/model/media-file.ts';
import type { Rules } from '../../../src/model/rules.ts';
import { fileCard } from '../../../src/scoring/card/file-card.ts';
import { releaseCard } from '../../../src/scoring/card/release-card.ts';
import type { ParsedRelease } from '../../../src/scoring/matching/release-input.ts';
import type { Guard } from '../../../src/scoring/pattern/guard.ts';
import { aFile, anItem } from '../../support/builders.ts';
import { aFormat, aLadder, condition, revised, scores } from '../../support/scoring.ts';

const guard: Guard = (work) => ({ kind: 'finished', value: work() });
const options = { address: 'main', all: false } as const;
const formats = [
  aFormat(1, condition('ReleaseTitleSpecification', { value: 'BluRay' })),
  aFormat(2, condition('ReleaseTitleSpecification', { value: 'x264' })),
  aFormat(3, condition('Mood', {})),
];
const profile = aLadder({ formatScores: scores([1, 150], [2, 0], [3, 20]) });
const settings = { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null } as const;
const anyRules: Rules = { service: 'radarr', formats, profiles: [profile], settings };
const instance = { service: 'radarr', name: 'main' } as const;

function cardOf(only: Partial<MediaFile> = {}, rules: Rules = anyRules): readonly string[] {
  const hit = { id: 1, name: 'Format 1', score: 150 };
  const file = aFile({ profile, quality: revised('Remux-2160p'), formats: [hit], ...only });
  const card = () => fileCard({ file, rules, isWindows: false, bestSeen: null, guard });
  const withPast = () => explained;
  const explained = { instance, file, rules, collectedAt: null, past: null, card, withPast };
  return fileCardLines(explained, options);
}

test('a file says what the server would still take, and what it would refuse and why', () => {
  expect(cardOf().slice(-4)).toEqual([
    'closed: Radarr would still take',
    '  a proper or repack of Remux-2160p with a score of at least 0',
    '  not a better quality: the quality cutoff (Bluray-1080p) is met',
    '  not a better score: the format cutoff (100) is met',
  ]);
  const without = { ...anyRules, settings: { ...settings, propersAndRepacks: 'doNotPrefer' as const } };
  expect(cardOf({ profile: { ...profile, upgradeAllowed: false } }, without)).toContain(
    'upgrades off: Radarr would take nothing',
  );
});

test('what our rules cannot explain is told, and the server is believed', () => {
  const doubted = cardOf({ formats: [{ id: 3, name: 'Format 3', score: 20 }] });
  expect(doubted.slice(doubted.indexOf('not explained here'))).toEqual(
    expect.arrayContaining([
      '  Format 1: does not match, says the server; the server knows more than it tells',
      '  Format 3: matches, says the server; Format 3: conditions of the kind Mood are not known here',
    ]),
  );
});

test('a title without a year stands alone, and only a later revision is named', () => {
  const [head, , about] = cardOf({ item: anItem({ year: 0 }) });
  expect(head).toMatch(/^Metropolis {2,}main · HD$/);
  expect(about).toMatch(/^Remux-2160p · 8\.0 GB · added /);
  expect(cardOf({ quality: revised('Remux-2160p', 2) })[2]).toMatch(/^Remux-2160p v2 · /);
});

const parsed: ParsedRelease = {
  service: 'radarr',
  title: 'Metropolis.1927.BluRay.x264',
  quality: revised('Bluray-1080p'),
  languages: null,
  originalLanguage: null,
  releaseGroup: 'NTG',
  edition: null,
  releaseType: null,
  indexerFlags: 0,
  sizeBytes: 0,
  year: 1927,
};

function releaseOf(only: Partial<Parameters<typeof releaseCard>[0]> = {}): readonly string[] {
  const card = releaseCard({
    title: 'Metropolis.1927.BluRay.x264-NTG',
    parsed,
    item: anItem({ year: 0 }),
    profile,
    rules: anyRules,
    files: [],
    seasonPack: null,
    isAnime: false,
    guard,
    ...only,
  });
  return releaseCardLines({ instance, card }, options);
}

test('a release for a title without a file says what it is worth, and what was not looked at', () => {
  expect(releaseOf()).toEqual([
    `Metropolis${' '.repeat(61)}main · HD`,
    'Metropolis.1927.BluRay.x264-NTG',
    'Bluray-1080p · size unknown (--size) · as Radarr takes the name apart',
    '',
    'score  150',
    '  +   150  Format 1',
    '           1 more give 0 (--all)',
    '  not evaluated: Format 3: conditions of the kind Mood are not known here',
    '',
    'on disk  nothing',
    'Radarr would take it (size limits, age, queue and history are not looked at)',
  ]);
});

test('a release of a series is what Sonarr makes of it, beside the file it would replace', () => {
  const held = aFile({ profile, quality: revised('Remux-2160p'), formats: [] });
  const lines = releaseOf({ parsed: { ...parsed, service: 'sonarr', sizeBytes: 2e9 }, files: [held] });
  expect(lines[2]).toBe('Bluray-1080p · 2.0 GB · as Sonarr takes the name apart');
  expect(lines.slice(-3)).toEqual([
    `on disk  Remux-2160p · 0 · ${held.relativePath}`,
    'Sonarr would refuse it',
    '  the file on disk has a better quality',
  ]);
});
