import { z } from 'zod';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';

/** A simulated server, as a job is told of it. */
export type BenchInstance = RunningInstance;

/** What a job asks. */
export const Instances: z.ZodType<readonly BenchInstance[]> = z.array(
  z.object({
    service: z.enum(['radarr', 'sonarr']),
    name: z.string(),
    url: z.string(),
    apiKey: z.string(),
  }),
);
