import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { gather } from './shared/gather.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Outputs can be kept in the configuration, under outputs:; a flag stands in for
the same key of each.

Examples:
  $ arr-score report
  $ arr-score report --format dashboard,csv,markdown --out /srv/www/scores
  $ arr-score report --out /srv/www/scores --latest --keep 14
  $ arr-score report --since 30d --fail-on "rules-high > 0"`;

/** One call for cron: read, analyse, write every output. */
export const report: Command = {
  name: 'report',
  register: (program, context) => {
    program
      .command('report')
      .description('read, analyse, write the dashboard: one call for cron')
      .argument('[instance...]', 'names such as main or radarr/main (default: all that are enabled)')
      .option('--format <formats>', 'outputs, joined by commas (default: dashboard,csv)')
      .option('--out <folder>', 'where to (default: .)')
      .option('--since <time>', 'changes from here on: 7d, 2026-11-01', '7d')
      .option('--name <template>', 'of the files, without extension')
      .option('--latest', 'links latest.html and so on to the newest')
      .option('--keep <count>', 'only so many days of files; older ones are removed')
      .option('--redact', 'pseudonyms for titles, paths, groups, tags, instances')
      .option('--full', 'dashboard: every timeline and every row of every list')
      .option('--fail-on <gate>', 'exit 4 when it holds, may be repeated: "loops > 0"', gather)
      .addHelpText('after', examples)
      .action(async (addresses: string[], flags: unknown, command: Program) => {
        const { runReport } = await import('./shared/run-report.ts');
        context.done(await runReport({ addresses, flags, global: readGlobalFlags(command) }, context));
      });
  },
};
