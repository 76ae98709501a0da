import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';

/** How a process ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

/** Starts a shell that finds `arr-score` as an installation would give it and has nothing of our environment. */
export function startShell(script: string, folder: string): Running {
  const PATH = [join(folder, 'bin'), dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(
    delimiter,
  );
  const env = { PATH, HOME: folder, TMPDIR: folder };
  const child = spawn('bash', ['-c', script], { cwd: folder, env });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString();
  });
  child.stdin.end();
  const ended = once(child, 'close').then((): Ended => ({ code: child.exitCode, out, err }));
  return { child, said: () => err, ended };
}

/** The file that makes `arr-score` a command, for `bin/arr-score` below the folder of a shell. */
export const command: string = `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), 'bin/arr-score.mjs')}" "$@"\n`;
