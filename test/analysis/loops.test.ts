import { describe, expect, test } from 'vitest';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import { answerOf, columnOf, figureOf, rowsOf } from '../support/answers.ts';
import { aProfile, aQuality } from '../support/builders.ts';
import {
  aDownload,
  aFormat,
  aHit,
  aLibraryFile,
  anEvent,
  anIndex,
  aScoredProfile,
  daysAgo,
  instancesOf,
} from '../support/libraries.ts';

/** Format 1 is worth 100, format 2 five, format 3 takes 40. */
const points = { 1: 100, 2: 5, 3: -40 };
const stepOf = (minUpgradeFormatScore: number): ReturnType<typeof aLibraryFile> =>
  aLibraryFile({
    profile: aScoredProfile(points, { minUpgradeFormatScore }),
    formats: [aHit(1, 100), aHit(2, 5)],
  });

/** One file that was there, then three downloads on days 1, 20 and 40. */
function story(file: ReturnType<typeof aLibraryFile>): readonly HistoryEvent[] {
  return [
    anEvent(file, { at: daysAgo(90), formatsToday: [1], fileId: 10 }),
    ...aDownload(file, 'a', { at: daysAgo(49), formatsToday: [1], sourceTitle: 'A' }),
    ...aDownload(file, 'b', { at: daysAgo(30), formatsToday: [1, 2], sourceTitle: 'B' }),
    ...aDownload(file, 'c', { at: daysAgo(10), formatsToday: [1, 2], sourceTitle: 'C' }),
  ];
}

describe('a loop', () => {
  test('the example: three downloads that gain 5, with a step of 10', () => {
    const file = stepOf(10);
    const answer = answerOf('loops', anIndex({ files: [file], events: story(file) }));
    expect(rowsOf('looping-titles', answer)).toMatchObject([
      { grabs: 3, gain: 5, step: 10, fault: 'none by today’s rules', last: daysAgo(10) },
    ]);
    expect(answer.findings).toMatchObject([
      { severity: 'high', title: 'The same title again and again', count: 1 },
    ]);
    expect(answer.headline).toBe('1 title in a loop; 0 scored lower at import than at grab.');
  });

  test('is told, too, where a download before it gained much', () => {
    const file = stepOf(10);
    const before = aDownload(file, 'z', { at: daysAgo(55), formatsToday: [1], sourceTitle: 'Z' });
    const poor = anEvent(file, { at: daysAgo(90), formatsToday: [3], fileId: 10 });
    const events = [poor, ...before, ...story(file).slice(1)];
    expect(rowsOf('looping-titles', answerOf('loops', anIndex({ files: [file], events })))).toMatchObject([
      { grabs: 3, gain: 5 },
    ]);
  });

  test('is none when the gain is a step', () => {
    const file = stepOf(5);
    expect(figureOf('loops', answerOf('loops', anIndex({ files: [file], events: story(file) })))).toBe(0);
  });

  test('needs three downloads within 60 days: failed ones do not count, one told twice counts once', () => {
    const file = stepOf(10);
    const [first, ...rest] = story(file);
    const count = (events: readonly (HistoryEvent | undefined)[]): number | null =>
      figureOf(
        'loops',
        answerOf('loops', anIndex({ files: [file], events: events.filter((one) => one !== undefined) })),
      );
    const failed = anEvent(file, { kind: 'failed', downloadId: 'c', at: daysAgo(9) });
    expect(count([first, ...rest, failed])).toBe(0);
    const early = rest.map((event) => (event.downloadId === 'a' ? { ...event, at: daysAgo(80) } : event));
    expect(count([first, ...early])).toBe(0);
    const twice = rest.map((event) => (event.downloadId === 'c' ? { ...event, downloadId: 'b' } : event));
    expect(count([first, ...twice])).toBe(0);
    const pending = rest.filter(({ downloadId, kind }) => downloadId !== 'c' || kind === 'grabbed');
    expect(count([first, ...pending])).toBe(0);
  });

  test('without ids of downloads, an import belongs to the grab before it', () => {
    const file = stepOf(10);
    const events = story(file).map((event, at) => ({
      ...event,
      downloadId: null,
      at: new Date(event.at.getTime() + at),
    }));
    expect(figureOf('loops', answerOf('loops', anIndex({ files: [file], events })))).toBe(1);
  });

  test('counts from the first download where nothing was there before', () => {
    const file = stepOf(10);
    const events = story(file).slice(1);
    expect(rowsOf('looping-titles', answerOf('loops', anIndex({ files: [file], events })))).toMatchObject([
      { gain: 5 },
    ]);
  });

  test('a better quality is worth its downloads', () => {
    const { revision: _, ...bluray } = aQuality();
    const sd = { ...bluray, id: 1, name: 'SDTV' };
    const items = [sd, bluray].map((quality) => ({ kind: 'quality' as const, quality, isAllowed: true }));
    const file = aLibraryFile({ profile: aProfile({ items }) });
    const events = story(file).map((event, at) =>
      at < 3 ? { ...event, quality: aQuality({ id: 1, name: 'SDTV' }) } : event,
    );
    expect(figureOf('loops', answerOf('loops', anIndex({ files: [file], events })))).toBe(0);
  });

  test('is not told where the formats are not known', () => {
    const file = stepOf(10);
    const events = story(file).map((event) => ({ ...event, scoreToday: null }));
    expect(figureOf('loops', answerOf('loops', anIndex({ files: [file], events })))).toBe(0);
  });

  test('of a title that is gone is left out', () => {
    const file = stepOf(10);
    expect(
      figureOf('loops', answerOf('loops', anIndex({ files: [], events: story(file), instances: [] }))),
    ).toBe(0);
  });
});

