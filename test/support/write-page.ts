import { readFile, writeFile } from 'node:fs/promises';
import type { Report } from '../../src/model/report.ts';
import { dashboard } from '../../src/outputs/dashboard/dashboard.ts';
import type { ReportContext } from '../../src/outputs/output.ts';

/** What outputs are told; the defaults are those of the command line. */
export function aReportContext(only: Partial<ReportContext> = {}): ReportContext {
  return {
    version: '1.0.0',
    isRedacted: false,
    isFull: false,
    built: (name) => readFile(`build/${name}`, 'utf8'),
    ...only,
  };
}

/** Writes the dashboard of a report. @returns its size in bytes */
export async function writePage(path: string, report: Report, only: Partial<ReportContext> = {}): Promise<number> {
  const [document] = dashboard.documents(report, aReportContext(only));
  const pieces = await Array.fromAsync(document?.pieces() ?? []);
  const page = pieces.join('');
  await writeFile(path, page);
  return Buffer.byteLength(page);
}
