import { expect, test } from 'vitest';
import type { Library } from '../../src/model/library.ts';
import { analyses } from '../../src/pipeline/analyses.ts';
import { makeReport } from '../../src/pipeline/make-report.ts';
import { expectFiguresToBeFound, figuresOf } from '../support/figures.ts';
import { goldenSection } from '../support/golden-section.ts';
import {
  aChange,
  aDemoLibrary,
  aDownload,
  aHit,
  aLibrary,
  aLibraryFile,
  anEpisodeFile,
  anEvent,
  aScoredProfile,
  aState,
  daysAgo,
  now,
} from '../support/libraries.ts';

const recorded = makeReport(await aDemoLibrary(), question());
const told = makeReport(aToldLibrary(), question());

function question(): Parameters<typeof makeReport>[1] {
  return { names: null, now, since: daysAgo(30), isNarrowed: false };
}

test.each(analyses.map(({ name }) => name))(
  '%s says the same of recorded answers as before',
  async (name) => {
    await expect(goldenSection(recorded, name)).toMatchFileSnapshot(
      `../golden/analysis/recorded/${name}.json`,
    );
  },
);

test.each(analyses.map(({ name }) => name))(
  '%s says the same of a library with a past as before',
  async (name) => {
    await expect(goldenSection(told, name)).toMatchFileSnapshot(`../golden/analysis/told/${name}.json`);
  },
);

test('every filter of a library with a past finds as many files as it says', () => {
  expect(figuresOf(told).length).toBeGreaterThan(50);
  expectFiguresToBeFound(told);
});

/** A hand-made library in which everything happens once: changes, loops, drift, edits, gaps, a stale file. */
function aToldLibrary(): Library {
  const best = aScoredProfile(
    { 1: 500, 2: 100, 3: -1000 },
    { name: 'Best', cutoffFormatScore: 600, minUpgradeFormatScore: 50 },
  );
  const compact = aScoredProfile({ 1: 0, 2: 100 }, { id: 2, name: 'Compact', cutoffFormatScore: 100 });
  const top = aLibraryFile({ fileId: 1, profile: best, formats: [aHit(1, 500), aHit(2, 100)] });
  const open = aLibraryFile({ fileId: 2, profile: best, formats: [aHit(2, 100)] });
  const bad = aLibraryFile({ fileId: 3, profile: best, formats: [aHit(3, -1000)], staleSince: daysAgo(1) });
  const small = aLibraryFile({ fileId: 4, profile: compact, formats: [aHit(2, 100)] });
  const tv = aScoredProfile({ 1: 500 }, { id: 3, name: 'TV', language: null });
  const episodes = [1, 2, 3].map((number) => anEpisodeFile({ fileId: number, number, profile: tv }));
  const day = (days: number): string => daysAgo(days).toISOString().slice(0, 10);
  const state = { belowMinimum: false, quality: 'met', format: 'open', upgradesAllowed: true } as const;
  const counts = { instanceKey: 'radarr/main', profileId: 1, profileName: 'Best', sizeBytes: 24e9 } as const;
  return aLibrary({
    files: [top, open, bad, small, ...episodes],
    changes: [
      aChange(top, {
        kind: 'replaced',
        at: daysAgo(12),
        since: daysAgo(13),
        before: aState(top, { fileId: 90, formats: [aHit(2, 100)], score: 100, sizeBytes: 4e9 }),
        causes: [{ kind: 'file-replaced', points: 500 }],
      }),
      aChange(bad, {
        at: daysAgo(5),
        before: aState(bad, { score: 0, formats: [] }),
        causes: [{ kind: 'format-edited', points: -1000, formats: ['Format 3'] }],
      }),
    ],
    ruleChanges: [
      {
        instanceKey: 'radarr/main',
        at: daysAgo(5),
        since: daysAgo(6),
        edit: { kind: 'format-edited', format: 'Format 3' },
        filesTouched: 1,
        pointsMoved: -1000,
        statesChanged: 1,
      },
    ],
    events: [
      anEvent(open, { at: daysAgo(60), fileId: 70, formatsToday: [2] }),
      ...aDownload(open, 'a', { at: daysAgo(40), sourceTitle: 'A', formatsToday: [2], scoreThen: 100 }),
      ...aDownload(open, 'b', { at: daysAgo(30), sourceTitle: 'B', formatsToday: [2], scoreThen: 100 }),
      anEvent(open, {
        kind: 'grabbed',
        downloadId: 'c',
        at: daysAgo(20),
        sourceTitle: 'B',
        formatsToday: [1, 2],
        scoreThen: 600,
      }),
      anEvent(open, {
        downloadId: 'c',
        at: daysAgo(20),
        sourceTitle: 'B',
        formatsToday: [2],
        scoreThen: 100,
        fileId: 2,
      }),
    ],
    days: [12, 11, 9, 5, 1].map((ago) => ({
      ...counts,
      day: day(ago),
      scores: [
        { score: 100, files: 1 },
        { score: ago > 5 ? 0 : -1000, files: 1 },
      ],
      states: [
        { state, files: 1 },
        { state: { ...state, belowMinimum: ago <= 5 }, files: 1 },
      ],
    })),
  });
}
