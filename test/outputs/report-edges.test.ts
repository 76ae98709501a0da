import { expect, test } from 'vitest';
import type { Library } from '../../src/model/library.ts';
import { explorerColumns } from '../../src/outputs/dashboard/client/logic/explorer-columns.ts';
import { rowsAsCsv } from '../../src/outputs/dashboard/client/logic/export-rows.ts';
import { findRows } from '../../src/outputs/dashboard/client/logic/find-rows.ts';
import { firstThings } from '../../src/outputs/dashboard/client/logic/first-things.ts';
import { frameOf } from '../../src/outputs/dashboard/client/logic/histogram.ts';
import { markText, mostMatched } from '../../src/outputs/dashboard/client/logic/mark-text.ts';
import { sizeOf, sumStates } from '../../src/outputs/dashboard/client/logic/summary.ts';
import { fileKey, unpackReport } from '../../src/outputs/dashboard/client/logic/unpack-report.ts';
import { noEdits, tryEdits } from '../../src/outputs/dashboard/client/logic/what-if.ts';
import { derivedTexts } from '../../src/outputs/dashboard/derived-text.ts';
import { packItems } from '../../src/outputs/dashboard/pack-items.ts';
import { packReport } from '../../src/outputs/dashboard/pack-report.ts';
import { markdown } from '../../src/outputs/markdown.ts';
import { parquet } from '../../src/outputs/parquet.ts';
import { prometheus } from '../../src/outputs/prometheus.ts';
import { blockTable } from '../../src/outputs/shared/block-table.ts';
import { figureText } from '../../src/outputs/shared/figure-text.ts';
import { xlsx } from '../../src/outputs/xlsx.ts';
import { aHostileReport } from '../support/hostile-report.ts';
import { aLibraryFile, aPageModel, someFilms } from '../support/page-model.ts';
import { aReport } from '../support/report.ts';
import { writeBytes, writeDocuments } from '../support/write-documents.ts';

const hostile = aHostileReport();
const failure = { kind: 'unauthorised', url: 'http://radarr.example' } as const;
const [section] = hostile.sections;
if (section === undefined) throw new Error('there is a section');

/** Nothing was ever read. */
const nothing: Library = {
  ...hostile.library,
  takenAt: null,
  files: [],
  changes: [],
  instances: hostile.library.instances.map((one) => ({ ...one, failure })),
};

