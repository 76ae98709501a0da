import type { Benchmark } from '../benchmark.ts';
import { reportOutputRuns } from './report-output-runs.ts';

/** How long typed columns take. */
export const parquetTime: Benchmark = {
  name: 'parquet-time',
  what: 'parquet of 100,000 files, all columns',
  unit: 's',
  mustReach: 3,
  aim: null,
  measure: (say) => reportOutputRuns({ format: 'parquet', unit: 's' }, say),
};
