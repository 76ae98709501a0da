import { readFile } from 'node:fs/promises';
import type { Report } from '../../src/model/report.ts';
import type { ReportContext, ReportOutput } from '../../src/outputs/output.ts';

/** What outputs are told; the defaults are those of the command line. */
function aReportContext(only: Partial<ReportContext> = {}): ReportContext {
  return {
    version: '1.0.0',
    isRedacted: false,
    isFull: false,
    built: (name) => readFile(`build/${name}`, 'utf8'),
    ...only,
  };
}

/** All documents of an output as text. */
export async function writeDocuments(
  output: ReportOutput,
  report: Report,
  only: Partial<ReportContext> = {},
): Promise<readonly string[]> {
  return (await writeBytes(output, report, only)).map((bytes) => Buffer.from(bytes).toString('utf8'));
}

/** All documents of an output as bytes. */
export async function writeBytes(
  output: ReportOutput,
  report: Report,
  only: Partial<ReportContext> = {},
): Promise<readonly Uint8Array[]> {
  const documents = output.documents(report, aReportContext(only));
  return Promise.all(
    documents.map(async ({ pieces }) => {
      const all = await Array.fromAsync(pieces(), (piece) => Buffer.from(piece));
      return Buffer.concat(all);
    }),
  );
}
