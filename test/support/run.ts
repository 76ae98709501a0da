import type { ExitCode } from '../../src/cli/command.ts';
import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';
import type { RunningInstance } from '../../src/simulator/instance-options.ts';
import { aTerminal, type FakeTerminal } from './terminal.ts';

/** What a command line did. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** How a command line is run. */
export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly terminal?: FakeTerminal;
}

/** Runs the program in this process, on a terminal that nobody watches. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { environment = {}, signal = new AbortController().signal, terminal = aTerminal() } = options;
  const code = await runProgram({ commands, argv, terminal, environment, signal });
  return { code, out: terminal.out(), err: terminal.err() };
}

/** The text of a configuration for simulated servers. */
export function yamlFor(instances: readonly RunningInstance[]): string {
  return instances
    .map(
      ({ service, name, url, apiKey }) =>
        `${service}:\n  ${name}:\n    base_url: ${url}\n    api_key: ${apiKey}\n`,
    )
    .join('');
}
