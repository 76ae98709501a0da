import type { Command as Program } from 'commander';
import type { Command } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
A title may have a year or an episode behind it. A key is tmdb:603,
tvdb:81189 S01E02 or radarr/main#684. Anything else is taken for the name of a
release of something in the library.

Examples:
  $ arr-score explain "Golden Umbra (1991)"
  $ arr-score explain "Last Echo 2049 S01E02" --all --format markdown
  $ arr-score explain radarr/main#1 --format json
  $ arr-score explain \\
      The.Secret.Storm.II.2012.720p.BluRay.AVC.FLAC.2.0-PaZ.mkv-WhiteRev`;

/** Why a file has its score, and what would be an upgrade. */
export const explain: Command = {
  name: 'explain',
  register: (program, context) => {
    program
      .command('explain')
      .description('why this score, and what would be an upgrade')
      .argument('<text>', 'a title, a key, or the name of a release')
      .argument('[instance...]', 'names such as main or radarr/main (default: all that are enabled)')
      .option('--from-store', 'as last collected: no server is asked')
      .option('--format <format>', 'text, json or markdown', 'text')
      .option('--all', 'also formats that give nothing, and every near miss')
      .option('--size <size>', 'of a release, such as 61GB; its name does not say')
      .option('--flags <bits>', 'indexer flags of a release, as a number', '0')
      .addHelpText('after', examples)
      .action(async (text: string, addresses: string[], ...rest: readonly [unknown, Program]) => {
        const { runExplain } = await import('./shared/run-explain.ts');
        const [flags, command] = rest;
        const global = readGlobalFlags(command);
        context.done(await runExplain({ text, addresses, flags, global }, context));
      });
  },
};