test('a report of nothing says what was not read, and has no figures', async () => {
  const blocks = section.blocks.map((block) => {
    if (block.kind === 'metric') return { ...block, note: '', value: null };
    return block.kind === 'table' ? { ...block, rows: [], empty: '' } : block;
  });
  const finding = section.findings[0];
  const findings = finding === undefined ? [] : Array.from({ length: 12 }, () => ({ ...finding, place: '' }));
  const bare = { ...section, headline: null, caveats: [], findings: [], blocks };
  const [text = ''] = await writeDocuments(markdown, aReport(nothing, [bare, { ...bare, findings }]));
  expect(text).toContain('0 files, nothing was read yet.');
  expect(text).toContain('not read; last on 2026-11-22 11:27 UTC');
  expect(text).toContain('Nothing to list.');
  expect(text).toContain('2 more findings.');
  const [metrics = ''] = await writeDocuments(prometheus, aReport(nothing, [bare]));
  expect(metrics).toContain('arr_score_instance_read{service="radarr",instance="main"} 0');
  expect(metrics).not.toMatch(/^arr_score_(figure|score)\{/m);
});

test('each unit is written in its own way', () => {
  const units = [
    'count',
    'score',
    'gain',
    'bytes',
    'percent',
    'ratio',
    'points-per-gb',
    'velocity',
    'days',
    'index',
    'text',
  ] as const;
  expect(units.map((unit) => figureText(-1500, unit))).toEqual([
    '-1,500',
    '-1,500',
    '-1,500',
    '-0 GiB',
    '-1,500 %',
    '-1,500',
    '-1,500 a GB',
    '-1,500',
    '-1,500 days',
    '-1,500',
    '-1500',
  ]);
  expect([figureText(5, 'gain'), figureText(null, 'gain')]).toEqual(['+5', '–']);
});

test('changes of every shape fit into their columns', async () => {
  const [change] = hostile.library.changes;
  if (change === undefined) throw new Error('there is a change');
  const gone = {
    ...change,
    before: change.after,
    after: null,
    since: change.at,
    causes: [{ kind: 'unexplained', points: 7 } as const],
    slot: { ...change.slot, year: 0, episode: { season: 1, number: 2 } },
  };
  const [, bytes = new Uint8Array()] = await writeBytes(
    parquet,
    aReport({ ...nothing, changes: [change, gone] }),
  );
  expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('PAR1');
});

test('a workbook of thousands of files lets others have their turn', { timeout: 60_000 }, async () => {
  const files = Array.from({ length: 2_001 }, (_, at) => aLibraryFile({ fileId: at }));
  const [bytes = new Uint8Array()] = await writeBytes(xlsx, aReport({ ...hostile.library, files }));
  expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
});

test('a workbook that cannot be written says so', async () => {
  const broken = { ...hostile.library, files: [{ ...aLibraryFile(), languages: null, item: undefined }] };
  // @ts-expect-error a file without its item is no file
  await expect(writeBytes(xlsx, aReport(broken))).rejects.toThrow();
});

test('charts without drawings are tables, by day or by week', () => {
  const line = section.blocks.find((block) => block.kind === 'line');
  const bars = section.blocks.find((block) => block.kind === 'bars');
  if (line === undefined || bars === undefined) throw new Error('there are charts');
  expect(blockTable({ ...line, step: 'week' }).columns[0]?.label).toBe('Week');
  expect(
    blockTable({ ...line, series: [{ label: 'short', values: [] }] }).rows.slice(0, 1)[0]?.cells[1],
  ).toBeNull();
  expect(blockTable({ ...bars, parts: [''] }).columns[1]?.label).toBe('Value');
});

test('paths of Windows stay paths of Windows', () => {
  expect(derivedTexts('C:\\films\\Dune', 'Dune.mkv').path).toBe('C:\\films\\Dune\\Dune.mkv');
});

test('places without a file count for nothing', () => {
  const model = aPageModel(someFilms([5]));
  expect([sizeOf(model, [9]), sumStates(model, [9])[0]?.files, tryEdits(model, [9], noEdits).moved]).toEqual([
    0, 0, 0,
  ]);
  expect(rowsAsCsv(model, [9], explorerColumns).split('\r\n')).toHaveLength(2);
  const negative = aPageModel([aLibraryFile({ formats: [{ id: 1, name: 'LQ', score: -5 }], score: -5 })]);
  expect(rowsAsCsv(negative, [0], explorerColumns)).toContain('LQ (-5)');
  expect(
    findRows(model, { filter: 'upgradable = yes and quality-allowed = yes', search: '', instance: null })
      .rows,
  ).toEqual([0]);
  expect(frameOf([], [], 10)).toEqual({ from: 0, width: 1, count: 1 });
  const [finding] = section.findings;
  if (finding === undefined) throw new Error('there is a finding');
  const two = [
    { ...finding, count: 1 },
    { ...finding, count: null },
  ];
  expect(
    firstThings([{ ...section, findings: two.toReversed() }], 5).map((one) => one.finding.count),
  ).toEqual([1, null]);
});

test('what hangs on a slot that is not there is left out', () => {
  const packed = packReport(
    aReport({
      ...hostile.library,
      ruleChanges: [
        {
          instanceKey: 'radarr/main',
          at: new Date(0),
          since: new Date(0),
          edit: { kind: 'format-added', format: 'x' },
          filesTouched: 0,
          pointsMoved: 0,
          statesChanged: 0,
        },
      ],
    }),
    { version: '1', isRedacted: false, isFull: true },
  );
  const json: Parameters<typeof unpackReport>[0] = JSON.parse(JSON.stringify({ ...packed, slots: [] }));
  const { library } = unpackReport(json);
  expect([library.changes, library.events, library.ruleChanges[0]?.at]).toEqual([[], [], new Date(0)]);
  const [file] = library.files;
  expect(file === undefined ? '' : fileKey(file)).toBe('radarr/main#1');
});

test('a search finds files without a scene name or a group, and one of no known instance stays', () => {
  const bare = aLibraryFile({ sceneName: null, releaseGroup: null });
  expect(findRows(aPageModel([bare]), { filter: '', search: 'metropolis', instance: null }).rows).toEqual([
    0,
  ]);
  expect(packItems([bare], []).columns.instance).toEqual([0]);
});

test('the text in which most formats found something is the one that is shown', () => {
  const reason = (whole: string): Parameters<typeof mostMatched>[0][number] => ({
    formatId: 1,
    actual: '',
    text: { whole, from: 0, to: 1 },
  });
  expect(mostMatched([reason('once'), reason('twice'), reason('twice')])).toBe('twice');
  expect(markText('other', [reason('once')])).toEqual([{ text: 'other', isMarked: false }]);
});
