import { expect, test } from 'vitest';
import type { Section } from '../../../../src/model/report.ts';
import { chartSays } from '../../../../src/outputs/dashboard/client/logic/chart-says.ts';
import { explorerColumns } from '../../../../src/outputs/dashboard/client/logic/explorer-columns.ts';
import { firstThings } from '../../../../src/outputs/dashboard/client/logic/first-things.ts';
import { ledeOf } from '../../../../src/outputs/dashboard/client/logic/ledes.ts';
import { createNumbers } from '../../../../src/outputs/dashboard/client/logic/numbers.ts';
import { pageCounts } from '../../../../src/outputs/dashboard/client/logic/page-counts.ts';
import {
  createPageModel,
  type PageModel,
} from '../../../../src/outputs/dashboard/client/logic/page-model.ts';
import { headlinesOf, panelsOf } from '../../../../src/outputs/dashboard/client/logic/page-plan.ts';
import { signs } from '../../../../src/outputs/dashboard/client/logic/signs.ts';
import { createRowSorter } from '../../../../src/outputs/dashboard/client/logic/sort-rows.ts';
import { sumStates } from '../../../../src/outputs/dashboard/client/logic/summary.ts';
import { csvOfTable } from '../../../../src/outputs/dashboard/client/logic/table-csv.ts';
import {
  compareCells,
  hasMoreColumns,
  hasWord,
  instanceColumn,
  shapesOf,
  staysTable,
} from '../../../../src/outputs/dashboard/client/logic/table-shape.ts';
import {
  addressesOf,
  failedInstances,
  pageState,
  skippedItems,
  staleDays,
} from '../../../../src/outputs/dashboard/client/logic/trouble.ts';
import { unpackFiles } from '../../../../src/outputs/dashboard/client/logic/unpack-files.ts';
import { unpackItems } from '../../../../src/outputs/dashboard/client/logic/unpack-items.ts';
import { fileKey } from '../../../../src/outputs/dashboard/client/logic/unpack-report.ts';
import { aHostileReport } from '../../../support/hostile-report.ts';
import { aPageModel, someFilms } from '../../../support/page-model.ts';

const numbers = createNumbers('en-GB', 'UTC');
const model = aPageModel(someFilms([50, -10, 200]));
const report = aHostileReport();
const [section] = report.sections;
if (section === undefined) throw new Error('there is a section');
const table = section.blocks.find((block) => block.kind === 'table');
if (table === undefined) throw new Error('there is a table');

function named(name: string, only: Partial<Section> = {}): Section {
  if (section === undefined) throw new Error('there is a section');
  return { ...section, name, blocks: [], findings: [], headline: null, ...only };
}

test('a file is found by its key, and what is not there is not', () => {
  const [, second] = model.files;
  if (second === undefined) throw new Error('there are three files');
  expect(model.placeOf(fileKey(second))).toBe(1);
  expect(model.placeOf('radarr/main#0')).toBeUndefined();
});

test('an analysis that nobody planned for appears at the end of its page, whole', () => {
  const panels = panelsOf('overview', [
    named('new', { blocks: section?.blocks ?? [] }),
    named('health', {
      blocks: [metric('health'), { ...table, name: 'health-parts' }, { ...table, name: 'health-profiles' }],
    }),
  ]);
  expect(panels.map((panel) => [panel.section.name, panel.span, panel.isFirst, panel.blocks.length])).toEqual(
    [
      ['health', 'c4', true, 2],
      ['health', 'c12', false, 1],
      ['new', 'c12', true, section?.blocks.length],
    ],
  );
});

test('what the page draws itself is not drawn twice, and planned lists without rows are left out', () => {
  const empty = { ...table, rows: [] };
  const bars = {
    kind: 'bars',
    name: 'states',
    title: '',
    subtitle: '',
    unit: 'count',
    parts: [],
    isOverTime: false,
    bars: [],
  } as const;
  const overview = named('overview', {
    blocks: [bars, { ...empty, name: 'unread' }, { ...table, name: 'profiles' }],
  });
  expect(panelsOf('overview', [overview]).map(({ blocks }) => blocks.map(({ name }) => name))).toEqual([
    ['profiles'],
  ]);
  const trends = named('trends', { page: 'trends', blocks: [{ ...bars, name: 'points-by-week' }] });
  expect(panelsOf('trends', [trends])).toEqual([]);
  expect(panelsOf('trends', [named('silent', { page: 'trends' })])).toHaveLength(1);
});

test('a panel whose neighbour is missing has the row alone', () => {
  const bars = { kind: 'bars', name: 'points-by-week', title: '', subtitle: '', unit: 'gain' } as const;
  const periods = { ...table, name: 'periods' };
  const week = { label: '2026-W48', values: [1], files: null };
  const spansWith = (weeks: readonly (typeof week)[]): readonly string[] => {
    const blocks = [periods, { ...bars, parts: ['By files'], isOverTime: true, bars: weeks }];
    return panelsOf('trends', [named('trends', { page: 'trends', blocks })]).map(({ span }) => span);
  };
  expect(spansWith([week])).toEqual(['c7', 'c5']);
  expect(spansWith([])).toEqual(['c12']);
});

