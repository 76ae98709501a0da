import { inflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { fileColumns } from '../../src/outputs/shared/file-columns.ts';
import { createSheetNames } from '../../src/outputs/shared/sheet-names.ts';
import { xlsx } from '../../src/outputs/xlsx.ts';
import { aHostileReport } from '../support/hostile-report.ts';
import { writeBytes } from '../support/write-documents.ts';

const report = aHostileReport();

async function readBack(): Promise<exceljs.Workbook> {
  const [bytes = new Uint8Array()] = await writeBytes(xlsx, report);
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes).buffer.slice(0, bytes.byteLength));
  return book;
}

test('every file comes back equal, with the types of its columns', async () => {
  const sheet = (await readBack()).getWorksheet('Files');
  const heads = sheet?.getRow(1).values;
  expect(heads).toEqual([undefined, ...fileColumns.map(({ key }) => key)]);
  for (const [at, file] of report.library.files.entries()) {
    const row = fileColumns.map((_, column) => sheet?.getRow(at + 2).getCell(column + 1).value ?? null);
    const wanted = fileColumns.map(({ of }) => {
      const value = of(file);
      return typeof value === 'string' ? allowed(value) || null : value;
    });
    expect(row.map((value) => (value === '' ? null : value))).toEqual(wanted);
  }
});

test('every cell is also there for a reader that is not of the library that wrote it', async () => {
  const [bytes = new Uint8Array()] = await writeBytes(xlsx, report);
  const entries = entriesOf(Buffer.from(bytes));
  const sheet = entries.get('xl/worksheets/sheet1.xml') ?? '';
  const rows = [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => cellsOf(row));
  expect(rows[0]).toEqual(fileColumns.map(({ key }) => key));
  expect(rows).toHaveLength(1 + report.library.files.length);
  for (const [at, file] of report.library.files.entries()) {
    const wanted = fileColumns.map(({ of }) => plainValue(of(file)));
    expect(fileColumns.map((_, column) => rows[at + 1]?.[column] ?? '')).toEqual(wanted);
  }
  expect([...entries.keys()].filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(
    (await readBack()).worksheets.length,
  );
  expect([...entries.values()].some((text) => text.includes('<f>'))).toBe(false);
});

/** The files of a ZIP by its central directory (PKWARE APPNOTE 4.3.12): stored or deflated. */
function entriesOf(zip: Buffer): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + packed);
    const text = method === 8 ? inflateRawSync(content) : content;
    entries.set(zip.toString('utf8', at + 46, at + 46 + (name ?? 0)), text.toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** By place of the column: what stands in the cells of a row. */
function cellsOf(row: string): readonly string[] {
  const cells: string[] = [];
  for (const [, letters = '', content = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"[^>]*?(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const column = Buffer.from(letters).reduce((sum, code) => sum * 26 + code - 64, 0) - 1;
    cells[column] = unescaped(/<(?:v|t)\b[^>]*>(.*?)<\/(?:v|t)>/s.exec(content)?.[1] ?? '');
  }
  return cells;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** As XML 1.0 reads it: line ends are one sign (2.11), and entities are what they stand for (4.6). */
function unescaped(xml: string): string {
  const plain = xml.replaceAll(/\r\n?/g, '\n');
  return plain.replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}

/** As a sheet holds it: days since 1900 for a date, 1 for yes. */
function plainValue(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  if (value instanceof Date) return String(value.getTime() / 86_400_000 + 25_569);
  return typeof value === 'string' ? allowed(value) : String(Number(value));
}

test('the head is frozen and has filters, and no text is a formula', async () => {
  const book = await readBack();
  for (const sheet of book.worksheets) {
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBeTruthy();
    sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(exceljs.ValueType.Formula)));
  }
});

test('each table of each section is a sheet with all its rows', async () => {
  const book = await readBack();
  const blocks = report.sections.flatMap((section) => section.blocks.filter(({ kind }) => kind !== 'metric'));
  expect(book.worksheets).toHaveLength(1 + report.sections.length + blocks.length);
  const table = book.worksheets.find(({ rowCount }) => rowCount === 13);
  expect(table?.getRow(2).getCell(8).value).toBe(900);
  expect(table?.getRow(2).getCell(5).value).toEqual(new Date('2026-11-22T11:27:00Z'));
});

test('names of sheets are what spreadsheets take, each once', () => {
  const name = createSheetNames();
  expect(name('A/B:C[1]*?')).toBe('A B C 1');
  expect(name('a b c 1')).toBe('a b c 1 2');
  expect(name("'quoted'")).toBe('quoted');
  expect(name('')).toBe('Sheet');
  const long = [name('x'.repeat(50)), name('x'.repeat(50))];
  expect(long.map(({ length }) => length)).toEqual([31, 31]);
  expect(new Set(long).size).toBe(2);
});

/** What XML can hold. */
function allowed(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, (sign) => (sign < ' ' ? '\u{FFFD}' : sign))
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}
