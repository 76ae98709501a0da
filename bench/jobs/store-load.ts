/** Loads the newest library of a store into memory. */
import { z } from 'zod';
import { measuredJob } from '../shared/job.ts';
import { loading } from '../store/measure-store.ts';

await measuredJob(async (given) => {
  const { address } = z.object({ address: z.string() }).parse(given);
  return { ms: await loading(address), idleBytes: null };
});
