import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { withServers } from '../shared/with-servers.ts';

/** What it saves to ask only for what may have changed. */
export const storeCarried: Benchmark = {
  name: 'store-carried',
  what: "carried collect of 20,000 movies ÷ asked, with a real server's costs",
  unit: 'ratio',
  mustReach: 0.3,
  aim: null,
  measure: (say) =>
    withServers(
      { radarr: { library: { kind: 'generated', items: 20_000, seed: 1 }, cost: 'real' } },
      async ({ collectAll }) => {
        await collectAll('asked');
        return ratioOfPairs(
          {
            ours: async () => (await collectAll('carried')).ms,
            theirs: async () => (await collectAll('asked')).ms,
            names: ['carried', 'asked'],
          },
          say,
        );
      },
    ),
};
