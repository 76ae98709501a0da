import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withLongList } from '../shared/with-long-list.ts';
import { withGuide } from './guide.ts';

/** What a file costs where .NET and JavaScript could differ about letters. */
export const scoringOtherNames: Benchmark = {
  name: 'scoring-other-names',
  what: 'matching all formats of the guide, per file, one core: names with other letters',
  unit: 'ms',
  mustReach: 2,
  aim: null,
  measure: (say) =>
    withGuide(say, (guide) =>
      withLongList((list) =>
        runsOf(
          {
            job: 'match',
            given: () => ({ ...list, guide, letters: 'other', by: 'engine' }),
            unit: 'ms',
            of: ({ ms }) => ms / list.elements,
            detail: () => '20,000 files',
          },
          say,
        ),
      ),
    ),
};
