import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Without a title each edit of the rules is one entry, with what it did;
--each tells every file it moved, too.

Examples:
  $ arr-score history --since 7d
  $ arr-score history "golden umbra"
  $ arr-score history --since 2026-11 --cause profile-scores-edited
  $ arr-score history --kind replaced --instance main --format csv > all.csv`;

/** What happened to the scores, and why. */
export const history: Command = {
  name: 'history',
  register: (program, context) => {
    program
      .command('history')
      .description('what happened to the scores, and why')
      .argument('[title]', 'part of a title: all that is known of it, file by file')
      .option('--since <time>', 'a day (2026-11-20, 2026-11) or an age (7d, 12h)')
      .option('--cause <causes>', 'only what moved by these causes, joined by commas')
      .option('--kind <kinds>', 'only these kinds, joined by commas')
      .option('--instance <names>', 'names such as main or radarr/main, joined by commas')
      .option('--each', 'tell each file that edited rules moved')
      .option('--format <format>', 'text, json, csv or ndjson', 'text')
      .addHelpText('after', examples)
      .action(async (title: string | undefined, flags: unknown, command: Program) => {
        const { runHistory } = await import('./shared/run-history.ts');
        const global = readGlobalFlags(command);
        context.done(await runHistory({ title: title ?? null, flags, global }, context));
      });
  },
};
