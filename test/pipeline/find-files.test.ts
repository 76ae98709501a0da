import { expect, test } from 'vitest';
import { nearestTitles, readFileQuery } from '../../src/pipeline/find-files.ts';
import { aFile, anItem } from '../support/builders.ts';

const episode = { id: 1, number: 2, title: '', tvdbId: null, airDate: null, isMonitored: true };
const part = { season: 1, episodes: [episode] };
const item = anItem({
  title: 'Amélie – Best of',
  year: 2001,
  tmdbId: 194,
  tvdbId: 81_189,
  imdbId: 'tt0211915',
});

test.each([
  ['amelie best', true],
  ['Amélie – Best of (2001)', true],
  ['amelie (2002)', false],
  ['AMELIE best of S01E02', true],
  ['tmdb:194', true],
  ['TVDB:81189 s01e02', true],
  ['imdb:tt0211915', true],
  ['item:1', true],
  ['tmdb:195', false],
])('"%s" wants the item: %s', (text, isWanted) => {
  expect(readFileQuery(text).wantsItem(item)).toBe(isWanted);
});

test('an episode is found by its place, a movie has none', () => {
  const { wantsFile } = readFileQuery('amelie S01E02');
  expect(wantsFile(aFile({ part }))).toBe(true);
  expect(wantsFile(aFile({ part: { ...part, season: 2 } }))).toBe(false);
  expect(wantsFile(aFile({ part: { season: 1, episodes: [{ ...episode, number: 3 }] } }))).toBe(false);
  expect(wantsFile(aFile())).toBe(false);
});

test('the key of a file names its instance', () => {
  const { instanceKey, wantsFile, wantsItem } = readFileQuery('sonarr/tv#7');
  expect(instanceKey).toBe('sonarr/tv');
  expect([wantsFile(aFile({ fileId: 7 })), wantsFile(aFile({ fileId: 8 })), wantsItem(item)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('the very title goes before titles that only contain it', () => {
  const files = ['Dune', 'Dune: Part Two'].map((title, fileId) => aFile({ fileId, item: anItem({ title }) }));
  expect(nearestTitles(files, readFileQuery('dune')).map(({ fileId }) => fileId)).toEqual([0]);
  expect(nearestTitles(files, readFileQuery('dun'))).toHaveLength(2);
});
