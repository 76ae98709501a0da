/** What a schedule runs, without the servers' own history. */
import { z } from 'zod';
// The command loads this when it runs; loading is not what is measured here.
import '../../src/cli/shared/run-collect.ts';
import { job } from '../shared/job.ts';
import { runCommand } from '../shared/run-command.ts';

const Given = z.object({ config: z.string(), read: z.string() });

await job(async (given) => {
  const { config, read } = Given.parse(given);
  await runCommand(['collect', '--config', config, '--read', read, '--no-backfill']);
});
