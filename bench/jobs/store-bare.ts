/** Writes the rows of another store with node:sqlite and nothing else. */
import { z } from 'zod';
import { measuredJob } from '../shared/job.ts';
import { bareWriting, rowsOf } from '../store/measure-store.ts';

const Given = z.object({ from: z.string(), address: z.string() });

await measuredJob(async (given) => {
  const { from, address } = Given.parse(given);
  return { ms: await bareWriting(address, rowsOf(from)), idleBytes: null };
});
