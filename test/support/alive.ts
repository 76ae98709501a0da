import { setTimeout as delay } from 'node:timers/promises';
import type { Simulator } from '../../src/simulator/start-simulator.ts';

/** Timers, connections and file work that keep this process alive; for a test to compare before and after. */
export function alive(): number {
  const kinds = /TCP|TLS|Timeout|FSReq|Zlib|GetAddrInfo/;
  return process.getActiveResourcesInfo().filter((name) => kinds.test(name)).length;
}

const patienceMs = 5_000;
const lookEveryMs = 5;

/**
 * Connections to simulated servers that are open after a run, once those that were closed are gone. The servers are
 * asked, because a client's idle connections keep no process alive.
 */
export async function connectionsLeft(simulator: Simulator): Promise<number> {
  const until = performance.now() + patienceMs;
  let left = await simulator.connections();
  while (left > 0 && performance.now() < until) {
    await delay(lookEveryMs);
    left = await simulator.connections();
  }
  return left;
}
