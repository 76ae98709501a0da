import { ParquetReader } from '@dsnp/parquetjs';
import { expect, test } from 'vitest';
import { parquet } from '../../src/outputs/parquet.ts';
import { fileColumns } from '../../src/outputs/shared/file-columns.ts';
import { aHostileReport } from '../support/hostile-report.ts';
import { aReport } from '../support/report.ts';
import { writeBytes } from '../support/write-documents.ts';

const report = aHostileReport();

async function rowsOf(bytes: Uint8Array): Promise<readonly Record<string, unknown>[]> {
  const reader = await ParquetReader.openBuffer(Buffer.from(bytes));
  const cursor = reader.getCursor();
  const rows: Record<string, unknown>[] = [];
  for (let row = await cursor.next(); row !== null; row = await cursor.next()) rows.push({ ...row });
  await reader.close();
  return rows;
}

test('files come back equal through another library, with their types', async () => {
  const [files = new Uint8Array()] = await writeBytes(parquet, report);
  const rows = await rowsOf(files);
  expect(rows).toHaveLength(report.library.files.length);
  for (const [at, file] of report.library.files.entries()) {
    for (const { key, of } of fileColumns) {
      const wanted = of(file);
      const found = rows[at]?.[key] ?? null;
      expect([key, typeof found === 'bigint' ? Number(found) : found]).toEqual([key, wanted]);
    }
  }
});

test('changes are a table of their own', async () => {
  const [, changes = new Uint8Array()] = await writeBytes(parquet, report);
  const rows = await rowsOf(changes);
  expect(rows).toHaveLength(report.library.changes.length);
  expect(rows[0]).toMatchObject({ kind: 'new', score_after: -9500n, causes: 'file-replaced (-9500)' });
  expect(parquet.documents(report, anyContext()).map(({ part, rows: count }) => [part, count])).toEqual([
    ['', 5],
    ['changes', 5],
  ]);
});

test('a library without files is a table without rows', async () => {
  const empty = aReport({ ...report.library, files: [], changes: [] });
  const [files = new Uint8Array()] = await writeBytes(parquet, empty);
  expect(await rowsOf(files)).toEqual([]);
});

/** Parquet asks for nothing of it. */
function anyContext(): Parameters<typeof parquet.documents>[1] {
  return { version: '', isRedacted: false, isFull: false, built: () => Promise.reject(new Error('asked')) };
}
