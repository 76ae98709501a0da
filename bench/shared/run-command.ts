import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';

/** Runs a command as a person does. @throws with all that it said, where it ends with another code than 0 */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const said: string[] = [];
  const sink = { write: (text: string | Uint8Array) => said.push(String(text)) > 0, once: () => undefined };
  const code = await runProgram({
    commands,
    argv,
    terminal: { stdin: process.stdin, stdout: sink, stderr: sink },
    environment: {},
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`${argv[0]} ended with ${code}\n${said.join('')}`);
}
