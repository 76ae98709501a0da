import type { InstanceOptions } from '../src/simulator/instance-options.ts';
import type { Benchmark } from './benchmark.ts';
import { bestBareLoop } from './shared/best-bare-loop.ts';
import { ratioOfPairs } from './shared/pairs.ts';
import { withServers } from './shared/with-servers.ts';

const costly = (items: number): InstanceOptions => ({
  library: { kind: 'generated', items, seed: 1 },
  cost: 'real',
});

/** What we add where it matters: at servers that take their time. */
export const realCosts: Benchmark = {
  name: 'real-costs',
  what: "Radarr and Sonarr, 17,000 files each, a real server's costs ÷ the best bare loop",
  unit: 'ratio',
  mustReach: 1.1,
  aim: null,
  measure: (say) =>
    withServers({ radarr: costly(18_280), sonarr: costly(800) }, async ({ instances, exportAll }) => {
      const bare = await bestBareLoop(instances, say);
      const ours = async (): Promise<number> => (await exportAll()).ms;
      const names = ['export', `bare loop (${bare.concurrency} at once)`] as const;
      return ratioOfPairs({ ours, theirs: bare.run, names }, say);
    }),
};
