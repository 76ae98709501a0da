/** All analyses on a library that is in memory. */
import { z } from 'zod';
import { makeRoomForLibrary } from '../../src/pipeline/lean-memory.ts';
import { madeLibrary } from '../analysis/made-library.ts';
import { measureAnalyses } from '../analysis/measure-analyses.ts';
import { measuredJob, peak } from '../shared/job.ts';

const Size = z.object({
  files: z.number(),
  formats: z.number(),
  changes: z.number(),
  events: z.number(),
});

await measuredJob(async (given) => {
  // As the command does, before it opens a library.
  makeRoomForLibrary();
  const library = madeLibrary(Size.parse(given));
  const idleBytes = peak();
  return { ms: measureAnalyses(library), idleBytes };
});
