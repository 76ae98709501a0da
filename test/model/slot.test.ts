import { expect, test } from 'vitest';
import { factsOf } from '../../src/model/changes/file-facts.ts';
import { slotsOf } from '../../src/model/changes/slots-of.ts';
import type { Episode } from '../../src/model/part.ts';
import { slotKey } from '../../src/model/slot.ts';
import { aFile, anItem } from '../support/builders.ts';

const radarr = { service: 'radarr', name: 'main' } as const;
const sonarr = { service: 'sonarr', name: 'tv' } as const;
const series = anItem({ title: 'The Wire', tmdbId: 1438, tvdbId: 79126 });

function episode(number: number): Episode {
  return { id: number, number, title: '', tvdbId: null, airDate: null, isMonitored: true };
}

function keysOf(...[file, instance]: Parameters<typeof slotsOf>): readonly string[] {
  return slotsOf(file, instance).map(slotKey);
}

test('a movie fills one slot, known by the id it has everywhere', () => {
  expect(keysOf(aFile(), radarr)).toEqual(['radarr/main tmdb:19']);
  expect(keysOf(aFile({ item: anItem({ id: 12, tmdbId: null }) }), radarr)).toEqual(['radarr/main item:12']);
});

test('a file of a series fills one slot an episode', () => {
  const part = { season: 1, episodes: [episode(2), episode(3)] };
  expect(keysOf(aFile({ item: series, part }), sonarr)).toEqual([
    'sonarr/tv tvdb:79126 S01E02',
    'sonarr/tv tvdb:79126 S01E03',
  ]);
});

test('a file to which no episode is linked has a slot of its own', () => {
  const part = { season: 0, episodes: [] };
  expect(keysOf(aFile({ fileId: 190, item: series, part }), sonarr)).toEqual([
    'sonarr/tv tvdb:79126 S00 file 190',
  ]);
});

test('a file’s facts say what its score has over its formats', () => {
  const formats = [
    { id: 9, name: 'B', score: 20 },
    { id: 4, name: 'A', score: 5 },
  ];
  expect(factsOf(aFile({ formats, score: 30 }))).toMatchObject({
    formatIds: [4, 9],
    surplus: 5,
    isShared: false,
  });
  const part = { season: 1, episodes: [episode(2), episode(3)] };
  expect(factsOf(aFile({ part }))).toMatchObject({ isShared: true, originalLanguage: { name: 'German' } });
});
