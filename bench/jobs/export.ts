/**
 * The everyday command, as a person runs it: configuration, reading, proof, outputs.
 */
import { rm } from 'node:fs/promises';
import { z } from 'zod';
// The command loads this when it runs; loading is not what is measured here.
import '../../src/cli/shared/export-from-config.ts';
import * as commands from '../../src/cli/index.ts';
import { runProgram } from '../../src/cli/shared/program.ts';
import { job } from '../shared/job.ts';

const Given = z.object({ config: z.string(), out: z.string(), format: z.string() });

await job(async (given) => {
  const { config, out, format } = Given.parse(given);
  const said: string[] = [];
  const sink = { write: (text: string | Uint8Array) => said.push(String(text)) > 0, once: () => undefined };
  const code = await runProgram({
    commands,
    argv: ['export', '--config', config, '--format', format, '--out', out],
    terminal: { stdin: process.stdin, stdout: sink, stderr: sink },
    environment: {},
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`export ended with ${code}\n${said.join('')}`);
  await rm(out, { recursive: true });
});
