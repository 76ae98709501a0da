import { expect, test } from 'vitest';
import { answerOf, figureOf, rowsOf } from '../support/answers.ts';
import { aQuality } from '../support/builders.ts';
import {
  aChange,
  aLibraryFile,
  anEpisodeFile,
  anEvent,
  anIndex,
  aScoredProfile,
  aState,
  daysAgo,
  instancesOf,
  slotOf,
} from '../support/libraries.ts';

const gb = 1_000_000_000;
const profile = aScoredProfile({ 1: 100, 2: 20 });
const one = aLibraryFile({ fileId: 1, profile });
const other = aLibraryFile({ fileId: 2, profile });
const events = [
  anEvent(one, { at: daysAgo(50), fileId: 10 }),
  anEvent(other, { at: daysAgo(50), fileId: 20 }),
  anEvent(one, { at: daysAgo(40), fileId: 11, formatsToday: [1], sizeBytes: 10 * gb }),
  anEvent(other, { at: daysAgo(40), fileId: 21, formatsToday: [2], sizeBytes: 5 * gb }),
];

test('the example: 120 points for 15 GB are 8 for each, and a step of 100 would have prevented one', () => {
  const answer = answerOf('worth', anIndex({ files: [one, other], events }));
  expect(rowsOf('worth', answer)).toMatchObject([
    {
      replacements: 2,
      gain: 120,
      downloaded: 15 * gb,
      points_per_gb: 8,
      in_words: '“HD” on main: 2 replacements gained +120, 8 for each GB.',
    },
  ]);
  expect(rowsOf('steps', answer)).toEqual([
    { profile: 'HD', instance: 'main', step: 20, prevented: 0, size: 0, points: 0 },
    { profile: 'HD', instance: 'main', step: 100, prevented: 1, size: 5 * gb, points: 20 },
  ]);
  expect(answer.caveats).toEqual(['Few replacements: the steps say little.']);
});

test('a gain of nothing is said in words', () => {
  const worse = [...events.slice(0, 1), anEvent(one, { at: daysAgo(1), fileId: 12 })];
  const answer = answerOf('worth', anIndex({ files: [one], events: worse }));
  expect(rowsOf('worth', answer)).toMatchObject([{ points_per_gb: null }]);
  expect(answer.headline).toBe('“HD” on main: 1 replacement gained nothing (0).');
});

test('of several profiles it is said how many gained, and how many nothing', () => {
  const third = aLibraryFile({ fileId: 3, profile: { ...profile, id: 9, name: 'Other' } });
  const worse = [events[0], events[2]].flatMap((event) =>
    event === undefined ? [] : [{ ...event, slot: slotOf(third), formatsToday: [] }],
  );
  const answer = answerOf('worth', anIndex({ files: [one, other, third], events: [...events, ...worse] }));
  expect(answer.headline).toBe('3 replacements: 1 profile gained by them, 1 gained nothing.');
  expect(rowsOf('worth', answer).map((row) => row['in_words'])).toContain(
    '“Other” on main: 1 replacement gained nothing (0).',
  );
});

test('without sizes there is a gain and no rate', () => {
  const sizeless = events.map((event) => ({ ...event, sizeBytes: null }));
  expect(answerOf('worth', anIndex({ files: [one, other], events: sizeless })).headline).toBe(
    '“HD” on main: 2 replacements gained +120.',
  );
});

test('a step has no say where a better quality or revision came', () => {
  const better = aQuality({ revision: { version: 2, real: 0, isRepack: false } });
  const proper = events.map((event) => (event.fileId === 11 ? { ...event, quality: better } : event));
  expect(
    rowsOf('steps', answerOf('worth', anIndex({ files: [one, other], events: proper }))).map(
      ({ step }) => step,
    ),
  ).toEqual([20]);
});

test('a slot that was emptied by hand was not replaced; a delete for an upgrade tells of the old file', () => {
  const deleted = anEvent(one, { kind: 'deleted', reason: 'manual', at: daysAgo(45) });
  const [first, , second] = events;
  if (first === undefined || second === undefined) throw new Error('no events');
  const count = (given: readonly (typeof first)[]): number | null =>
    figureOf('replacements', answerOf('worth', anIndex({ files: [one], events: given })));
  expect(count([first, deleted, second])).toBe(0);
  expect(count([first, { ...deleted, reason: 'upgrade' }, second])).toBe(1);
  expect(count([{ ...deleted, reason: 'upgrade' }, second])).toBe(1);
  expect(count([first, { ...deleted, kind: 'renamed' }, second])).toBe(1);
});

