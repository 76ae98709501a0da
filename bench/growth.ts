import type { Benchmark } from './benchmark.ts';
import { ratioOfPairs } from './shared/pairs.ts';
import { withServers } from './shared/with-servers.ts';

/** Whether a library of ten times the size takes ten times as long. */
export const growth: Benchmark = {
  name: 'growth',
  what: 'time of 100,000 files ÷ time of 10,000 files',
  unit: 'ratio',
  mustReach: 11,
  aim: null,
  measure: (say) =>
    withServers({ radarr: { library: { kind: 'generated', items: 107_550, seed: 1 } } }, (large) =>
      withServers({ radarr: { library: { kind: 'generated', items: 10_755, seed: 1 } } }, (small) =>
        ratioOfPairs(
          {
            ours: async () => (await large.exportAll()).ms,
            theirs: async () => (await small.exportAll()).ms,
            names: ['100,000 files', '10,000 files'],
          },
          say,
        ),
      ),
    ),
};
