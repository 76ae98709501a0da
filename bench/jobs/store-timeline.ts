/** Asks for one slot's timeline. */
import { z } from 'zod';
import { measuredJob } from '../shared/job.ts';
import { timelineOf } from '../store/measure-store.ts';

await measuredJob(async (given) => {
  const { address, title } = z.object({ address: z.string(), title: z.string() }).parse(given);
  return { ms: await timelineOf(address, title), idleBytes: null };
});