test('the same release again, whatever became of it', () => {
  const file = stepOf(1);
  const grab = (downloadId: string, days: number): HistoryEvent =>
    anEvent(file, { kind: 'grabbed', downloadId, at: daysAgo(days), sourceTitle: 'Again' });
  const answer = answerOf('loops', anIndex({ files: [file], events: [grab('a', 5), grab('b', 2)] }));
  expect(rowsOf('same-release', answer)).toMatchObject([{ times: 2, release: 'Again', last: daysAgo(2) }]);
  expect(figureOf('repeats', answerOf('loops', anIndex({ files: [file], events: [grab('a', 5)] })))).toBe(0);
});

function formatOf(implementation: string): CustomFormat {
  const [specification] = aFormat().specifications;
  if (specification === undefined) throw new Error('no condition');
  return aFormat({ id: 1, specifications: [{ ...specification, implementation }] });
}

describe('between grab and import', () => {
  const file = stepOf(1);
  const grab = anEvent(file, {
    kind: 'grabbed',
    downloadId: 'a',
    at: daysAgo(3),
    scoreThen: 1900,
    formatsToday: [1],
  });
  const imported = anEvent(file, { downloadId: 'a', at: daysAgo(3), scoreThen: 1850, formatsToday: [] });

  test('what was lost is named with its usual mend', () => {
    const answer = answerOf('loops', anIndex({ files: [file], events: [grab, imported] }));
    expect(rowsOf('import-below-grab', answer)).toMatchObject([
      {
        from: 1900,
        to: 1850,
        drop: -50,
        fault: 'lost Format 1',
        mend: 'Put the word it looks for into the naming format, so that the file keeps it.',
      },
    ]);
    expect(answer.findings).toMatchObject([
      { severity: 'medium', title: 'Files score lower than their release', count: 1 },
    ]);
  });

  test('where today’s rules take nothing, there is nothing to mend', () => {
    const events = [grab, { ...imported, formatsToday: [1] }];
    expect(rowsOf('import-below-grab', answerOf('loops', anIndex({ files: [file], events })))).toMatchObject([
      {
        drop: -50,
        fault: 'none by today’s rules',
        mend: 'Nothing: the rules were others then, and by today’s no points are lost.',
      },
    ]);
  });

  test('a bad one that came is at fault, too', () => {
    const events = [
      { ...grab, formatsToday: [] },
      { ...imported, formatsToday: [2, 3] },
    ];
    expect(rowsOf('import-below-grab', answerOf('loops', anIndex({ files: [file], events })))).toMatchObject([
      {
        fault: 'gained Format 3',
        mend: 'The name after import matches it: keep your naming out of its pattern.',
      },
    ]);
  });

  test.each([
    ['ReleaseGroupSpecification', 'Put {Release Group} into the naming format.'],
    ['SizeSpecification', 'The release is said to be larger than its file: widen the limits.'],
    ['UnheardSpecification', 'Score it lower: files do not keep it.'],
  ])('%s: %s', (implementation, mend) => {
    const instances = instancesOf([file]).map((one) => ({
      ...one,
      rules: { ...one.rules, formats: [formatOf(implementation)] },
    }));
    const answer = answerOf('loops', anIndex({ files: [file], instances, events: [grab, imported] }));
    expect(columnOf('import-below-grab', 'mend', answer)).toEqual([mend]);
  });

  test('scores that were not written down say nothing', () => {
    const events = [{ ...grab, scoreThen: null }, imported];
    expect(figureOf('import-drift', answerOf('loops', anIndex({ files: [file], events })))).toBe(0);
  });
});

