import { expect, test } from 'vitest';
import { instancesTable } from '../../../src/analysis/health/health-tables.ts';
import { bestSeenIn } from '../../../src/analysis/shared/best-seen.ts';
import { distributionOf, gapTo, rangeOf, titleOfSlot } from '../../../src/analysis/shared/cells.ts';
import { isNamed } from '../../../src/analysis/shared/conditions.ts';
import { lazyRows } from '../../../src/analysis/shared/lazy-rows.ts';
import { indexLibrary } from '../../../src/analysis/shared/library-index.ts';
import { sortedBy } from '../../../src/analysis/shared/sorted-by.ts';
import { within } from '../../../src/analysis/shared/time-range.ts';
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
  instancesOf,
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

test('rows that are made when asked for are those of a list', () => {
  const made: number[] = [];
  const rows = lazyRows([1, 2, 3], (number) => {
    made.push(number);
    return { cells: [number], files: null };
  });
  const list = [1, 2, 3].map((number) => ({ cells: [number], files: null }));
  expect([rows.length, made]).toEqual([3, []]);
  expect([rows.slice(0, 1), made]).toEqual([list.slice(0, 1), [1]]);
  expect(rows.map(({ cells }, at) => [at, ...cells])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect([...rows]).toEqual(list);
  expect(JSON.parse(JSON.stringify(rows))).toEqual(list);
});

test('what happened in a span begins after one moment and ends with another', () => {
  const moments = [1, 2, 2, 3, 5];
  const of = (from: number, until: number): readonly number[] =>
    within(moments, (moment) => moment, { from, until });
  expect([of(1, 3), of(0, 9), of(5, 9), of(3, 4), of(9, 1)]).toEqual([[2, 2, 3], moments, [], [], []]);
  expect(within([], (moment: number) => moment, { from: 0, until: 9 })).toEqual([]);
});

test('equals stay as they are when values are put in order', () => {
  const values = ['bb', 'a', 'cc', 'd'];
  expect(sortedBy(values, ({ length }) => length)).toEqual(['a', 'd', 'bb', 'cc']);
});

test('nothing was seen in a profile without files, nor in one that nobody knows', () => {
  const index = anIndex({ instances: instancesOf([aLibraryFile()]) });
  const other = anIndex({ files: [aLibraryFile({ score: 5 })] });
  const [bestSeen, known] = [bestSeenIn(index), bestSeenIn(other)];
  expect(index.groups.map(bestSeen)).toEqual([null]);
  expect([other.groups.map(bestSeen), other.groups.map(known)]).toEqual([[null], [5]]);
});
