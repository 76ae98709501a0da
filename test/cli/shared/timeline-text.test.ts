import { expect, test } from 'vitest';
import { timelineLines } from '../../../src/cli/shared/timeline-text.ts';
import type { Change, FileState } from '../../../src/model/change.ts';
import type { HistoryEntry } from '../../../src/model/history-entry.ts';
import type { HistoryEvent } from '../../../src/model/history-event.ts';
import { aQuality } from '../../support/builders.ts';
import { anEvent, aSlot } from '../../support/comparing.ts';

const at = new Date(2026, 0, 5, 12);

function event(only: Partial<HistoryEvent>): HistoryEntry {
  const { slot, ...about } = anEvent({ at, sourceTitle: 'Metropolis.1927-GROUP', ...only });
  return { kind: 'event', at: about.at, event: { ...about, slots: [slot] } };
}

function told(timeline: readonly HistoryEntry[], all = false): readonly string[] {
  return timelineLines({ bestSeen: 0, timeline }, { all });
}

test.each([
  ['imported with the score of its grab', 40, 'imported, as grabbed'],
  ['imported with another score', 25, 'imported, grabbed with 40'],
  ['imported with a score that nobody knows', null, 'imported'],
])('a grab that is %s is one line', (_name, scoreThen, words) => {
  const grab = event({ downloadId: 'A', scoreThen: 40 });
  const lines = told([grab, event({ downloadId: 'A', kind: 'imported', scoreThen })]);
  const score = String(scoreThen ?? '').padStart(5);
  expect(lines).toEqual(['timeline', `  2026-01-05  ${score}           ${words}: Metropolis.1927-GROUP`]);
});

test('a grab that was not imported is told, and downloads without an id are not taken for one', () => {
  const lines = told([event({ scoreThen: 40 }), event({ kind: 'imported', scoreThen: 40 })]);
  expect(lines.map((line) => line.trim().split(/ {2,}/).at(-1))).toEqual([
    'timeline',
    'grabbed: Metropolis.1927-GROUP',
    'imported: Metropolis.1927-GROUP',
  ]);
});

test('a deleted file leaves no score, and its folders are not told', () => {
  const gone = { kind: 'deleted', reason: 'upgrade', scoreThen: 40, sourceTitle: '/a/b/Old.mkv' } as const;
  expect(told([event(gone)])[1]).toBe(`  2026-01-05${' '.repeat(18)}deleted (for an upgrade): Old.mkv`);
});

test('the newest ten are shown, with --all every one', () => {
  const many = Array.from({ length: 12 }, (_, index) => event({ sourceTitle: `Release.${index}` }));
  expect(told(many).slice(0, 3)).toEqual([
    'timeline',
    '  2 earlier (--all)',
    expect.stringContaining('Release.2'),
  ]);
  expect(told(many, true)).toHaveLength(13);
});

test('where nothing is known there is no timeline', () => {
  expect(timelineLines(null, { all: false })).toEqual([]);
  expect(told([])).toEqual([]);
});

const file: FileState = {
  fileId: 1,
  relativePath: 'Metropolis.mkv',
  quality: aQuality(),
  sizeBytes: 8e9,
  releaseGroup: 'GROUP',
  profileName: 'HD',
  score: 40,
  formats: [],
};

/** A line of a file that changed, without its day. */
function changeLine(only: Partial<Change>): string | undefined {
  const change: Change = {
    slot: aSlot(),
    at,
    since: null,
    kind: 'rescored',
    before: file,
    after: { ...file, score: 90 },
    replacement: null,
    attributes: [],
    causes: [],
    ...only,
  };
  const entry = { kind: 'change', at, change, slots: [change.slot], joinedWith: [], partedFrom: [] } as const;
  return told([entry])
    .slice(1)
    .map((line) => line.slice(12).trim())
    .join(' ');
}

test.each([
  [
    'one cause has all the points',
    [{ kind: 'format-edited', formats: ['HDR'], points: 50 }],
    'format edited: HDR',
  ],
  [
    'several causes have their points each',
    [
      { kind: 'format-edited', formats: ['HDR'], points: 70 },
      { kind: 'profile-reassigned', from: 'HD', to: 'UHD', points: -20 },
    ],
    'format edited: HDR +70; profile reassigned: HD → UHD −20',
  ],
] as const)('of a score that moved, %s', (_name, causes, words) => {
  expect(changeLine({ causes })).toBe(`90  +    50  ${words}`);
});

test('a file that came has its score and no difference, one that is gone has neither', () => {
  const causes = [{ kind: 'file-replaced', points: 90 }] as const;
  expect(changeLine({ kind: 'new', before: null, causes })).toBe(
    '90           new: Bluray-1080p, 8.0 GB, GROUP',
  );
  expect(changeLine({ kind: 'gone', after: null, causes })).toBe('gone: Bluray-1080p, 8.0 GB, GROUP');
});
