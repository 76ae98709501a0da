import { type InstanceName, instanceAddress } from '../../model/instance.ts';
import type { Terminal } from '../command.ts';
import type { Bars } from './bars.ts';

/** Bars where somebody watches; null for a pipe, a log, a test. Disposing gives the cursor back. */
export async function openWatchedBars(
  { stderr: sink }: Terminal,
  instances: readonly InstanceName[],
  now: () => number,
): Promise<Bars | null> {
  if (sink.isTTY !== true) return null;
  const { createBars } = await import('./bars.ts');
  const addresses = instances.map((instance) => instanceAddress(instance, instances));
  return createBars({ sink, addresses, now });
}
