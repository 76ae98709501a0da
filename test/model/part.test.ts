import { expect, test } from 'vitest';
import { partLabel } from '../../src/model/part.ts';

test.each([
  [1, [2], 'S01E02'],
  [1, [2, 3], 'S01E02-E03'],
  [1, [2, 3, 4], 'S01E02-E04'],
  [1, [2, 5], 'S01E02+E05'],
  [1, [2, 2], 'S01E02'],
  [1, [2, 4, 4], 'S01E02+E04'],
  [0, [1], 'S00E01'],
  [12, [105], 'S12E105'],
  [3, [], 'S03'],
])('season %i with episodes %j is %s', (season, numbers, label) => {
  const episode = { id: 1, title: '', tvdbId: null, airDate: null, isMonitored: true };
  expect(partLabel({ season, episodes: numbers.map((number) => ({ ...episode, number })) })).toBe(label);
});
