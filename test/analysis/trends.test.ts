import { describe, expect, test } from 'vitest';
import { mondayOf, weekLabel, weekOf } from '../../src/analysis/shared/days.ts';
import { indexLibrary } from '../../src/analysis/shared/library-index.ts';
import type { DayCounts } from '../../src/model/library.ts';
import { answerOf, blockOf, figureOf, rowsOf } from '../support/answers.ts';
import {
  aChange,
  aDownload,
  aLibrary,
  aLibraryFile,
  anEvent,
  anIndex,
  anInstance,
  aScoredProfile,
  daysAgo,
  instancesOf,
  now,
} from '../support/libraries.ts';

const profile = aScoredProfile({ 1: 10 });
const files = Array.from({ length: 200 }, (_, at) => aLibraryFile({ fileId: at + 1, profile }));

/** So many upgrades, each so many days ago. */
function upgrades(count: number, days: number): ReturnType<typeof anEvent>[] {
  const upgraded = files.slice(0, count);
  return [
    ...upgraded.map((file, at) => anEvent(file, { at: daysAgo(500), fileId: 1000 + at })),
    ...upgraded.map((file, at) => anEvent(file, { at: daysAgo(days), fileId: 2000 + at, formatsToday: [1] })),
  ];
}

const state = { belowMinimum: false, quality: 'met', format: 'open', upgradesAllowed: true } as const;

function aDay(days: number, only: Partial<DayCounts> = {}): DayCounts {
  return {
    instanceKey: 'radarr/main',
    profileId: 1,
    profileName: 'HD',
    day: daysAgo(days).toISOString().slice(0, 10),
    sizeBytes: 1000,
    scores: [
      { score: 10, files: 1 },
      { score: -10, files: 1 },
    ],
    states: [
      { state, files: 1 },
      { state: { ...state, belowMinimum: true }, files: 1 },
    ],
    ...only,
  };
}