function metric(name: string): Section['blocks'][number] {
  return {
    kind: 'metric',
    name,
    title: '',
    subtitle: '',
    value: 1,
    unit: 'count',
    tone: 'neutral',
    note: '',
    files: null,
  };
}

test('the first line is made of headlines; a long one stays in its panel', () => {
  const sections = [
    named('a', { headline: '3 of 4,150 files' }),
    named('b', { headline: 'x'.repeat(300) }),
    named('c', { headline: 'None!' }),
  ];
  expect(headlinesOf('overview', sections)).toBe('**3** of 4,150 files. None!');
  expect(ledeOf('overview', model, { numbers, isStale: false })).toBe(
    '**1** of 3 files has met its cutoff. **2** can still be upgraded; **1** scores below its profile’s minimum.',
  );
  expect(ledeOf('overview', model, { numbers, isStale: true })).toBe(
    '**1** of 3 files had met its cutoff on 22 Nov 2026.',
  );
  expect(ledeOf('act', model, { numbers, isStale: false })).toBe('');
});

test('what helps most comes first: by severity, then by how many', () => {
  const [finding] = section?.findings ?? [];
  if (finding === undefined) throw new Error('there is a finding');
  const findings = [
    { ...finding, severity: 'low', count: 99 },
    { ...finding, count: null },
    { ...finding, count: 7 },
  ] as const;
  expect(firstThings([named('a', { findings })], 2).map((one) => one.finding.count)).toEqual([7, null]);
});

test('the rail counts what there is', () => {
  const counted = {
    ...model,
    report: {
      ...model.report,
      sections: [named('upgrade-candidates', { count: 5 }), named('seasons', { count: 2 })],
    },
  };
  expect(pageCounts(counted)).toMatchObject({ files: 3, act: 5, seasons: 2, profiles: 1 });
  expect(pageCounts(model)).not.toHaveProperty('act');
  expect(pageCounts(aPageModel([]))).toEqual({});
});

test('an empty library, a failed one and a stale one are told apart', () => {
  const [radarr] = report.library.instances;
  if (radarr === undefined) throw new Error('there is an instance');
  const failure = { kind: 'unauthorised', url: 'http://radarr.example' } as const;
  const failed = aPageModel(someFilms([5]), { instances: [{ ...radarr, failure }] });
  expect([
    pageState(model),
    pageState(aPageModel([])),
    pageState(failed),
    pageState(aPageModel([], { instances: [] })),
  ]).toEqual(['usual', 'empty', 'failed', 'failed']);
  expect(failed.files).toEqual([]);
  expect(failedInstances(failed)).toMatchObject([
    { address: 'main', files: 1, what: 'http://radarr.example refused the API key' },
  ]);
  expect(failedInstances(model)).toEqual([]);
  expect(addressesOf(report.library.instances)).toBe('radarr/main, sonarr/main');
  expect(skippedItems(aPageModel([], { instances: report.library.instances }))).toBe(2);
});

test('data is stale when it is older than twice the usual time between readings, at least two days', () => {
  const now = new Date('2026-12-02T12:00:00Z');
  expect(staleDays(model, now)).toBe(10);
  expect(staleDays(model, new Date('2026-11-24T11:00:00Z'))).toBeNull();
  expect(staleDays(aPageModel([], { takenAt: null }), now)).toBeNull();
  const day = {
    instanceKey: 'radarr/main',
    profileId: 1,
    profileName: 'HD',
    sizeBytes: 0,
    scores: [],
    states: [],
  };
  const weekly = aPageModel([], {
    days: ['2026-11-08', '2026-11-15', '2026-11-22'].map((one) => ({ ...day, day: one })),
  });
  expect(staleDays(weekly, now)).toBeNull();
});

test('a table knows its name, its key figure, its sentences and what to hide first', () => {
  const columns = [
    { key: 'instance', label: '', type: 'text', rank: 1, hasBar: false },
    { key: 'title', label: '', type: 'title', rank: 1, hasBar: false },
    { key: 'why', label: '', type: 'text', rank: 2, hasBar: false },
    { key: 'score', label: '', type: 'score', rank: 1, hasBar: false },
    { key: 'states', label: '', type: 'states', rank: 3, hasBar: false },
  ] as const;
  const rows = [{ cells: ['a', null, 'x'.repeat(50), 1, null], files: null }];
  const shapes = shapesOf({ columns, rows }, false);
  expect(shapes.map(({ place, rank, isLong }) => `${place} ${rank} ${isLong}`)).toEqual([
    'm-meta  false',
    'm-main  false',
    'm-meta md true',
    'm-key  false',
    'm-wide lo false',
  ]);
  expect(instanceColumn({ columns })).toBe(0);
  expect(shapesOf({ columns: columns.slice(0, 1), rows }, false)[0]?.place).toBe('m-main');
  const wide = { columns: [...columns, ...columns], rows };
  expect([hasMoreColumns(wide), shapesOf(wide, false).length, shapesOf(wide, true).length]).toEqual([
    true,
    8,
    10,
  ]);
  expect(hasMoreColumns({ columns })).toBe(false);
  expect([staysTable({ columns }), staysTable({ columns: [columns[0], columns[3]] })]).toEqual([false, true]);
});

