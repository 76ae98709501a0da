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
