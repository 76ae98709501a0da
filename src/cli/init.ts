import type { Command as Program } from 'commander';
import type { ServiceFlags } from '../config/flag-settings.ts';
import { type Service, services } from '../model/service.ts';
import { type Command, type CommandContext, exitCode } from './command.ts';
import { readGlobalFlags } from './shared/global-flags.ts';

const examples = `
Without flags it asks, on a terminal. Other users of the machine can see a key
on a command line: better give a file, a variable or stdin.

Examples:
  $ arr-score init
  $ arr-score init --radarr-url http://nas:7878 --radarr-api-key-file key.txt
  $ RADARR_API_KEY=… arr-score init --radarr-url http://nas:7878
  $ arr-score init --from recyclarr.yml --config arr-score.yaml`;

/** Writes a first configuration. */
export const init: Command = {
  name: 'init',
  register: (program, context) => {
    program
      .command('init')
      .description('write a configuration')
      .option('--radarr-url <url>', 'address of Radarr')
      .option('--radarr-api-key <key>', 'its API key; "-" reads a line of stdin')
      .option('--radarr-api-key-file <file>', 'a file with the key, which is referred to, not copied')
      .option('--sonarr-url <url>', 'address of Sonarr')
      .option('--sonarr-api-key <key>', 'its API key; "-" reads a line of stdin')
      .option('--sonarr-api-key-file <file>', 'a file with the key, which is referred to, not copied')
      .option('--from <file>', 'take the instances of a Recyclarr or Configarr file')
      .addHelpText('after', examples)
      .action((flags: unknown, command: Program) => run(flags, readGlobalFlags(command).config, context));
  },
};

async function run(flags: unknown, path: string | null, context: CommandContext): Promise<void> {
  const [{ initConfig }, { openQuestions }, { readSurroundings }, { openLines }] = await Promise.all([
    import('../config/init-config.ts'),
    import('../config/questions.ts'),
    import('../config/surroundings.ts'),
    import('../config/stdin-lines.ts'),
  ]);
  const { terminal, environment, signal } = context;
  const { stdin, stderr } = terminal;
  const write = (text: string): void => void stderr.write(text);
  const questions = openQuestions({ input: stdin, write, signal });
  try {
    const written = await initConfig({
      path,
      from: text(flags, 'from'),
      services: services.map((service) => serviceFlags(flags, service)),
      environment,
      surroundings: readSurroundings(environment),
      nextLine: openLines(stdin),
      questions: stdin.isTTY === true ? questions : null,
    });
    if (written === null) return context.done(exitCode.interrupted);
    for (const note of written.notes) write(`! ${note}\n`);
    write(`→ ${written.path}\nNext: arr-score check\n`);
  } finally {
    questions.close();
  }
}

function serviceFlags(flags: unknown, service: Service): ServiceFlags {
  return {
    service,
    url: text(flags, `${service}Url`),
    key: text(flags, `${service}ApiKey`),
    keyFile: text(flags, `${service}ApiKeyFile`),
  };
}

function text(flags: unknown, name: string): string | null {
  const value: unknown = typeof flags === 'object' && flags !== null ? Reflect.get(flags, name) : null;
  return typeof value === 'string' ? value : null;
}
