/**
 * The everyday command, as a person runs it: configuration, reading, proof, outputs.
 */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { keepMemoryLean } from '../../src/pipeline/lean-memory.ts';
import { job } from '../shared/job.ts';

// What the command does and loads when it runs, in its order; loading is not what is measured here.
keepMemoryLean();
await import('../../src/cli/shared/export-from-config.ts');
const { runCommand } = await import('../shared/run-command.ts');

const Given = z.object({ config: z.string(), out: z.string(), format: z.string(), read: z.string() });

await job(async (given) => {
  const { config, out, format, read } = Given.parse(given);
  await runCommand(['export', '--config', config, '--format', format, '--out', out, '--read', read]);
  await rm(out, { recursive: true });
});
