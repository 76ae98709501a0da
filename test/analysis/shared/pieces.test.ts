import { expect, test } from 'vitest';
import { instancesTable } from '../../../src/analysis/health/health-tables.ts';
import { distributionOf, gapTo, rangeOf, titleOfSlot } from '../../../src/analysis/shared/cells.ts';
import { isNamed } from '../../../src/analysis/shared/conditions.ts';
import { indexLibrary } from '../../../src/analysis/shared/library-index.ts';
import { scoreWords } from '../../../src/analysis/shared/words.ts';
import { answerOf, figureOf, rowsOf } from '../../support/answers.ts';
import {
  aChange,
  aHit,
  aLibrary,
  aLibraryFile,
  anEpisodeFile,
  anEvent,
  anIndex,
  aScoredProfile,
  aState,
  daysAgo,
  now,
  slotOf,
} from '../../support/libraries.ts';

const noMarks = { minimum: null, cutoff: null, bestSeen: null };

test('without scores there is no range and no histogram', () => {
  expect(rangeOf([], noMarks)).toBeNull();
  expect(distributionOf([], noMarks)).toBeNull();
});

test('a single score is one bin', () => {
  expect(distributionOf([7], noMarks)).toMatchObject({ from: 7, binWidth: 1, files: [1], lower: 0 });
  expect(rangeOf([7], noMarks)).toMatchObject({ p5: 7, median: 7, p95: 7 });
});

test('a gap is 0 beyond the target, and unknown without one', () => {
  expect([gapTo(100, 40), gapTo(100, 400), gapTo(null, 4)]).toEqual([60, 0, null]);
  expect([scoreWords(9705), scoreWords(null)]).toEqual(['9,705', '–']);
});

test('a year that nobody knows is not told', () => {
  const slot = slotOf(aLibraryFile());
  expect(titleOfSlot({ ...slot, year: 0 }, null)).toMatchObject({ detail: '', fileKey: null });
  expect(titleOfSlot(slotOf(anEpisodeFile({ season: 2, number: 5 })), null)).toMatchObject({
    detail: 'S02E05',
  });
});

test('a name that a filter can tell from all others is used, otherwise the number', () => {
  expect(isNamed('profile', { id: 4, name: 'HD' }, ['HD', 'SD'])).toMatchObject({
    field: 'profile',
    value: 'HD',
  });
  expect(isNamed('profile', { id: 4, name: 'HD' }, ['HD', 'hd'])).toMatchObject({
    field: 'profile-id',
    value: '4',
  });
});

test('a file of an instance that nobody knows is counted, and breaks nothing', () => {
  const file = aLibraryFile();
  const index = indexLibrary(aLibrary({ files: [file], instances: [], events: [anEvent(file)] }), {
    now,
    since: daysAgo(7),
    isNarrowed: false,
  });
  expect(figureOf('files', answerOf('overview', index))).toBe(1);
  expect(figureOf('loops', answerOf('loops', index))).toBe(0);
  expect(index.group('radarr/main#1')).toBeNull();
});

test('an instance without files has no row of health', () => {
  const [group] = anIndex({ files: [aLibraryFile()] }).groups;
  if (group === undefined) throw new Error('no group');
  const parts = { files: 0, accepted: 0, fulfilled: null, qualityMet: 0 };
  expect(instancesTable([{ group, parts }]).rows).toEqual([]);
});

test('a double episode that replaced two files is decided by what decided either', () => {
  const profile = aScoredProfile(
    { 1: 10 },
    { minFormatScore: -1000, cutoffFormatScore: 1000, language: null },
  );
  const first = anEpisodeFile({ fileId: 1, profile, formats: [aHit(1, 10)] });
  const [episode] = first.part?.episodes ?? [];
  if (episode === undefined) throw new Error('no episode');
  const file = { ...first, part: { season: 1, episodes: [episode, { ...episode, number: 2 }] } };
  const slot = slotOf(file);
  const change = aChange(file, {
    kind: 'replaced',
    before: aState(file, { fileId: 9, formats: [], score: 0 }),
  });
  const second = { ...change, slot: { ...slot, episode: { season: 1, number: 2 } } };
  const answer = answerOf('format-effectiveness', anIndex({ files: [file], changes: [change, second] }));
  expect(rowsOf('formats-by-profile', answer)).toMatchObject([{ decisive: 1 }]);
});
