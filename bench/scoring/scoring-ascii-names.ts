import type { Benchmark } from '../benchmark.ts';
import { runsOf } from '../shared/runs.ts';
import { withLongList } from '../shared/with-long-list.ts';
import { withGuide } from './guide.ts';

/** What a file costs whose names are plain. */
export const scoringAsciiNames: Benchmark = {
  name: 'scoring-ascii-names',
  what: 'matching all formats of the guide, per file, one core: ASCII names',
  unit: 'ms',
  mustReach: 0.5,
  aim: 0.25,
  measure: (say) =>
    withGuide(say, (guide) =>
      withLongList((list) =>
        runsOf(
          {
            job: 'match',
            given: () => ({ ...list, guide, letters: 'ascii', by: 'engine' }),
            unit: 'ms',
            of: ({ ms }) => ms / list.elements,
            detail: () => '20,000 files',
          },
          say,
        ),
      ),
    ),
};
