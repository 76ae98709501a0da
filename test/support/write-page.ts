import { writeFile } from 'node:fs/promises';
import type { Report } from '../../src/model/report.ts';
import { dashboard } from '../../src/outputs/dashboard/dashboard.ts';
import type { ReportContext } from '../../src/outputs/output.ts';
import { writeDocuments } from './write-documents.ts';

/** Writes the dashboard of a report. @returns its size in bytes */
export async function writePage(
  path: string,
  report: Report,
  only: Partial<ReportContext> = {},
): Promise<number> {
  const [page = ''] = await writeDocuments(dashboard, report, only);
  await writeFile(path, page);
  return Buffer.byteLength(page);
}
