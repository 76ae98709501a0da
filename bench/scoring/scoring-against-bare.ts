import type { Benchmark } from '../benchmark.ts';
import { ratioOfPairs } from '../shared/pairs.ts';
import { runJob } from '../shared/run-job.ts';
import { withLongList } from '../shared/with-long-list.ts';
import { withGuide } from './guide.ts';

/** What exactness costs: patterns as the servers mean them, with evidence at hand. */
export const scoringAgainstBare: Benchmark = {
  name: 'scoring-against-bare',
  what: 'all formats of the guide on 20,000 ASCII names ÷ bare short-circuited RegExp.test calls',
  unit: 'ratio',
  mustReach: 1.3,
  aim: null,
  measure: (say) =>
    withGuide(say, (guide) =>
      withLongList((list) => {
        const given = { ...list, guide, letters: 'ascii' };
        return ratioOfPairs(
          {
            ours: async () => (await runJob('match', { ...given, by: 'engine' })).ms,
            theirs: async () => (await runJob('match', { ...given, by: 'bare' })).ms,
            names: ['engine', 'bare RegExp.test'],
          },
          say,
        );
      }),
    ),
};
