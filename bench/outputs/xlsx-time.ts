import type { Benchmark } from '../benchmark.ts';
import { reportOutputRuns } from './report-output-runs.ts';

/** How long a workbook takes. */
export const xlsxTime: Benchmark = {
  name: 'xlsx-time',
  what: 'xlsx of 100,000 files, all columns',
  unit: 's',
  mustReach: 14,
  aim: null,
  measure: (say) => reportOutputRuns({ format: 'xlsx', unit: 's' }, say),
};
