import { expect, test } from 'vitest';
import { cutoffLabel, cutoffLabels, isUpgradable, shownLabels } from '../../../src/model/cutoff-state.ts';
import { fileFields } from '../../../src/model/filter/file-fields.ts';
import { filterMatcher } from '../../../src/model/filter/filter-matcher.ts';
import { formatFilter } from '../../../src/model/filter/format-filter.ts';
import { plainNumber } from '../../../src/model/filter/number-kinds.ts';
import { parseFilter } from '../../../src/model/filter/parse-filter.ts';
import { stateFields } from '../../../src/model/filter/state-fields.ts';
import type { MediaFile } from '../../../src/model/media-file.ts';
import { aFile, anItem, aProfile } from '../../support/builders.ts';

const open = { belowMinimum: false, quality: 'met', format: 'open', upgradesAllowed: true } as const;
const fields = [
  ...fileFields,
  ...stateFields({
    stateOf: ({ score }) => ({ ...open, belowMinimum: score < 0 }),
    isQualityAllowed: () => false,
  }),
];

function passes(text: string, file: MediaFile = aFile()): boolean {
  const parsed = parseFilter(text, fields);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  expect(parseFilter(formatFilter(parsed.filter), fields)).toEqual(parsed);
  return filterMatcher(parsed.filter, fields, new Date(0))(file);
}

const below = aFile({ formats: [{ id: 1, name: 'Bad', score: -1 }] });

test.each([
  ['state = "format open"', true, false],
  ['state = "Below Minimum"', false, true],
  ['state != closed', true, true],
  ['below-minimum = yes', false, true],
  ['quality-open = no', true, true],
  ['format-open = yes', true, true],
  ['upgrades-allowed = no', false, false],
  ['upgradable = yes', true, true],
  ['quality-allowed = no', true, true],
])('%s', (text, first, second) => {
  expect([passes(text), passes(text, below)]).toEqual([first, second]);
});

test('a state that is none is refused with those there are', () => {
  const parsed = parseFilter('state = opened', fields);
  expect(parsed).toMatchObject({
    ok: false,
    problem: { expected: ['closed, "format open", "quality open", "below minimum", "upgrades off"'] },
  });
});

const episode = { id: 1, number: 3, title: '', tvdbId: null, airDate: null, isMonitored: true };
const show = aFile({
  service: 'sonarr',
  item: anItem({ tmdbId: null, tvdbId: 81189 }),
  part: { season: 2, episodes: [episode] },
  fileId: 12,
  profile: aProfile({ id: 4 }),
  sceneName: null,
  formats: [{ id: 33, name: 'HDR', score: 0 }],
});

test.each([
  ['season = 2', true, false],
  ['season != 2', false, true],
  ['item = tvdb:81189', true, false],
  ['item has tmdb', false, true],
  ['file = 12', true, false],
  ['profile-id = 4', true, false],
  ['format-id = 33', true, false],
  ['scene = ""', true, false],
  ['scene has metropolis', false, true],
])('%s', (text, ofShow, ofMovie) => {
  expect([passes(text, show), passes(text)]).toEqual([ofShow, ofMovie]);
});

test('upgrades come only where they are on and something is open', () => {
  expect(isUpgradable(open)).toBe(true);
  expect(isUpgradable({ ...open, format: 'met' })).toBe(false);
  expect(isUpgradable({ ...open, format: 'met', quality: 'open' })).toBe(true);
  expect(isUpgradable({ ...open, upgradesAllowed: false })).toBe(false);
});

test('the labels are drawn in the opposite of the order in which they are found', () => {
  expect(shownLabels).toEqual(cutoffLabels.toReversed());
  expect(cutoffLabel({ ...open, upgradesAllowed: false, belowMinimum: true })).toBe('upgrades off');
});

test.each([
  ['60', 60],
  ['-1.5', -1.5],
  ['1e3', null],
  ['', null],
])('"%s" is the number %s', (text, number) => {
  expect(plainNumber.read(text)).toBe(number);
});
