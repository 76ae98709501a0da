import { createContext, Script } from 'node:vm';
import type { Guard, Guarded } from '../scoring/pattern/guard.ts';

/** Milliseconds that one guarded call may take; patterns of people answer within one, for a whole file. */
const patternLimitMs = 250;

/**
 * The guard of patterns in Node: `vm` interrupts whatever runs inside it, a match included. About 80 µs a call, so
 * one call goes round a whole file.
 */
export function patternGuard(limitMs: number = patternLimitMs): Guard {
  const world: { run?: () => void } = {};
  const context = createContext(world);
  const script = new Script('run()');
  return (work) => {
    let outcome: Guarded<ReturnType<typeof work>> = { kind: 'overrun' };
    world.run = () => {
      outcome = { kind: 'finished', value: work() };
    };
    try {
      script.runInContext(context, { timeout: limitMs });
    } catch (error) {
      if (isTimeout(error)) return { kind: 'overrun' };
      throw error;
    }
    return outcome;
  };
}

/** The error comes from the context's own world, whose `Error` is another class. */
function isTimeout(error: unknown): boolean {
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
