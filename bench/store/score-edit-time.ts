import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { firstMoment, withFirstSnapshot } from './with-first-snapshot.ts';

/** How long the store works on an edit of scores; each run edits them again. */
export const storeScoreEditTime: Benchmark = {
  name: 'store-score-edit-time',
  what: 'storing one score edit that touches all 100,000 files',
  unit: 's',
  mustReach: 3,
  aim: null,
  measure: (say) =>
    withFirstSnapshot(({ address }) =>
      runsOf(
        {
          job: 'store-snapshot',
          given: (run) => ({ address, ...firstMoment, day: 1 + run, extraPoints: 5 * run }),
          unit: 's',
          of: ({ ms }) => ms / 1000,
          detail: null,
        },
        say,
      ),
    ),
};
