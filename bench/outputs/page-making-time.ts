import type { Benchmark } from '../benchmark.ts';
import { reportOutputRuns } from './report-output-runs.ts';

/** How long somebody waits for the page once everything is read. */
export const pageMakingTime: Benchmark = {
  name: 'page-making-time',
  what: 'making that dashboard from a library in memory, all analyses included',
  unit: 's',
  mustReach: 6,
  aim: null,
  measure: (say) => reportOutputRuns({ format: 'dashboard', unit: 's' }, say),
};
