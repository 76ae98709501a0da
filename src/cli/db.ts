import type { Command as Program } from 'commander';
import type { Command, CommandContext } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';
import type { DbAction } from './shared/run-db.ts';

const examples = `
Examples:
  $ arr-score db info
  $ arr-score db check
  $ arr-score db backup arr-score-2026-11-26.db
  $ arr-score db restore arr-score-2026-11-26.db
  $ arr-score db prune --keep 400d`;

/** Keeps the store sound and small. */
export const db: Command = {
  name: 'db',
  register: (program, context) => {
    const group = program
      .command('db')
      .description('look after the store: its size, its soundness, its backups')
      .addHelpText('after', examples)
      .helpCommand(false);
    add(group, context, ['info', '', 'where it is, how big, and what it holds']);
    add(group, context, ['check', '', 'is it sound? 1 when it is not']);
    add(group, context, ['migrate', '', 'bring its tables up to date']);
    add(group, context, ['backup', '<file>', 'copy it to a new file, while it is in use']);
    add(group, context, ['restore', '<file>', 'put a backup in its place; what was there is kept beside it']);
    add(group, context, ['vacuum', '', 'give room that is no longer used back to the disk']);
    add(group, context, ['prune', '', 'thin old days to one a week; every change stays']).requiredOption(
      '--keep <days>',
      'leave younger days alone, such as 400d',
    );
  },
};

function add(
  group: Program,
  context: CommandContext,
  [action, takes, description]: readonly [action: DbAction, takes: '' | '<file>', description: string],
): Program {
  const command = group.command(`${action} ${takes}`.trim()).description(description);
  return command.action(async () => {
    const { runDb } = await import('./shared/run-db.ts');
    const [file = ''] = command.args;
    const call = { action, file, flags: command.opts(), global: readGlobalFlags(command) };
    context.done(await runDb(call, context));
  });
}
