import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { services } from '../model/service.ts';
import type { InstanceOptions, RunningInstance } from './instance-options.ts';

/** What can be handed to another process: no faults, no story, no library that was opened here. */
export interface ProcessOptions {
  readonly radarr?: ProcessInstance | readonly ProcessInstance[] | null;
  readonly sonarr?: ProcessInstance | readonly ProcessInstance[] | null;
}

/** One server in another process. */
export type ProcessInstance = Omit<InstanceOptions, 'faults' | 'randomFaults' | 'authentication'>;

/** Simulated servers in a process of their own, until they are disposed of. */
export interface SimulatorProcess extends AsyncDisposable {
  readonly instances: readonly RunningInstance[];
  readonly pid: number;
}

const Ready = z.object({
  pid: z.number(),
  instances: z.array(
    z.object({ service: z.enum(services), name: z.string(), url: z.string(), apiKey: z.string() }),
  ),
});

/** From the sources as well as from the built package. */
const entry = import.meta.url.replace(/start-process(?=\.\w+$)/, 'process');

/**
 * Starts the servers and waits until they listen; large libraries take some seconds.
 *
 * @param signal  ends the wait, and the process
 * @throws where they do not start
 */
export async function startSimulatorProcess(
  options: ProcessOptions,
  signal: AbortSignal | null = null,
): Promise<SimulatorProcess> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [fileURLToPath(entry)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const complaint = text(child.stderr);
  const exited = once(child, 'exit');
  signal?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  // Written to a process that was ended meanwhile, it fails; that it ended is said below.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(options)}\n`);
  const first = once(createInterface({ input: child.stdout }), 'line');
  const [line] = await Promise.race([first, exited.then(() => [null])]);
  if (typeof line !== 'string') {
    throw new Error('the simulator ended before it listened', { cause: new Error(await complaint) });
  }
  return {
    ...Ready.parse(JSON.parse(line)),
    [Symbol.asyncDispose]: () => stop(child, exited),
  };
}

const patienceMs = 3_000;

async function stop(child: ChildProcessWithoutNullStreams, exited: Promise<unknown>): Promise<void> {
  child.stdin.end();
  await Promise.race([exited, delay(patienceMs, undefined, { ref: false })]);
  child.kill('SIGKILL');
  await exited;
}
