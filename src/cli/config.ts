import type { Command as Program } from 'commander';
import type { Command, CommandContext } from './command.ts';
import { type GlobalFlags, readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Examples:
  $ arr-score config path
  $ arr-score config show --config nas.yaml
  $ arr-score config validate
  $ arr-score config schema`;

/** What the configuration is, where it comes from, and whether it is right. */
export const config: Command = {
  name: 'config',
  register: (program, context) => {
    const group = program.command('config').description('find, show and check the configuration');
    group.addHelpText('after', examples).helpCommand(false);
    for (const [name, { summary, run }] of Object.entries(actions)) {
      group
        .command(name)
        .description(summary)
        .addHelpText('after', `\nExample:\n  $ arr-score config ${name}`)
        .action((_flags: unknown, command: Program) => run(context, readGlobalFlags(command)));
    }
  },
};

interface Action {
  readonly summary: string;
  readonly run: (context: CommandContext, flags: GlobalFlags) => Promise<void>;
}

const actions: Readonly<Record<'path' | 'show' | 'schema' | 'validate', Action>> = {
  path: { summary: 'which file is read, and why', run: sayPath },
  show: { summary: 'every value in force and where it comes from; keys are masked', run: show },
  schema: { summary: 'the JSON Schema of the file, for editors', run: printSchema },
  validate: { summary: 'is the configuration right? Asks no server', run: validate },
};

async function sayPath({ terminal, environment }: CommandContext, flags: GlobalFlags): Promise<void> {
  const [{ locateConfig }, { describeSource }] = await Promise.all([
    import('../config/locate-config.ts'),
    import('../config/describe-source.ts'),
  ]);
  const source = await locateConfig({ path: flags.config, environment });
  if (source.kind === 'file') terminal.stdout.write(`${source.path}\n`);
  terminal.stderr.write(`${describeSource(source)}\n`);
}

async function show({ terminal, environment }: CommandContext, flags: GlobalFlags): Promise<void> {
  const { showConfig } = await import('../config/show-config.ts');
  terminal.stdout.write(await showConfig({ path: flags.config, flags: flags.set, environment }));
}

async function printSchema({ terminal }: CommandContext): Promise<void> {
  const { configJsonSchema } = await import('../config/config-json-schema.ts');
  terminal.stdout.write(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
}

async function validate({ terminal, environment }: CommandContext, flags: GlobalFlags): Promise<void> {
  const [{ loadConfig }, { describeProblem }, { describeSource }, { nothingAsked, planOutputs }] =
    await Promise.all([
      import('../config/load-config.ts'),
      import('../config/problem.ts'),
      import('../config/describe-source.ts'),
      import('./shared/planned-outputs.ts'),
    ]);
  const { instances, outputs, source, warnings } = await loadConfig({
    path: flags.config,
    flags: flags.set,
    environment,
  });
  for (const warning of warnings) terminal.stderr.write(`! ${describeProblem(warning)}\n`);
  planOutputs(outputs, nothingAsked);
  const off = instances.filter(({ enabled }) => !enabled).length;
  const counts = `${instances.length} ${instances.length === 1 ? 'instance' : 'instances'}`;
  terminal.stdout.write(
    `${describeSource(source)}\n${counts}${off === 0 ? '' : `, ${off} switched off`}; no problem\n`,
  );
}
