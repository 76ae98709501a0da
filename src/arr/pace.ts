import type { ArrEffects } from './arr-effects.ts';

/** Waits until the next request may be sent. @throws the signal's reason when it is aborted meanwhile */
export type Pace = () => Promise<void>;

/**
 * Lets requests go one after the other, none earlier than the rate allows: whatever they are for, also those that are
 * sent again.
 *
 * @param mostPerSecond  null is no limit
 */
export function createPace(
  mostPerSecond: number | null,
  { now, sleep, signal }: Pick<ArrEffects, 'now' | 'sleep' | 'signal'>,
): Pace {
  if (mostPerSecond === null) return async () => undefined;
  let next = now();
  return async () => {
    const at = Math.max(next, now());
    next = at + 1_000 / mostPerSecond;
    if (at > now()) await sleep(at - now(), signal);
  };
}
