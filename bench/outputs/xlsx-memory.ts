import type { Benchmark } from '../benchmark.ts';
import { reportOutputRuns } from './report-output-runs.ts';

/** What a workbook takes: it must not be held whole. */
export const xlsxMemory: Benchmark = {
  name: 'xlsx-memory',
  what: 'xlsx of 100,000 files, all columns: peak memory, own process, library included',
  unit: 'MB',
  mustReach: 300,
  aim: null,
  measure: (say) => reportOutputRuns({ format: 'xlsx', unit: 'MB' }, say),
};
