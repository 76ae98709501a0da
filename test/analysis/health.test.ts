import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeOf, healthOf, healthParts, pointsOfHealth } from '../../src/analysis/shared/health-of.ts';
import { cutoffLabel } from '../../src/model/cutoff-state.ts';
import type { Library, LibraryFile } from '../../src/model/library.ts';
import { cutoffState } from '../../src/scoring/cutoff-state.ts';
import { answerOf, figureOf, rowsOf } from '../support/answers.ts';
import { anyLibrary } from '../support/any-library.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import { aHit, aLibraryFile, anIndex, aScoredProfile } from '../support/libraries.ts';

const profile = aScoredProfile({ 1: 50, 2: 150, 3: -10 });
const fifty = aLibraryFile({ fileId: 1, profile, formats: [aHit(1, 50)] });
const minusTen = aLibraryFile({ fileId: 2, profile, formats: [aHit(3, -10)] });

test('the example: half accepted, a quarter fulfilled, all of good quality is 57.5', () => {
  const answer = answerOf('health', anIndex({ files: [fifty, minusTen] }));
  expect(figureOf('health', answer)).toBeCloseTo(57.5, 10);
  const [accepted, fulfilled, qualityMet] = rowsOf('health-parts', answer);
  expect(accepted).toMatchObject({ now: 50, points: 20, most: 40 });
  expect(fulfilled).toMatchObject({ now: 25, points: 7.5, most: 30 });
  expect(qualityMet).toMatchObject({ now: 100, points: 30, most: 30 });
  expect(rowsOf('health-profiles', answer)).toMatchObject([{ grade: 'few files', findings: 0 }]);
  expect(answer.caveats).toEqual(['Few files: “HD” on main has 2 files.']);
  expect(answer.headline).toBe('Health is 58 of 100, of few files.');
});

test('where nothing can be reached above the base, the scores are left out and the rest counts for all', () => {
  const files = [aLibraryFile({ profile: aProfile({ minFormatScore: 0 }) })];
  const answer = answerOf('health', anIndex({ files }));
  expect(figureOf('health', answer)).toBeCloseTo(100, 10);
  expect(rowsOf('health-profiles', answer)).toMatchObject([{ fulfilled: null, accepted: 100 }]);
  expect(rowsOf('health-parts', answer).map(({ now }) => now)).toEqual([100, null, 100]);
});

test('the library is the mean of its profiles by number of files', () => {
  const other = aProfile({ id: 2, minFormatScore: 1000 });
  const good = [1, 2, 3].map((fileId) => aLibraryFile({ fileId, profile: aProfile() }));
  const answer = answerOf(
    'health',
    anIndex({ files: [...good, aLibraryFile({ fileId: 4, profile: other })] }),
  );
  const whole = 100;
  const bad = (100 * 0.3) / 0.7;
  expect(figureOf('health', answer)).toBeCloseTo((3 * whole + bad) / 4, 10);
});

test('from 20 files on there is a grade', () => {
  const files = Array.from({ length: 20 }, (_, at) => aLibraryFile({ fileId: at + 1 }));
  const answer = answerOf('health', anIndex({ files }));
  expect(rowsOf('health-instances', answer)).toMatchObject([{ instance: 'main', files: 20, grade: 'A' }]);
  expect(answer.headline).toBe('Health is 100 of 100, grade A.');
});

test.each([
  [90, 'A'],
  [89.9, 'B'],
  [75, 'B'],
  [74.9, 'C'],
  [60, 'C'],
  [40, 'D'],
  [39.9, 'E'],
])('%d is grade %s', (health, grade) => {
  expect(gradeOf(health)).toBe(grade);
});

test('a cutoff above 0 and below the bound is what counts as full', () => {
  const [group] = anIndex({ files: [fifty] }).groups;
  if (group === undefined) throw new Error('no group');
  expect(healthParts(group, 200)?.fulfilled).toBe(0.5);
  expect(healthParts(group, 80)?.fulfilled).toBe(50 / 80);
  expect(healthParts({ ...group, files: [] }, 80)).toBeNull();
});

describe('on any library', () => {
  const healthsOf = (library: Library): readonly number[] =>
    rowsOf('health-profiles', answerOf('health', anIndex(library)))
      .map(({ health }) => Number(health))
      .toSorted((a, b) => a - b);

  test('it lies from 0 to 100, and its points are its sum', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        for (const group of anIndex(library).groups) {
          const parts = healthParts(group, 1000);
          if (parts === null) continue;
          const { accepted, fulfilled, qualityMet } = pointsOfHealth(parts);
          expect(healthOf(parts)).toBeGreaterThanOrEqual(0);
          expect(healthOf(parts)).toBeLessThanOrEqual(100 + 1e-9);
          expect(accepted + fulfilled + qualityMet).toBeCloseTo(healthOf(parts), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('taking everything twice leaves it', () => {
    fc.assert(
      fc.property(anyLibrary, (library) => {
        const twins = library.files.map((file) => ({ ...file, fileId: file.fileId + 10_000 }));
        const twice = { ...library, files: [...library.files, ...twins] };
        const [one, two] = [healthsOf(library), healthsOf(twice)];
        expect(two.length).toBe(one.length);
        for (const [at, health] of one.entries()) expect(two[at]).toBeCloseTo(health, 6);
      }),
      { numRuns: 60 },
    );
  });

  test('raising one file’s score never lowers it', () => {
    const raised = fc.record({
      library: anyLibrary,
      which: fc.nat(),
      by: fc.integer({ min: 1, max: 2_000 }),
    });
    fc.assert(
      fc.property(raised, ({ library, which, by }) => {
        const at = which % Math.max(1, library.files.length);
        const files = library.files.map((file, place) =>
          place === at ? { ...file, score: file.score + by } : file,
        );
        const [before, after] = [library, { ...library, files }].map(
          (either) => figureOf('health', answerOf('health', anIndex(either))) ?? 0,
        );
        expect(after).toBeGreaterThanOrEqual((before ?? 0) - 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

test('a file is judged by the servers’ own rules', () => {
  const file: LibraryFile = aLibraryFile({ quality: aQuality(), formats: [aHit(1, 100)] });
  expect(cutoffLabel(cutoffState(file.profile, file))).toBe('closed');
});
