import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@fast-csv/parse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { MediaFile } from '../../src/model/media-file.ts';
import { openStore } from '../../src/store/open.ts';
import { saveMoment } from '../support/a-snapshot.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { markerKey } from '../support/client.ts';
import { anEvent } from '../support/comparing.ts';
import { type Ran, run } from '../support/run.ts';
import { aTerminal } from '../support/terminal.ts';

const format = { id: 3, name: 'HDR', includedWhenRenaming: false, specifications: [] };
let folder = '';

function profile(score: number) {
  return aProfile({ formatScores: [{ formatId: 3, name: 'HDR', score }] });
}

function metropolis(score: number, only: Partial<MediaFile> = {}): MediaFile {
  return aFile({ profile: profile(score), formats: [{ id: 3, name: 'HDR', score }], score, ...only });
}

const formula = anItem({ id: 2, tmdbId: 20, title: '=1+1', year: 0 });

/** Monday two files, Tuesday an edited score, Wednesday a replaced and a new one. */
async function fill(place: string): Promise<void> {
  await using store = await openStore(place, { use: 'collect' });
  const on = (day: number, score: number, files: readonly MediaFile[]) =>
    saveMoment(store, {
      at: new Date(Date.UTC(2026, 0, 4 + day, 12)),
      files,
      profiles: [profile(score)],
      formats: [format],
    });
  await on(1, 100, [metropolis(100)]);
  await on(2, 1_500, [metropolis(1_500)]);
  const other = aFile({ fileId: 3, item: formula, profile: profile(1_500) });
  await on(3, 1_500, [
    metropolis(1_500, { fileId: 2, formats: [], score: 0, sizeBytes: 9_000_000_000 }),
    other,
  ]);
  const event = anEvent({ at: new Date(Date.UTC(2025, 5, 1)), scoreThen: 40 });
  await store.saveEvents({
    instance: { service: 'radarr', name: 'main' },
    events: [{ eventId: 1, event }],
    nextPage: null,
  });
}

