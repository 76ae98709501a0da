import type { Benchmark } from '../benchmark.ts';
import { reportOutputRuns } from './report-output-runs.ts';

/** Whether the page can be made on a small machine. */
export const pageMakingMemory: Benchmark = {
  name: 'page-making-memory',
  what: 'making that dashboard: peak memory, own process, library included',
  unit: 'MB',
  mustReach: 500,
  aim: null,
  measure: (say) => reportOutputRuns({ format: 'dashboard', unit: 'MB' }, say),
};