test('what a snapshot saw counts where the server’s history does not tell it', () => {
  const change = aChange(one, {
    kind: 'replaced',
    at: daysAgo(20),
    since: daysAgo(21),
    before: aState(one, { fileId: 5 }),
    after: aState(one, { fileId: 6 }),
  });
  const count = (given: typeof events): number | null =>
    figureOf('replacements', answerOf('worth', anIndex({ files: [one], changes: [change], events: given })));
  expect(count([])).toBe(1);
  expect(count([anEvent(one, { at: daysAgo(30), fileId: 6 })])).toBe(0);
  expect(count([anEvent(one, { at: new Date(daysAgo(20).getTime() - 1), fileId: null })])).toBe(0);
  const early = { ...change, since: null };
  expect(figureOf('replacements', answerOf('worth', anIndex({ files: [one], changes: [early] })))).toBe(1);
});

test('a double episode is one file, and takes one place', () => {
  const file = anEpisodeFile({ fileId: 1, profile });
  const slot = slotOf(file);
  const second = { ...slot, episode: { season: 1, number: 2 } };
  const double = [slot, second].flatMap((own) => [
    { ...anEvent(file, { at: daysAgo(9), fileId: 30, downloadId: 'a' }), slot: own },
    { ...anEvent(file, { at: daysAgo(8), fileId: 31, downloadId: 'b', formatsToday: [2] }), slot: own },
  ]);
  expect(figureOf('replacements', answerOf('worth', anIndex({ files: [file], events: double })))).toBe(1);
  const nameless = double.map((event) => ({ ...event, fileId: null }));
  expect(figureOf('replacements', answerOf('worth', anIndex({ files: [file], events: nameless })))).toBe(1);
  const silent = nameless.map((event) => ({ ...event, downloadId: null }));
  expect(figureOf('replacements', answerOf('worth', anIndex({ files: [file], events: silent })))).toBe(1);
});

test('what was replaced three times or more is listed, the most often first', () => {
  const often = [1, 2, 3, 4].map((at) =>
    anEvent(one, { at: daysAgo(10 - at), fileId: 100 + at, formatsToday: [2] }),
  );
  const answer = answerOf('worth', anIndex({ files: [one], events: often }));
  expect(figureOf('churn', answer)).toBe(1);
  expect(rowsOf('churned-titles', answer)).toMatchObject([
    { title: { title: 'Movie 1' }, replacements: 3, gain: 0, downloaded: 24 * gb, last: daysAgo(6) },
  ]);
});

test('a title that is gone has no profile, and is left out', () => {
  const answer = answerOf('worth', anIndex({ files: [], events, instances: [] }));
  expect(answer.headline).toBeNull();
  const instances = instancesOf([one], { historySince: null });
  expect(answerOf('worth', anIndex({ files: [one], instances })).caveats).toEqual([
    'No history of main: only what was seen since its first reading counts.',
  ]);
});

test('a slot that is empty now still has the profile of its item', () => {
  const instances = instancesOf([one]);
  const empty = events.filter(({ fileId }) => fileId === 10 || fileId === 11);
  const answer = answerOf('worth', anIndex({ files: [], instances, events: empty }));
  expect(figureOf('replacements', answer)).toBe(1);
});

test('of titles replaced as often the one that gained least comes first, then by key', () => {
  const files = [1, 2, 3].map((fileId) => aLibraryFile({ fileId, profile }));
  const events = files.flatMap((file, which) =>
    [0, 1, 2, 3].map((at) =>
      anEvent(file, {
        at: daysAgo(50 - 10 * at),
        fileId: 100 * (which + 1) + at,
        formatsToday: which === 0 && at > 0 ? [1] : [],
      }),
    ),
  );
  const rows = rowsOf('churned-titles', answerOf('worth', anIndex({ files, events })));
  expect(rows.map(({ title, gain }) => [title, gain])).toMatchObject([
    [{ title: 'Movie 2' }, 0],
    [{ title: 'Movie 3' }, 0],
    [{ title: 'Movie 1' }, 100],
  ]);
});
