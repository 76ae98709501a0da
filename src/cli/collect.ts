import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Examples:
  $ arr-score collect
  $ arr-score collect radarr/main --read asked
  $ arr-score collect main --accept-new-server`;

/** What a schedule runs: reads and stores a snapshot of every instance. */
export const collect: Command = {
  name: 'collect',
  register: (program, context) => {
    program
      .command('collect')
      .description('read every instance and keep its history')
      .argument('[instance...]', 'names such as main or radarr/main (default: all that are enabled)')
      .option('--service <service>', 'radarr or sonarr alone')
      .option('--read <plan>', 'asked or carried (default: carried for Radarr, asked for Sonarr)')
      .option('--no-backfill', "leave the servers' own history alone")
      .option('--accept-new-server', 'go on with another server under the old name')
      .addHelpText('after', examples)
      .action(async (addresses: string[], flags: unknown, command: Program) => {
        const { runCollect } = await import('./shared/run-collect.ts');
        context.done(await runCollect({ addresses, flags, global: readGlobalFlags(command) }, context));
      });
  },
};
