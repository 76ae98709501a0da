import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { gather } from './shared/gather.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Examples:
  $ arr-score analyze
  $ arr-score analyze ceiling upgrade-candidates
  $ arr-score analyze upgrade-candidates/candidate-files --all
  $ arr-score analyze health --instance main --filter "quality has 2160p"
  $ arr-score analyze upgrade-candidates --format csv > candidates.csv
  $ arr-score analyze --fail-on "rules-high > 0" --fail-on "health < 60"`;

/** What is wrong with the library, what to do first, and was it worth it; from the store, no server is asked. */
export const analyze: Command = {
  name: 'analyze',
  register: (program, context) => {
    program
      .command('analyze')
      .description('what is wrong, what to do first, was it worth it: from what was collected')
      .argument('[name...]', 'analyses such as health or ceiling, or one block of one: seasons/seasons')
      .option('--instance <instance>', 'only this one, may be repeated', gather)
      .option('--filter <filter>', 'only files that pass, may be repeated', gather)
      .option('--since <time>', 'changes from here on: 7d, 2026-11-01', '7d')
      .option('--format <format>', 'text, json, csv or markdown', 'text')
      .option('--all', 'tables whole, however long')
      .option('--fail-on <gate>', 'exit 4 when it holds, may be repeated: "loops > 0"', gather)
      .addHelpText('after', examples)
      .action(async (names: string[], flags: unknown, command: Program) => {
        const { runAnalyze } = await import('./shared/run-analyze.ts');
        context.done(await runAnalyze({ names, flags, global: readGlobalFlags(command) }, context));
      });
  },
};
