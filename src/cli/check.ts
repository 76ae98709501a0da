import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Examples:
  $ arr-score check
  $ arr-score check radarr/main --verbose
  $ arr-score check --config nas.yaml`;

/** The doctor: can every instance be read, and if not, why? */
export const check: Command = {
  name: 'check',
  register: (program, context) => {
    program
      .command('check')
      .description('can every instance be read?')
      .argument('[instance...]', 'names such as main or radarr/main (default: all that are enabled)')
      .addHelpText('after', examples)
      .action(async (addresses: string[], _flags: unknown, command: Program) => {
        const { runCheck } = await import('./shared/run-check.ts');
        context.done(await runCheck(addresses, readGlobalFlags(command), context));
      });
  },
};