describe('since the import', () => {
  const file = stepOf(1);
  const imported = anEvent(file, {
    at: daysAgo(20),
    fileId: file.fileId,
    scoreThen: 400,
    formatsToday: [1, 2],
  });
  const edit = (days: number) => ({
    instanceKey: 'radarr/main',
    at: daysAgo(days),
    since: daysAgo(days + 1),
    edit: { kind: 'format-edited', format: 'HDR' } as const,
    filesTouched: 1,
    pointsMoved: 1,
    statesChanged: 0,
  });

  test('a score that fell without an edit of the rules is told', () => {
    const answer = answerOf('loops', anIndex({ files: [file], events: [imported] }));
    expect(rowsOf('below-import', answer)).toMatchObject([{ from: 400, to: 105, drop: -295 }]);
    expect(answer.caveats).toEqual([]);
  });

  test('an edit after the import explains it; one before does not', () => {
    const sunk = (days: number): number | null =>
      figureOf(
        'sunk-files',
        answerOf('loops', anIndex({ files: [file], events: [imported], ruleChanges: [edit(days)] })),
      );
    expect([sunk(10), sunk(30)]).toEqual([0, 1]);
  });

  test('before the first reading edits are not known, and that is said', () => {
    const instances = instancesOf([file], { firstReadAt: daysAgo(5) });
    const answer = answerOf('loops', anIndex({ files: [file], instances, events: [imported] }));
    expect(figureOf('sunk-files', answer)).toBe(1);
    expect(answer.caveats[0]).toContain('Edits of the rules before 17 Nov 2026 are not known');
  });

  test('another file’s import, or an empty slot, says nothing', () => {
    const sunk = (events: readonly HistoryEvent[], files = [file]): number | null =>
      figureOf('sunk-files', answerOf('loops', anIndex({ files, events, instances: instancesOf([file]) })));
    expect(sunk([{ ...imported, fileId: 555 }])).toBe(0);
    expect(sunk([imported], [])).toBe(0);
    expect(sunk([{ ...imported, scoreThen: 100 }])).toBe(0);
  });
});

test('without history loops cannot be told, and that is said', () => {
  const file = stepOf(1);
  const instances = instancesOf([file], { historySince: null });
  expect(answerOf('loops', anIndex({ files: [file], instances })).caveats).toEqual([
    'No history of main: its loops cannot be told.',
  ]);
});

test('the worst loops come first: most downloads, then the least gain; so do repeats and drops', () => {
  const profile = aScoredProfile(points, { minUpgradeFormatScore: 1000 });
  const made = (fileId: number): ReturnType<typeof aLibraryFile> => aLibraryFile({ fileId, profile });
  const eventsOf = (
    file: ReturnType<typeof aLibraryFile>,
    days: readonly number[],
    formatsToday: readonly number[],
  ) =>
    days.flatMap((day, at) => [
      anEvent(file, {
        kind: 'grabbed',
        at: daysAgo(day),
        downloadId: `${file.fileId}-${at}`,
        sourceTitle: 'R',
        scoreThen: 100 * file.fileId,
        formatsToday: [1],
      }),
      anEvent(file, {
        at: daysAgo(day),
        downloadId: `${file.fileId}-${at}`,
        sourceTitle: 'R',
        scoreThen: 0,
        fileId: 50 + at,
        formatsToday: at === days.length - 1 ? formatsToday : [],
      }),
    ]);
  const files = [made(1), made(2), made(3)];
  const [one = made(1), two = made(2), three = made(3)] = files;
  const events = [
    ...eventsOf(one, [30, 20, 10], [2]),
    ...eventsOf(two, [30, 20, 10], []),
    ...eventsOf(three, [40, 30, 20, 10], [2]),
  ];
  const answer = answerOf('loops', anIndex({ files, events }));
  expect(columnOf('looping-titles', 'gain', answer)).toEqual([5, 0, 5]);
  expect(columnOf('looping-titles', 'grabs', answer)).toEqual([4, 3, 3]);
  expect(columnOf('looping-titles', 'fault', answer)).toEqual([
    'lost Format 1',
    'lost Format 1',
    'lost Format 1',
  ]);
  expect(columnOf('same-release', 'times', answer)).toEqual([4, 3, 3]);
  expect(columnOf('import-below-grab', 'drop', answer)).toEqual([-300, -200, -100]);
});
