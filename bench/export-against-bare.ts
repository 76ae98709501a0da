import type { Benchmark } from './benchmark.ts';
import { bestBareLoop } from './shared/best-bare-loop.ts';
import { ratioOfPairs } from './shared/pairs.ts';
import { withServers } from './shared/with-servers.ts';

/** What our work costs beside the network: the servers answer at once. */
export const exportAgainstBare: Benchmark = {
  name: 'export-against-bare',
  what: 'export of 20,000 movies, no added cost ÷ the best bare loop',
  unit: 'ratio',
  mustReach: 1.5,
  aim: 1.25,
  measure: (say) =>
    withServers({ radarr: { library: { kind: 'generated', items: 20_000, seed: 1 } } }, async (servers) => {
      const bare = await bestBareLoop(servers.instances, say);
      const ours = async (): Promise<number> => (await servers.exportAll()).ms;
      return ratioOfPairs(
        { ours, theirs: bare.run, names: ['export', `bare loop (${bare.concurrency} at once)`] },
        say,
      );
    }),
};
