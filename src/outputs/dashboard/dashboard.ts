import type { ReportOutput } from '../output.ts';
import { packReport } from './pack-report.ts';
import { pagePieces } from './page-pieces.ts';

/** One HTML file with everything in it: opens without a server and without a network. */
export const dashboard: ReportOutput = {
  kind: 'report',
  extension: 'html',
  documents: (report, context) => [
    {
      part: '',
      rows: report.library.files.length,
      pieces: async function* pieces() {
        yield* pagePieces(await context.built('dashboard.html'), packReport(report, context));
      },
    },
  ],
};
