/** Reads a long list and parses it as a whole. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { job } from '../shared/job.ts';

const Rows = z.custom<readonly unknown[]>();

await job(async (given) => {
  const { path, elements } = z.object({ path: z.string(), elements: z.number() }).parse(given);
  const rows = Rows.parse(JSON.parse(await readFile(path, 'utf8')));
  if (rows.length !== elements) throw new Error(`${rows.length} elements of ${elements}`);
});
