import type { Benchmark } from './benchmark.ts';
import { ratioOfPairs } from './shared/pairs.ts';
import { runJob } from './shared/run-job.ts';
import { withLongList } from './shared/with-long-list.ts';

/** What it costs to take a list apart while it comes. */
export const splitterSpeed: Benchmark = {
  name: 'splitter-speed',
  what: 'element splitter ÷ JSON.parse of the whole 72 MB list',
  unit: 'ratio',
  mustReach: 1.2,
  aim: null,
  measure: (say) =>
    withLongList((list) =>
      ratioOfPairs(
        {
          ours: async () => (await runJob('split', list)).ms,
          theirs: async () => (await runJob('parse-whole', list)).ms,
          names: ['splitter', 'JSON.parse'],
        },
        say,
      ),
    ),
};