test('cells are compared and searched as people read them', () => {
  const title = { kind: 'title', title: 'Dune', detail: '1984', fileKey: null } as const;
  const other = { ...title, title: 'Alien' };
  const spark = { kind: 'spark', values: [] } as const;
  const before = [
    [1, 2],
    ['high', 'low'],
    ['a', 'B'],
    [false, true],
    [new Date(0), new Date(1)],
    [1, null],
    [other, title],
  ] as const;
  expect(before.map(([a, b]) => [compareCells(a, b), compareCells(b, a)])).toEqual(before.map(() => [-1, 1]));
  expect(compareCells(spark, spark)).toBe(0);
  expect([
    hasWord([title], 'dune 19'),
    hasWord(['Frozen'], ' FRO '),
    hasWord([null, 5, spark, new Date(0)], 'x'),
  ]).toEqual([true, true, false]);
});

test('a table is saved with its keys as heads, and guarded', () => {
  const [head = '', row = ''] = csvOfTable(table).split('\r\n');
  expect(head.startsWith('title,c0,c1')).toBe(true);
  expect(row).toContain("'=1+1 | </td>");
  expect(row).toContain(',-1234,900,');
});

test('a chart says what it shows', () => {
  const says = section?.blocks.flatMap((block) =>
    block.kind === 'metric' || block.kind === 'table' ? [] : [chartSays(block, numbers.count)],
  );
  expect(says?.map((text) => text.slice(-25))).toEqual(
    [
      'sentence From −150 to 150.',
      'one sentence From 1 to 1.',
      'e sentence From 10 to 20.',
      `er <b>"&'</b>. one sentence`,
    ].map((text) => text.slice(-25)),
  );
  const [bars] = section?.blocks.filter((block) => block.kind === 'bars') ?? [];
  if (bars?.kind === 'bars')
    expect(chartSays({ ...bars, bars: [] }, numbers.count)).toContain('Nothing to list');
});

test('each state has a word, a sign and a meaning of its own', () => {
  const all = Object.values(signs);
  for (const key of ['word', 'icon', 'tone', 'meaning'] as const)
    expect(new Set(all.map((sign) => sign[key])).size).toBe(5);
});

test('a place without a file gives a value that sorts, and no error', () => {
  const nothing: PageModel = createPageModel({
    ...model.report,
    library: { ...model.report.library, files: [] },
  });
  for (const { orderOf } of explorerColumns)
    expect(['string', 'number']).toContain(typeof orderOf(nothing, 99));
  expect(sumStates(nothing, [99]).every(({ files }) => files === 0)).toBe(true);
  expect(createRowSorter(model)([2, 7, 0], [{ column: 'score', isDescending: false }])).toHaveLength(3);
});

test('columns that do not fit together give no half files', () => {
  const interned = { values: [], at: [] };
  const items = unpackItems({
    ...{ instance: [0], id: [1], title: [], year: [], slug: [], tmdbId: [], tvdbId: [], isMonitored: [] },
    ...{
      path: [],
      runtimeMinutes: [],
      profileId: [],
      tags: interned,
      rootFolder: interned,
      originalLanguage: interned,
    },
  });
  expect(items).toMatchObject([{ id: 1, title: '', titleSlug: '', tags: [], isMonitored: false }]);
  const quality = {
    values: [
      {
        id: 1,
        name: 'x',
        source: '',
        resolution: 0,
        modifier: null,
        revision: { version: 1, real: 0, isRepack: false },
      },
    ],
    at: [0, 0],
  };
  const columns = {
    ...{
      item: [0, 9],
      fileId: [1, 2],
      profile: [0, 0],
      score: [],
      sizeBytes: [],
      addedAt: [],
      isQualityCutoffMet: [],
    },
    ...{
      quality,
      languages: interned,
      releaseGroup: interned,
      edition: interned,
      indexerFlags: interned,
      releaseType: interned,
    },
    ...{
      scoreSource: interned,
      hits: [],
      formats: { values: [[5]], at: [] },
      part: [],
      texts: [],
      staleSince: {},
    },
  };
  const places = {
    items,
    profiles: someFilms([1]).map(({ profile }) => profile),
    instances: [{ service: 'radarr', name: 'main' } as const],
    instanceOf: [0],
  };
  expect(unpackFiles(columns, places)).toMatchObject([
    { fileId: 1, score: 0, formats: [], scoreSource: 'asked', part: null },
  ]);
  expect(unpackFiles(columns, { ...places, profiles: [] })).toEqual([]);
  expect(unpackFiles(columns, { ...places, instances: [] })).toEqual([]);
});
