/**
 * The everyday command, as a person runs it: configuration, reading, proof, outputs.
 */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
// The command loads this when it runs; loading is not what is measured here.
import '../../src/cli/shared/export-from-config.ts';
import { job } from '../shared/job.ts';
import { runCommand } from '../shared/run-command.ts';

const Given = z.object({ config: z.string(), out: z.string(), format: z.string(), read: z.string() });

await job(async (given) => {
  const { config, out, format, read } = Given.parse(given);
  await runCommand(['export', '--config', config, '--format', format, '--out', out, '--read', read]);
  await rm(out, { recursive: true });
});
