import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { gather } from './shared/gather.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
FILE is a YAML of edits; FOLDER holds exported custom formats and quality
profiles as JSON, in the servers' form or the guide's. Nothing is written to any
server.

Gates for --fail-on, joined by "and": files, rises, falls, below-minimum,
above-minimum, reaches-cutoff, leaves-cutoff, newly-open, newly-closed, inexact
(all in files), gb (of the newly open files).

Examples:
  $ echo 'profiles: {"*": {minimum: 5}}' > e.yaml; arr-score simulate e.yaml
  $ arr-score simulate --rules-of radarr/main radarr/main --format csv
  $ arr-score simulate --rules-of radarr/main radarr/main --fail-on "falls>9"
  $ arr-score simulate --rules-of radarr/main radarr/main --from-store`;

/** What would other rules do to the library? */
export const simulate: Command = {
  name: 'simulate',
  register: (program, context) => {
    program
      .command('simulate')
      .description('what would these rule changes do?')
      .argument('[file or folder, instance...]', 'the change, then names (default: all that are enabled)')
      .option('--rules-of <instance>', 'take the formats and profiles of another instance, by name')
      .option('--from-store', 'the newest snapshots as collected: no server is asked')
      .option('--format <format>', 'text, json or csv', 'text')
      .option('--fail-on <gate>', 'exit 4 when it holds, may be repeated: "falls > 9"', gather)
      .addHelpText('after', examples)
      .action(async (words: string[], flags: unknown, command: Program) => {
        const { runSimulate } = await import('./shared/run-simulate.ts');
        context.done(await runSimulate({ words, flags, global: readGlobalFlags(command) }, context));
      });
  },
};
