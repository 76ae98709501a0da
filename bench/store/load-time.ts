import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withFirstSnapshot } from './with-first-snapshot.ts';

/** How long everything waits that begins with the whole library. */
export const storeLoadTime: Benchmark = {
  name: 'store-load-time',
  what: 'loading the newest library of 100,000 files into memory',
  unit: 's',
  mustReach: 1.5,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(({ address }) =>
      runsOf(
        { job: 'store-load', given: () => ({ address }), unit: 's', of: ({ ms }) => ms / 1000, detail: null },
        say,
      ),
    ),
};
