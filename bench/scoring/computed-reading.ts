import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { withServers } from '../shared/with-servers.ts';

/** What it saves to compute the scores here and ask for a sample. */
export const computedReading: Benchmark = {
  name: 'computed-reading',
  what: "computed reading of 20,000 movies ÷ asked, with a real server's costs",
  unit: 'ratio',
  mustReach: 0.45,
  aim: 0.3,
  measure: (say) =>
    withServers(
      { radarr: { library: { kind: 'generated', items: 20_000, seed: 1 }, cost: 'real' } },
      ({ exportAll }) =>
        ratioOfPairs(
          {
            ours: async () => (await exportAll('csv', 'computed')).ms,
            theirs: async () => (await exportAll('csv', 'asked')).ms,
            names: ['computed', 'asked'],
          },
          say,
        ),
    ),
};