beforeAll(async () => {
  vi.stubEnv('TZ', 'UTC');
  folder = await mkdtemp(join(tmpdir(), 'arr-score-history-'));
  await fill(join(folder, 'store.db'));
  const instance = `main:\n    base_url: http://127.0.0.1:1\n    api_key: ${markerKey}`;
  await writeFile(join(folder, 'full.yaml'), `store: store.db\nradarr:\n  ${instance}\n`);
  await writeFile(join(folder, 'empty.yaml'), `store: none.db\nradarr:\n  ${instance}\n`);
}, 60_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

function history(...words: readonly string[]): Promise<Ran> {
  return run(['history', ...words, '--config', join(folder, 'full.yaml')]);
}

test('an edit is told once with what it did, files that changed themselves with their causes', async () => {
  const { code, out, err } = await history();
  expect([code, err]).toEqual([0, '3 things happened\n']);
  expect(out).toBe(`\
2026-01-06 12:00  main  HD
                  HDR 100 → 1,500                      +1,400 points over 1 file
2026-01-07 12:00  main  Metropolis (1927)                      1,500 → 0  −1,500
                  replaced: upgrade in size, downgrade in score
                  Bluray-1080p, 8.0 GB, GROUP → Bluray-1080p, 9.0 GB, GROUP
                    −1,500  file replaced
                            went: HDR 1,500
2026-01-07 12:00  main  =1+1                                                   0
                  new: Bluray-1080p, 8.0 GB, GROUP
`);
});

test('of a title all is told, from the server’s own history on', async () => {
  const { out } = await history('metro');
  const heads = out.split('\n').filter((line) => /^\d/.test(line));
  expect(heads.map((line) => line.replaceAll(/ {2,}/g, '  '))).toEqual([
    '2025-06-01 00:00  main  Metropolis (1927)  40',
    '2026-01-06 12:00  main  Metropolis (1927)  100 → 1,500  +1,400',
    '2026-01-07 12:00  main  Metropolis (1927)  1,500 → 0  −1,500',
  ]);
});

/** How many entries an output tells. */
const entriesOf: Readonly<Record<string, (out: string) => number>> = {
  text: (out) => out.match(/^\d{4}-\d\d-\d\d /gm)?.length ?? 0,
  json: (out) => z.array(z.unknown()).parse(JSON.parse(out)).length,
  csv: (out) => out.trimEnd().split('\r\n').length - 1,
  ndjson: (out) => out.split('\n').filter((line) => line !== '').length,
};

describe('what is asked for', () => {
  test.each([
    [['--cause', 'profile-scores-edited'], 1],
    [['--cause', 'profile-scores-edited', '--each'], 2],
    [['--cause', 'file-replaced,unexplained'], 1],
    [['--kind', 'new,replaced'], 2],
    [['--kind', 'rescored'], 1],
    [['--kind', 'rules'], 1],
    [['--kind', 'event'], 1],
    [['--since', '2026-01-07'], 2],
    [['--since', '2026-02'], 0],
    [['--instance', 'radarr/main'], 3],
    [['metropolis', '--since', '2026-01-07'], 1],
    [['metropolis', '--cause', 'file-replaced'], 1],
  ])('%j gives %i, in all formats', async (words, entries) => {
    for (const [format, countIn] of Object.entries(entriesOf)) {
      const { out, code } = await history(...words, '--format', format);
      expect([format, code, countIn(out)]).toEqual([format, 0, entries]);
    }
  });
});

test('nothing is said to be nothing', async () => {
  const { out, err, code } = await history('--since', '2026-02');
  expect([out, err, code]).toEqual([
    '',
    'nothing happened since 2026-02-01 00:00 UTC that was asked for\n',
    0,
  ]);
});

test('JSON tells plain values, times in UTC', async () => {
  const { out } = await history('--format', 'json', '--each', '--kind', 'rules,rescored,event,gone');
  expect(JSON.parse(out)).toMatchObject([
    {
      kind: 'event',
      event: 'grabbed',
      at: '2025-06-01T00:00:00.000Z',
      instance: 'radarr/main',
      item: 'tmdb:19',
    },
    { kind: 'rules', edit: { kind: 'scores' }, filesTouched: 1, pointsMoved: 1_400 },
    {
      kind: 'rescored',
      at: '2026-01-06T12:00:00.000Z',
      since: '2026-01-05T12:00:00.000Z',
      title: 'Metropolis',
      episodes: [],
      season: null,
      scoreBefore: 100,
      scoreAfter: 1_500,
      difference: 1_400,
      causes: [{ kind: 'profile-scores-edited', points: 1_400 }],
    },
  ]);
});

test('CSV has a column for each cause, and no cell a spreadsheet would run', async () => {
  const { out } = await history('--format', 'csv', '--kind', 'rules,replaced,new,event');
  const rows: Readonly<Record<string, string>>[] = [];
  const parser = parse({ headers: true }).on('data', (row) => rows.push(row));
  parser.end(out);
  await new Promise((resolve) => parser.on('end', resolve));
  expect(rows).toMatchObject([
    { kind: 'grabbed', score_after: '40' },
    { kind: 'rules', words: 'HD: HDR 100 → 1500', points_moved: '1400', files_touched: '1' },
    { kind: 'replaced', difference: '-1500', file_replaced: '-1500', profile_scores_edited: '' },
    { kind: 'new', title: "'=1+1", year: '', score_before: '', difference: '' },
  ]);
});

test.each([
  [['--since', 'soon'], '--since: "soon" is no time'],
  [['--cause', 'profile-score-edited'], 'Did you mean "profile-scores-edited"?'],
  [['--kind', 'moved'], '--kind: there is no kind "moved"'],
  [['--format', 'xml'], '--format: there is no format "xml"'],
  [['--instance', 'mian'], 'Did you mean "main"?'],
  [['casablanca'], 'nothing in the store is called "casablanca"'],
])('%j is refused in a sentence', async (words, sentence) => {
  const { code, out, err } = await history(...words);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});

test('an instance that left the configuration keeps its whole name, and a wide terminal is used', async () => {
  const other = `other:\n    base_url: http://127.0.0.1:1\n    api_key: ${markerKey}`;
  await writeFile(join(folder, 'other.yaml'), `store: store.db\nradarr:\n  ${other}\n`);
  const terminal = aTerminal({ columns: 100 });
  const { out } = await run(['history', '--kind', 'replaced', '--config', join(folder, 'other.yaml')], {
    terminal,
  });
  const [head = ''] = out.split('\n');
  expect(head).toHaveLength(100);
  expect(head).toContain('radarr/main  Metropolis (1927)');
});

test('a store that was never filled is a sentence with what to do', async () => {
  const { code, err } = await run(['history', '--config', join(folder, 'empty.yaml')]);
  expect(code).toBe(1);
  expect(err).toContain('arr-score collect');
});
