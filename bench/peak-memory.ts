import type { Benchmark } from './benchmark.ts';
import { figureOf } from './shared/figure.ts';
import { withServers } from './shared/with-servers.ts';

const runs = 3;
const megabyte = 1_000_000;

/** The most memory that a process with all its modules needs, as the system counts it. */
export const peakMemory: Benchmark = {
  name: 'peak-memory',
  what: 'peak memory, 100,000 files, CSV + NDJSON, own process',
  unit: 'MB',
  mustReach: 200,
  aim: 150,
  measure: (say) =>
    withServers({ radarr: { library: { kind: 'generated', items: 107_550, seed: 1 } } }, async (servers) => {
      const peaks: number[] = [];
      let idle = 0;
      for (let run = 1; run <= runs; run += 1) {
        const { peakBytes, idleBytes } = await servers.exportAll('csv,ndjson');
        peaks.push(peakBytes / megabyte);
        idle = idleBytes / megabyte;
        say(`run ${run} of ${runs}: ${Math.round(peakBytes / megabyte)} MB`);
      }
      return figureOf(peaks, `${Math.round(idle)} MB of it before the first request`);
    }),
};
