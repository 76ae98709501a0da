import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { stream } from 'exceljs';
import type { Column, TableBlock } from '../model/block.ts';
import type { Cell } from '../model/cell.ts';
import type { Report, Section } from '../model/report.ts';
import type { ReportOutput } from './output.ts';
import { blockTable } from './shared/block-table.ts';
import { cellText } from './shared/cell-text.ts';
import { type FileColumn, fileColumns } from './shared/file-columns.ts';
import { createSheetNames } from './shared/sheet-names.ts';

/** A workbook: every file, then a sheet for each table of each section. Typed cells, frozen heads, filters. */
export const xlsx: ReportOutput = {
  kind: 'report',
  extension: 'xlsx',
  documents: (report) => [{ part: '', rows: report.library.files.length, pieces: () => workbook(report) }],
};

async function* workbook(report: Report): AsyncGenerator<Uint8Array> {
  // Loaded by who writes a workbook: it takes longer to load than all the rest, and 37 MB.
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  book.creator = 'arr-score';
  book.created = report.generatedAt;
  const written = fill(book, report).catch((error: unknown) => {
    stream.destroy(
      error instanceof Error ? error : new Error('the workbook was not written', { cause: error }),
    );
  });
  for await (const chunk of stream) yield chunk;
  await written;
}

type Book = stream.xlsx.WorkbookWriter;

async function fill(book: Book, report: Report): Promise<void> {
  const nameOf = createSheetNames();
  await addSheet(book, {
    name: nameOf('Files'),
    heads: fileColumns.map(({ key, type }) => ({ label: key, format: formatOfFile(type), width: 18 })),
    rows: filesOf(report),
  });
  for (const section of report.sections) {
    for (const sheet of sheetsOf(section)) await addSheet(book, { ...sheet, name: nameOf(sheet.name) });
  }
  await book.commit();
}

type Value = string | number | boolean | Date | null;

/** One sheet. */
interface Sheet {
  readonly name: string;
  readonly heads: readonly {
    readonly label: string;
    readonly format: string | null;
    readonly width: number;
  }[];
  readonly rows: Iterable<readonly Value[]>;
}

/** Rows between two pauses: the event loop must not stand still, and exceljs holds every row until it is deflated. */
const rowsAtOnce = 200;

async function addSheet(book: Book, { name, heads, rows }: Sheet): Promise<void> {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = heads.map(({ format, width }) => ({
    width,
    style: format === null ? {} : { numFmt: format },
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, heads.length) } };
  const head = sheet.addRow(heads.map(({ label }) => plain(label)));
  head.font = { bold: true };
  head.commit();
  let count = 0;
  for (const row of rows) {
    sheet.addRow([...row]).commit();
    count += 1;
    if (count % rowsAtOnce === 0) await nextTurn();
  }
  sheet.commit();
}

function* filesOf({ library }: Report): Generator<readonly Value[]> {
  for (const file of library.files) {
    yield fileColumns.map(({ of }) => {
      const value = of(file);
      return typeof value === 'string' ? plain(value) : value;
    });
  }
}

const dateFormat = 'yyyy-mm-dd hh:mm';

function formatOfFile(type: FileColumn['type']): string | null {
  if (type === 'date') return dateFormat;
  return type === 'whole' ? '0' : null;
}

/** Single figures on one sheet, each table on its own. */
function sheetsOf(section: Section): readonly Sheet[] {
  const metrics = section.blocks.filter((block) => block.kind === 'metric');
  const tables = section.blocks.filter((block) => block.kind !== 'metric').map(blockTable);
  const heads = ['figure', 'value', 'unit', 'note'].map((label) => ({ label, format: null, width: 22 }));
  const figures = metrics.map(({ title, value, unit, note }) => [plain(title), value, unit, plain(note)]);
  return [
    ...(metrics.length === 0 ? [] : [{ name: section.title, heads, rows: figures }]),
    ...tables.map((table) => ({ name: `${section.title} ${table.title}`, ...contentOf(table) })),
  ];
}

function contentOf({ columns, rows }: TableBlock): Pick<Sheet, 'heads' | 'rows'> {
  return {
    heads: columns.map(({ label, type }) => ({
      label,
      format: formatOfColumn(type),
      width: type === 'text' || type === 'title' ? 30 : 14,
    })),
    rows: rows.map(({ cells }) => cells.map(cellValue)),
  };
}

function formatOfColumn(type: Column['type']): string | null {
  if (type === 'date') return dateFormat;
  return type === 'gain' ? '+#,##0;-#,##0;0' : null;
}

function cellValue(cell: Cell): Value {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date)
    return cell;
  return plain(typeof cell === 'string' ? cell : cellText(cell));
}

/** What a cell can hold: 32,767 characters, none of those that XML refuses. A text is never a formula here. */
function plain(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .slice(0, 32_767);
}
