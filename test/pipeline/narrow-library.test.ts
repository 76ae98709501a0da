import { expect, test } from 'vitest';
import { narrowLibrary } from '../../src/pipeline/narrow-library.ts';
import { aChange, aLibrary, aLibraryFile, anEvent, daysAgo } from '../support/libraries.ts';

const [one, two] = [aLibraryFile({ fileId: 1 }), aLibraryFile({ fileId: 2 })];
const elsewhere = aLibraryFile({ fileId: 3, instance: 'other' });
const files = [one, two, elsewhere];
const edit = {
  at: daysAgo(1),
  since: daysAgo(2),
  edit: { kind: 'format-edited', format: 'HDR' },
  filesTouched: 1,
  pointsMoved: 1,
  statesChanged: 1,
} as const;
const day = { profileId: 1, profileName: 'HD', day: '2026-11-20', sizeBytes: 1, scores: [], states: [] };
const library = aLibrary({
  files,
  changes: files.map((file) => aChange(file)),
  ruleChanges: [
    { ...edit, instanceKey: 'radarr/main' },
    { ...edit, instanceKey: 'radarr/other' },
  ],
  events: files.map((file) => anEvent(file)),
  days: [
    { ...day, instanceKey: 'radarr/main' },
    { ...day, instanceKey: 'radarr/other' },
  ],
});

function counts({
  instances,
  files: own,
  changes,
  ruleChanges,
  events,
  days,
}: typeof library): readonly number[] {
  return [instances, own, changes, ruleChanges, events, days].map(({ length }) => length);
}

test('without a wish all of it stays', () => {
  expect(narrowLibrary(library, { instanceKeys: null, matches: null })).toBe(library);
});

test('an instance comes with its own past', () => {
  const instanceKeys = new Set(['radarr/other']);
  expect(counts(narrowLibrary(library, { instanceKeys, matches: null }))).toEqual([1, 1, 1, 1, 1, 1]);
});

test('some files come with their slots’ past; counts by day are of whole profiles, and are left out', () => {
  const narrowed = narrowLibrary(library, { instanceKeys: null, matches: ({ fileId }) => fileId < 3 });
  expect(counts(narrowed)).toEqual([2, 2, 2, 2, 2, 0]);
});