describe('velocity', () => {
  test('the example: 4 upgrades of 200 files in 30 days are 20', () => {
    const answer = answerOf('trends', anIndex({ files, events: upgrades(4, 20) }));
    expect(figureOf('velocity', answer)).toBe(20);
    expect(blockOf('velocity', answer)).toMatchObject({ note: '4 upgrades' });
  });

  test('is for 30 days, whatever the span', () => {
    const rows = rowsOf('periods', answerOf('trends', anIndex({ files, events: upgrades(4, 20) })));
    expect(rows.map(({ velocity }) => Number(velocity))).toEqual([
      0,
      20,
      expect.closeTo(20 / 3),
      expect.closeTo(20 * (30 / 365)),
    ]);
  });

  test('the last spans stand against those before', () => {
    const events = [
      ...upgrades(4, 20),
      ...aDownload(files[9] ?? aLibraryFile(), 'x', { at: daysAgo(45), scoreToday: null }),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const rows = rowsOf('periods', answerOf('trends', anIndex({ files, events })));
    expect(rows.map(({ last, gained, gained_before }) => [last, gained, gained_before])).toEqual([
      [7, 0, 0],
      [30, 4, 0],
      [90, 4, 0],
      [365, 4, 0],
    ]);
    expect(rows[1]).toMatchObject({
      velocity: 20,
      replacements: 4,
      imports: 4,
      imports_before: 1,
      grabs_before: 1,
    });
  });

  test('a span that is not wholly known has no figure', () => {
    const instances = instancesOf(files, { historySince: daysAgo(50), firstReadAt: daysAgo(40) });
    const answer = answerOf('trends', anIndex({ files, instances }));
    expect(rowsOf('periods', answer).map(({ gained, gained_before }) => [gained, gained_before])).toEqual([
      [0, 0],
      [0, null],
      [null, null],
      [null, null],
    ]);
    expect(answer.caveats).toContain('No history before 3 Oct 2026.');
    expect(answer.headline).toBeNull();
    const blind = instancesOf(files, { historySince: null, firstReadAt: daysAgo(3) });
    expect(blockOf('velocity', answerOf('trends', anIndex({ files, instances: blind })))).toMatchObject({
      value: null,
      note: 'not all of 30 days is known',
    });
  });

  test('without files there is none', () => {
    const answer = answerOf('trends', anIndex({ files: [], instances: [anInstance()] }));
    expect(figureOf('velocity', answer)).toBeNull();
    expect(answer.headline).toBe('0 upgrades in the last 90 days, in the 90 before 0.');
  });
});

describe('by day', () => {
  const days = [aDay(4), aDay(3, { scores: [{ score: 20, files: 2 }] }), aDay(1)];
  const index = anIndex({ files: files.slice(0, 2), days });

  test('gaps stay gaps, shares and medians are exact', () => {
    const answer = answerOf('trends', index);
    expect(blockOf('states-by-day', answer)).toMatchObject({
      step: 'day',
      days: ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
      series: [
        { label: 'closed', values: [0, 0, null, 0] },
        { label: 'format open', values: [50, 50, null, 50] },
        { label: 'quality open' },
        { label: 'below minimum', values: [50, 50, null, 50] },
        { label: 'upgrades off' },
      ],
    });
    expect(blockOf('below-minimum-by-day', answer)).toMatchObject({
      series: [{ label: 'HD (main)', values: [50, 50, null, 50] }],
    });
    expect(blockOf('size-by-day', answer)).toMatchObject({ series: [{ values: [1000, 1000, null, 1000] }] });
    expect(rowsOf('scores-by-day', answer)).toMatchObject([
      {
        median: -10,
        p90: 10,
        change: 0,
        readings: 3,
        median_by_day: { kind: 'spark', values: [-10, 20, null, -10] },
      },
    ]);
    expect(answer.caveats).toContain('On 1 of 4 days nothing was read; gaps stay gaps.');
  });

  test('a sum over a part of the instances would look like a loss: it is a gap', () => {
    const sonarr = anInstance({ instance: { service: 'sonarr', name: 'main' }, firstReadAt: daysAgo(3) });
    const instances = [...instancesOf(files.slice(0, 2)), sonarr];
    const answer = answerOf('trends', anIndex({ files: files.slice(0, 2), instances, days }));
    expect(blockOf('size-by-day', answer)).toMatchObject({ series: [{ values: [1000, null, null, null] }] });
  });

  test('edits of the rules are marked on their day', () => {
    const ruleChange = {
      instanceKey: 'radarr/main',
      since: daysAgo(9),
      edit: { kind: 'format-edited', format: 'HDR' },
      filesTouched: 1,
      pointsMoved: 1,
      statesChanged: 1,
    } as const;
    const ruleChanges = [
      { ...ruleChange, at: daysAgo(90) },
      { ...ruleChange, at: daysAgo(3) },
    ];
    const answer = answerOf('trends', anIndex({ files: files.slice(0, 2), days, ruleChanges }));
    expect(blockOf('states-by-day', answer)).toMatchObject({
      marks: [{ day: '2026-11-19', label: 'format HDR edited' }],
    });
  });

  test('more than 120 days are told by the week, the last reading of each', () => {
    const long = [aDay(200), aDay(199, { sizeBytes: 5 }), aDay(0, { states: [], scores: [] })];
    const block = blockOf(
      'size-by-day',
      answerOf('trends', anIndex({ files: files.slice(0, 2), days: long })),
    );
    if (block.kind !== 'line') throw new Error('no line');
    expect(block.step).toBe('week');
    expect(block.days[0]).toBe('2026-05-04');
    expect(block.days.at(-1)).toBe('2026-11-16');
    expect([block.series[0]?.values[0], block.series[0]?.values[1]]).toEqual([5, null]);
  });

  test('a filter does not reach into the past, and that is said', () => {
    const narrowed = indexLibrary(aLibrary({ files }), { now, since: daysAgo(7), isNarrowed: true });
    expect(answerOf('trends', narrowed).caveats[0]).toContain('Counts by day are of whole profiles');
    expect(answerOf('trends', narrowed).caveats).toContain('There are no counts by day yet.');
  });

  test('a profile without readings has no row', () => {
    const days = [aDay(1, { profileId: 99 })];
    expect(rowsOf('scores-by-day', answerOf('trends', anIndex({ files: files.slice(0, 1), days })))).toEqual(
      [],
    );
  });
});

describe('by week', () => {
  test('points that files brought stand apart from those that edits moved', () => {
    const [file = aLibraryFile()] = files;
    const changes = [
      aChange(file, { at: daysAgo(400), causes: [{ kind: 'file-replaced', points: 99 }] }),
      aChange(file, {
        at: daysAgo(15),
        causes: [
          { kind: 'file-replaced', points: 100 },
          { kind: 'format-edited', points: -30, formats: [] },
        ],
      }),
      aChange(file, { at: daysAgo(15), causes: [{ kind: 'attributes-edited', points: 5, attributes: [] }] }),
    ];
    const answer = answerOf('trends', anIndex({ files, changes, events: upgrades(2, 15), days: [aDay(8)] }));
    const rows = rowsOf('weeks', answer);
    expect(rows).toHaveLength(26);
    expect(rows[0]).toMatchObject({ week: '2026-W47', by_files: null, upgrades: 0 });
    expect(rows[1]).toMatchObject({ week: '2026-W46', by_files: 0, by_rules: 0, unexplained: 0 });
    expect(rows[2]).toMatchObject({
      week: '2026-W45',
      upgrades: 2,
      by_files: 100,
      by_rules: -30,
      by_names: 5,
    });
    expect(blockOf('points-by-week', answer)).toMatchObject({
      unit: 'gain',
      parts: ['By files', 'By rules', 'By names and tags', 'Unexplained'],
    });
  });

  test.each([
    ['2026-01-01', '2026-W01', '2025-12-29'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['1970-01-01', '1970-W01', '1969-12-29'],
  ])('%s is in %s, which begins on %s', (day, label, monday) => {
    const week = weekOf(Date.parse(day));
    expect([weekLabel(week), mondayOf(week)]).toEqual([label, monday]);
  });
});
