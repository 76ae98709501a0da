import { setTimeout as delay } from 'node:timers/promises';

/** Waits, but not once the simulator stops. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0 && !signal.aborted) await delay(ms, undefined, { signal }).catch(() => undefined);
}
