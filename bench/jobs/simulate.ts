/** Puts 100,000 files under edited rules; the library is in memory. */
import { z } from 'zod';
import type { Rules } from '../../src/model/rules.ts';
import { simulateAll } from '../scoring/measure-scoring.ts';
import { measuredJob } from '../shared/job.ts';
import { snapshotOfMovies } from '../store/library-of-movies.ts';

const Given = z.object({ movies: z.number(), edit: z.enum(['scores', 'pattern']) });

await measuredJob((given) => {
  const { movies, edit } = Given.parse(given);
  const { reading, marks, read } = snapshotOfMovies({ movies, day: 1 });
  const files = [...read(new Set(marks.map(({ fileId }) => fileId)))].flat();
  if (files.length !== movies) throw new Error(`${files.length} files of ${movies}`);
  const after =
    edit === 'scores'
      ? snapshotOfMovies({ movies: 1, day: 1, extraPoints: 5 }).reading.rules
      : withOtherPattern(reading.rules);
  return Promise.resolve({ ms: simulateAll(files, reading.rules, after), idleBytes: null });
});

/** The first format looks for something else. */
function withOtherPattern(rules: Rules): Rules {
  const [first, ...others] = rules.formats;
  if (first === undefined) throw new Error('there are formats');
  const specifications = first.specifications.map((one) => ({
    ...one,
    fields: { value: '\\b(x26[45]|DTS[-. ]?HD)\\b(?!.*sample)' },
  }));
  return { ...rules, formats: [{ ...first, specifications }, ...others] };
}
