import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { valuesIn } from '../../../src/lib/series.ts';
import type { Block } from '../../../src/model/block.ts';
import type { HistoryEvent } from '../../../src/model/history-event.ts';
import type { LibraryFile } from '../../../src/model/library.ts';
import {
  isPackedReport,
  type PageReport,
  unpackReport,
} from '../../../src/outputs/dashboard/client/logic/unpack-report.ts';
import { rowsKept } from '../../../src/outputs/dashboard/cut-sections.ts';
import { dashboard } from '../../../src/outputs/dashboard/dashboard.ts';
import type { TimelineEvent } from '../../../src/outputs/dashboard/packing.ts';
import { aFile, anItem, aProfile } from '../../support/builders.ts';
import { aHostileReport } from '../../support/hostile-report.ts';
import { aReadLibrary, aReport, someEvents } from '../../support/report.ts';
import { writeDocuments } from '../../support/write-documents.ts';

const mark = '__ARR_SCORE_DATA__';
const built = async (): Promise<string> => `<html>${mark}</html>`;

async function packAndUnpack(
  report: Parameters<typeof aReport>[0] | ReturnType<typeof aReport>,
  isFull = false,
): Promise<PageReport> {
  const whole = 'library' in report ? report : aReport(report);
  const [page = ''] = await writeDocuments(dashboard, whole, { built, isFull });
  const base64 = /^<html>([A-Za-z0-9+/=]*)<\/html>$/.exec(page)?.[1] ?? '';
  const packed: unknown = JSON.parse(gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
  if (!isPackedReport(packed)) throw new Error('not packed');
  return unpackReport(packed);
}

/** What the page leaves out. */
function asInPage(file: LibraryFile): LibraryFile {
  const { item, part, service } = file;
  return {
    ...file,
    mediaInfo: null,
    item: {
      ...item,
      imdbId: null,
      titleSlug: service === 'radarr' ? String(item.tmdbId ?? '') : item.titleSlug,
    },
    part:
      part === null
        ? null
        : {
            season: part.season,
            episodes: part.episodes.map((episode) => ({ ...episode, id: 0, tvdbId: null, airDate: null })),
          },
  };
}

test('a library that was read comes out of the page as it went in', { timeout: 60_000 }, async () => {
  const library = await aReadLibrary();
  const { library: unpacked } = await packAndUnpack(library);
  expect(unpacked.files).toEqual(library.files.map(asInPage));
  expect(unpacked.takenAt).toEqual(library.takenAt);
  for (const [at, instance] of library.instances.entries()) {
    const { items: _, ...rest } = instance;
    expect(unpacked.instances[at]).toMatchObject(rest);
  }
  const sum = (files: readonly LibraryFile[]): number => files.reduce((total, { score }) => total + score, 0);
  expect(sum(unpacked.files)).toBe(sum(library.files));
});

test('hostile texts and every kind of cell come back equal', async () => {
  const report = aHostileReport();
  const { library, sections, cut } = await packAndUnpack(report);
  expect(library.files).toEqual(report.library.files.map(asInPage));
  expect(sections).toEqual(report.sections);
  expect(cut).toEqual({});
});

test('files of one item share it, and files of one profile share that', async () => {
  const profile = aProfile();
  const files = [1, 2].map((fileId) => ({ ...aFile({ fileId, profile, item: anItem() }), staleSince: null }));
  const { library } = await packAndUnpack({ ...aHostileReport().library, files });
  expect(library.files[0]?.item).toBe(library.files[1]?.item);
  expect(library.files[0]?.profile).toBe(library.files[1]?.profile);
});

test('timelines are only of files that a list names, and all of them when everything is asked for', {
  timeout: 60_000,
}, async () => {
  const read = await aReadLibrary();
  const changes = valuesIn(aHostileReport().library.changes, 0, 1).map((change) => ({
    ...change,
    slot: { ...change.slot, instance: { service: 'radarr', name: 'other' } as const },
  }));
  const library = { ...read, events: someEvents(read), changes };
  const [first] = library.files;
  const [section] = aHostileReport().sections;
  if (first === undefined || section === undefined) throw new Error('there is a file and a section');
  const table = section.blocks.filter((block) => block.kind === 'table');
  const title = { kind: 'title', title: 'one', detail: '', fileKey: `radarr/main#${first.fileId}` } as const;
  const sections = [
    {
      ...section,
      blocks: table.map((block) => ({ ...block, rows: [{ cells: [title, null], files: null }] })),
    },
  ];
  const short = await packAndUnpack(aReport(library, sections));
  expect(short.library.events).toEqual(library.events.slice(0, 1).map(told));
  expect(short.library.changes).toEqual([]);
  const full = await packAndUnpack(aReport(library, sections), true);
  expect(full.library.events).toEqual(library.events.map(told));
  expect(full.library.changes).toMatchObject([{ kind: 'new', score: -9500 }]);
  expect(full.library.changes[0]?.slot).toEqual(library.changes[0]?.slot);
});

/** What a timeline needs of an event. */
function told({ slot, at, kind, reason, sourceTitle, scoreToday, scoreThen }: HistoryEvent): TimelineEvent {
  return { slot, at, kind, reason, sourceTitle, score: scoreToday ?? scoreThen };
}

test('the marks of a picture name no file whose timeline is kept', async () => {
  const library = await aReadLibrary();
  const [first] = library.files;
  const [section] = aHostileReport().sections;
  if (first === undefined || section === undefined) throw new Error('there is a file and a section');
  const fileKey = `${first.service}/${first.instance}#${first.fileId}`;
  const title = { kind: 'title', title: 'one', detail: '', fileKey } as const;
  const scatter: Block = {
    kind: 'scatter',
    name: 'all',
    title: 'All',
    subtitle: '',
    x: { label: 'Size', unit: 'bytes' },
    y: { label: 'Score', unit: 'score' },
    points: [{ x: 1, y: 1, title, isMarked: false }],
  };
  const report = aReport({ ...library, events: someEvents(library) }, [{ ...section, blocks: [scatter] }]);
  const { library: unpacked } = await packAndUnpack(report);
  expect(unpacked.events).toEqual([]);
});

test('long lists are cut, and how long they were is kept', async () => {
  const report = aHostileReport();
  const sections = report.sections.slice(0, 1).map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'table'
        ? {
            ...block,
            rows: Array.from({ length: 700 }, () => block.rows.slice(0, 1)[0] ?? { cells: [], files: null }),
          }
        : block,
    ),
  }));
  const short = await packAndUnpack(aReport(report.library, sections));
  expect(short.cut).toEqual({ 'hostile-overview/table': 700 });
  expect(short.sections[0]?.blocks.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: { length: rowsKept },
  });
  const full = await packAndUnpack(aReport(report.library, sections), true);
  expect(full.cut).toEqual({});
});

test('a page without a place for the data is refused', async () => {
  const written = writeDocuments(dashboard, aHostileReport(), { built: async () => '<html></html>' });
  await expect(written).rejects.toMatchObject({ code: 'output' });
});

test('what is no data of this page is not read', () => {
  expect([null, 1, {}, { packing: 2 }].map(isPackedReport)).toEqual([false, false, false, false]);
});
