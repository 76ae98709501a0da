import { z } from 'zod';

/** A simulated server, as a job is told of it. */
export const Instances = z.array(
  z.object({
    service: z.enum(['radarr', 'sonarr']),
    name: z.string(),
    url: z.string(),
    apiKey: z.string(),
  }),
);

/** What a job asks. */
export type BenchInstance = z.infer<typeof Instances>[number];
