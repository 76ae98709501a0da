import { expect, test } from 'vitest';
import { fileFields } from '../../../src/model/filter/file-fields.ts';
import { flagField } from '../../../src/model/filter/filter-field.ts';
import { filterMatcher } from '../../../src/model/filter/filter-matcher.ts';
import { parseFilter } from '../../../src/model/filter/parse-filter.ts';
import type { MediaFile } from '../../../src/model/media-file.ts';
import { aFile, anItem, aProfile, aQuality } from '../../support/builders.ts';

const now = new Date('2024-03-31T12:00:00Z');

const file = aFile({
  instance: 'Main',
  service: 'radarr',
  item: anItem({ title: 'AMÉLIE and "friends"', isMonitored: true }),
  profile: aProfile({ name: 'Best of everything' }),
  quality: aQuality({ name: 'Remux-2160p' }),
  releaseGroup: 'NTb',
  sizeBytes: 4_000_000_000,
  dateAdded: new Date('2024-03-01T12:00:00Z'),
  formats: [
    { id: 1, name: 'HDR10+', score: 500 },
    { id: 2, name: 'Dolby Vision', score: -20 },
  ],
});

/** Each text with whether the file above passes it. */
const table: readonly (readonly [filter: string, passes: boolean])[] = [
  ['', true],
  ['score < 480', false],
  ['score < 481', true],
  ['score <= 479', false],
  ['score <= 480', true],
  ['score = 480', true],
  ['score = 481', false],
  ['score != 480', false],
  ['score != -480', true],
  ['score >= 480', true],
  ['score >= 481', false],
  ['score > 479', true],
  ['score > 480', false],
  ['profile = "best OF everything"', true],
  ['profile = best', false],
  ['profile != best', true],
  ['profile has best', true],
  ['profile has worst', false],
  ['format has "dolby vision"', true],
  ['format has HDR10', false],
  ['format = hdr10+', true],
  ['format != HDR', true],
  ['format != HDR10+', false],
  ['monitored = yes', true],
  ['monitored = TRUE', true],
  ['monitored = no', false],
  ['monitored != no', true],
  ['monitored != true', false],
  ['quality = remux-2160p', true],
  ['quality has 2160', true],
  ['quality != remux-2160p', false],
  ['group = ntb', true],
  ['group = ""', false],
  ['instance = main', true],
  ['instance = radarr/main', true],
  ['instance = sonarr/main', false],
  ['instance != main', false],
  ['instance != radarr-4k', true],
  ['size >= 4GB', true],
  ['size >= 4GiB', false],
  ['size < "3.8 gib"', true],
  ['size = 4000000000', true],
  ['size = 4000000000B', true],
  ['size > 3999MB', true],
  ['size > 0.004TB', false],
  ['size > 3906250KB', true],
  ['size > 3814MiB', true],
  ['size < 3906250KiB', false],
  ['size < 1TiB', true],
  ['title has amélie', true],
  ['title has ame\u0301lie', true],
  ['title has amelie', false],
  ['title = "amélie and \\"friends\\""', true],
  ['added = 2024-03-01', true],
  ['added = 2024-03', true],
  ['added = 2024', true],
  ['added != 2024-03-02', true],
  ['added != 2024-03-01', false],
  ['added < 2024-03-01', false],
  ['added <= 2024-03-01', true],
  ['added > 2024-03-01', false],
  ['added >= 2024-03-01', true],
  ['added < 2024-03-02', true],
  ['added > 2024-02', true],
  ['added > 2023', true],
  ['added < 2025', true],
  ['added <= 2023', false],
  ['added = 2024-03-01T12:00:00Z', true],
  ['added = 2024-03-01t12:00:00.000z', true],
  ['added = 2024-03-01T12:00:00.001Z', false],
  ['added > 2024-03-01T11:59:59Z', true],
  ['added >= 30d', true],
  ['added > 30d', false],
  ['added <= 30d', true],
  ['added < 30d', false],
  ['added > 719h', false],
  ['added > 721H', true],
  ['added > 5w', true],
  ['added < 4w', true],
  ['added > 1y', true],
  ['score > 0 and format has HDR10+ and added > 1y', true],
  ['score > 0 and format has HDR10+ and added < 1y', false],
];

test.each(table)('%j', (text, passes) => {
  expect(matcherOf(text)(file)).toBe(passes);
});

test('a file without a group has the group that is empty', () => {
  expect(matcherOf('group = ""')(aFile({ releaseGroup: null }))).toBe(true);
  expect(matcherOf('group != NTb')(aFile({ releaseGroup: null }))).toBe(true);
});

test('an episode is monitored when its series is and one of its episodes', () => {
  const episode = { id: 1, number: 1, title: 'One', tvdbId: null, airDate: null };
  const part = (isMonitored: boolean) => ({ season: 1, episodes: [{ ...episode, isMonitored }] });
  const isMonitored = matcherOf('monitored = yes');
  expect(isMonitored(aFile({ part: part(true) }))).toBe(true);
  expect(isMonitored(aFile({ part: part(false) }))).toBe(false);
  expect(isMonitored(aFile({ part: part(true), item: anItem({ isMonitored: false }) }))).toBe(false);
});

test('a new field is one more entry in the table', () => {
  const fields = [...fileFields, flagField('movie', ({ part }: MediaFile) => part === null)];
  const result = parseFilter('movie = yes and score = 480', fields);
  if (!result.ok) throw new Error(result.problem.message);
  expect(filterMatcher(result.filter, fields, now)(file)).toBe(true);
});

test.each([
  { field: 'state', operator: '=', value: 'open' },
  { field: 'score', operator: 'has', value: '5' },
  { field: 'score', operator: '=', value: 'five' },
] as const)('a condition that was never read is refused: $field $operator $value', (condition) => {
  expect(() => filterMatcher({ conditions: [condition] }, fileFields, now)).toThrow(
    'no condition of these fields',
  );
});

function matcherOf(text: string): (file: MediaFile) => boolean {
  const result = parseFilter(text, fileFields);
  if (!result.ok) throw new Error(result.problem.message);
  return filterMatcher(result.filter, fileFields, now);
}
