import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The real program in a process of its own. */
export interface Program {
  readonly child: ChildProcess;
  readonly ended: Promise<ProgramEnd>;
}

/** How it ended. */
export interface ProgramEnd {
  /** The exit code, or the signal that killed it. */
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

/** How it is started. */
export interface ProgramOptions {
  /** Flags of Node itself. */
  readonly node?: readonly string[];
  /** A shell line that runs before it, in the same shell: `ulimit -f 1`. */
  readonly before?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts `arr-score` with these words. */
export function startProgram(argv: readonly string[], options: ProgramOptions = {}): Program {
  const { node = [], before = ':', environment = {} } = options;
  const command = [process.execPath, ...node, 'src/main.ts', ...argv];
  const child = spawn('sh', ['-c', `${before}; exec "$@"`, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...environment },
  });
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const ended = once(child, 'close').then(async ([code, signal]: readonly unknown[]) => ({
    code: typeof code === 'number' ? code : String(signal),
    out: await out,
    err: await err,
  }));
  return { child, ended };
}
