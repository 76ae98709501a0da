import { filledLibrary } from '../analysis/large-library.ts';
import type { MadeSize } from '../analysis/made-library.ts';
import type { Figure, Say } from '../benchmark.ts';
import type { JobTold } from '../shared/run-job.ts';
import { runsOf } from '../shared/runs.ts';
import { withFolder } from '../shared/with-folder.ts';
import { takeBuiltPage } from './with-page.ts';

/** One output of a report about 100,000 files that are in memory. */
export interface ReportOutputRuns {
  readonly format: 'dashboard' | 'parquet' | 'xlsx';
  /** `s` is its time, `MB` the most memory of its process. */
  readonly unit: 's' | 'MB';
}

const onlyFiles: MadeSize = { ...filledLibrary, changes: 0, events: 0 };

/** The median of five; a dashboard is made with all analyses and a long past, a table of nothing but files. */
export async function reportOutputRuns({ format, unit }: ReportOutputRuns, say: Say): Promise<Figure> {
  await takeBuiltPage();
  const isAnalysed = format === 'dashboard';
  const size = isAnalysed ? filledLibrary : onlyFiles;
  const before = ({ idleBytes }: JobTold): string =>
    `${Math.round(idleBytes / 1e6)} MB of it for the library`;
  return withFolder((folder) =>
    runsOf(
      {
        job: 'report-output',
        given: () => ({ format, isAnalysed, folder, size }),
        unit,
        of: ({ ms, peakBytes }) => (unit === 's' ? ms / 1000 : peakBytes / 1e6),
        detail: unit === 's' ? null : before,
        times: 5,
      },
      say,
    ),
  );
}
