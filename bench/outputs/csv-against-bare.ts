import { join } from 'node:path';
import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { runJob } from '../shared/run-job.ts';
import { withFolder } from '../shared/with-folder.ts';

/** What our rows cost beside writing rows that are there already. */
export const csvAgainstBare: Benchmark = {
  name: 'csv-against-bare',
  what: 'csv of 100,000 files, all columns ÷ a bare csv-stringify loop over ready-made rows',
  unit: 'ratio',
  mustReach: 1.5,
  aim: null,
  measure: (say) =>
    withFolder((folder) => {
      const run = async (isBare: boolean): Promise<number> =>
        (await runJob('files-output', { format: 'csv', isBare, path: join(folder, 'csv') })).ms;
      const [ours, theirs] = [() => run(false), () => run(true)];
      return ratioOfPairs({ ours, theirs, names: ['csv', 'bare loop'] }, say);
    }),
};
