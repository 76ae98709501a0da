import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withGuide } from './guide.ts';

/** How long nothing can be matched yet. */
export const scoringCompile: Benchmark = {
  name: 'scoring-compile',
  what: 'compiling all patterns of the guide for Radarr',
  unit: 'ms',
  mustReach: 150,
  aim: null,
  measure: (say) =>
    withGuide(say, (guide) =>
      runsOf({ job: 'compile', given: () => ({ guide }), unit: 'ms', of: ({ ms }) => ms, detail: null }, say),
    ),
};
