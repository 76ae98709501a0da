/** Makes all patterns of the public guide ready. */
import { z } from 'zod';
import { compileAll, guideFormats } from '../scoring/measure-scoring.ts';
import { measuredJob } from '../shared/job.ts';

await measuredJob((given) => {
  const { guide } = z.object({ guide: z.string() }).parse(given);
  return Promise.resolve({ ms: compileAll(guideFormats(guide)), idleBytes: null });
});
