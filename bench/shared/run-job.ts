import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a job says of itself. */
export interface JobTold {
  readonly ms: number;
  /** Of all its threads: what a busy machine does not change much. */
  readonly cpuMs: number;
  /** The most memory that was resident, and how much of it before the work began. */
  readonly peakBytes: number;
  readonly idleBytes: number;
}

const Told: z.ZodType<JobTold> = z.object({
  ms: z.number(),
  cpuMs: z.number(),
  peakBytes: z.number(),
  idleBytes: z.number(),
});

/**
 * Runs one file of `jobs/` in a process of its own, so that nothing is warm and all memory is its own.
 *
 * It runs as built, like the installed package: stripping types costs time and 30 MB.
 */
export async function runJob(name: string, given: unknown): Promise<JobTold> {
  const path = fileURLToPath(new URL(`../../.bench/bench/jobs/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, [path, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed: Promise<readonly unknown[]> = once(child, 'close');
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (code !== 0) throw new Error(`the job ${name} ended with ${String(code)}\n${err}`);
  return Told.parse(JSON.parse(out.trimEnd().split('\n').at(-1) ?? ''));
}
