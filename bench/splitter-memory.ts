import type { Benchmark } from './benchmark.ts';
import { figureOf } from './shared/figure.ts';
import { runJob } from './shared/run-job.ts';
import { withLongList } from './shared/with-long-list.ts';

const runs = 5;
const megabyte = 1_000_000;

/** What the list needs in memory while it is taken apart. */
export const splitterMemory: Benchmark = {
  name: 'splitter-memory',
  what: 'element splitter, 72 MB list: peak memory above idle',
  unit: 'MB',
  mustReach: 60,
  aim: null,
  measure: (say) =>
    withLongList(async (list) => {
      const above: number[] = [];
      for (let run = 1; run <= runs; run += 1) {
        const { peakBytes, idleBytes } = await runJob('split', list);
        above.push((peakBytes - idleBytes) / megabyte);
        say(`run ${run} of ${runs}: ${Math.round((peakBytes - idleBytes) / megabyte)} MB`);
      }
      const { peakBytes, idleBytes } = await runJob('parse-whole', list);
      return figureOf(above, `JSON.parse: ${Math.round((peakBytes - idleBytes) / megabyte)} MB`);
    }),
};
