import { type InstanceName, instanceAddress } from '../../model/instance.ts';
import type { Terminal } from '../command.ts';
import type { Bars } from './bars.ts';

/** Bars where somebody watches; null for a pipe, a log, a test. Disposing gives the cursor back. */
export async function openWatchedBars(
  { stderr }: Terminal,
  instances: readonly InstanceName[],
  now: () => number,
): Promise<Bars | null> {
  if (stderr !== process.stderr || !process.stderr.isTTY) return null;
  const { createBars } = await import('./bars.ts');
  const addresses = instances.map((instance) => instanceAddress(instance, instances));
  return createBars({ stream: process.stderr, addresses, now });
}
