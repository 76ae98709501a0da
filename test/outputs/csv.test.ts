import { parseString } from '@fast-csv/parse';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { MediaFile } from '../../src/model/media-file.ts';
import { csv } from '../../src/outputs/csv.ts';
import { type Cell, csvWriter } from '../../src/outputs/shared/csv-writer.ts';
import { aFile, anItem, aProfile } from '../support/builders.ts';
import { hostileTexts } from '../support/hostile-library.ts';
import { writeOutput } from '../support/write-output.ts';

const promised =
  'instance,service,item_id,file_id,title,year,part,score,cutoff_format_score,min_format_score,min_upgrade_format_score,upgrade_allowed,quality,quality_cutoff_met,profile,formats,size_bytes,date_added,monitored,release_group,languages,tags,imdb_id,tmdb_id,tvdb_id,path,scene_name';

const separator = fc.constantFrom(',', ';', '\t', '|', '^', '-', ']', '\\', '.', 'e', '§');
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
const cell: fc.Arbitrary<Cell> = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });

test('what is written comes back equal through Papa Parse', () => {
  fc.assert(
    fc.property(rows, separator, (table, delimiter) => {
      const written = csvWriter({ separator: delimiter, rawCells: true })(table);
      expect(papa(written, delimiter)).toEqual(table.map((row) => row.map(asText)));
    }),
  );
});

test('what is written comes back equal through fast-csv', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const written = csvWriter({ separator: ',', rawCells: true })(table);
      expect(await fastCsv(written)).toEqual(table.map((row) => row.map(asText)));
    }),
  );
});

test('a guarded cell is the text, after one apostrophe where a spreadsheet would run it', () => {
  const write = csvWriter({ separator: ',', rawCells: false });
  fc.assert(
    fc.property(text, (title) => {
      const [[back = ''] = []] = papa(write([[title, 0]]), ',');
      expect([title, `'${title}`]).toContain(back);
      expect(back).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
    }),
  );
});

test.each([
  ['=1', "'=1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\nx', "'\nx"],
  ['  =1', "'  =1"],
  ['\u200E=1', "'\u200E=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ["'=1", "'=1"],
  ['1=1', '1=1'],
  ['Metropolis', 'Metropolis'],
  ['', ''],
  [-1, '-1'],
])('%j becomes %j in a spreadsheet-safe file', (value, cellText) => {
  expect(papa(csvWriter({ separator: ',', rawCells: false })([[value, 'x']]), ',')).toEqual([
    [cellText, 'x'],
  ]);
});

test('the columns are the promised ones', () => {
  expect(writeOutput(csv, [])).toBe(`${promised}\r\n`);
});

test('absent values are empty, and so are year 0 and no languages', () => {
  const item = anItem({ year: 0, imdbId: null, tmdbId: null });
  const row = rowOf(aFile({ item, languages: null, releaseGroup: null, sceneName: null }));
  const empty = Object.keys(row).filter((column) => row[column] === '');
  expect(empty).toEqual(
    'year part formats release_group languages tags imdb_id tmdb_id tvdb_id scene_name'.split(' '),
  );
});

test('booleans are words, dates are ISO 8601 in UTC, negative scores stay numbers', () => {
  const row = rowOf(aFile({ score: -5, profile: aProfile({ minFormatScore: -10 }) }));
  expect(row).toMatchObject({
    score: '-5',
    min_format_score: '-10',
    upgrade_allowed: 'true',
    quality_cutoff_met: 'true',
    monitored: 'true',
    date_added: '2024-03-02T10:00:00.000Z',
    size_bytes: '8000000000',
  });
});

test('formats are listed with the sign of their score', () => {
  const formats = [
    { id: 1, name: 'HDR', score: 500 },
    { id: 2, name: 'HEVC', score: 0 },
    { id: 3, name: 'LQ', score: -10_000 },
  ];
  expect(rowOf(aFile({ formats }))['formats']).toBe('HDR (+500); HEVC (0); LQ (-10000)');
});

test('a wide file has a column a format: empty where it did not match, 0 where it is worth nothing', () => {
  const formats = [{ id: 2, name: 'HEVC', score: 0 }];
  const [head = [], row = []] = papa(
    writeOutput(csv, [aFile({ formats })], { wide: true, formatNames: ['=x', 'HDR', 'HEVC'] }),
    ',',
  );
  expect(head.slice(-4)).toEqual(['scene_name', 'format:=x', 'format:HDR', 'format:HEVC']);
  expect(row.slice(-3)).toEqual(['', '', '0']);
  expect(row).toHaveLength(head.length);
});

test('a format that the columns do not know is left out of them', () => {
  const formats = [{ id: 9, name: 'New', score: 1 }];
  const text = writeOutput(csv, [aFile({ formats })], { wide: true, formatNames: ['HDR'] });
  expect(papa(text, ',')[1]?.at(-1)).toBe('');
});

test('a byte order mark comes first, if it is wanted', () => {
  expect(writeOutput(csv, [], { bom: true })).toBe(`\u{FEFF}${promised}\r\n`);
});

test('raw cells are left alone', () => {
  const row = papa(writeOutput(csv, [aFile({ item: anItem({ title: '=1' }) })], { rawCells: true }), ',');
  expect(row[1]?.[4]).toBe('=1');
});

/** As a parser gives it back; unpaired surrogates stay as they are in a string. */
function asText(cellValue: Cell): string {
  return cellValue === null ? '' : String(cellValue);
}

function papa(written: string, delimiter: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(written, { delimiter, newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

function fastCsv(written: string): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    const found: unknown[] = [];
    parseString(written)
      .on('error', reject)
      .on('data', (row) => found.push(row))
      .on('end', () => resolve(found));
  });
}

/** By column. */
function rowOf(file: MediaFile): Readonly<Record<string, string>> {
  const [head = [], row = []] = papa(writeOutput(csv, [file]), ',');
  return Object.fromEntries(head.map((column, at) => [column, row[at] ?? '']));
}
