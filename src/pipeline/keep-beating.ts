import type { InstanceLock } from '../store/collecting.ts';
import type { Effects } from './effects.ts';

/** Six beats may be missed before a lock counts as abandoned. */
const beatMs = 20_000;

/** Says again and again that the owner of a lock lives, also while a server is silent; until it is disposed of. */
export function keepBeating(lock: InstanceLock, { now }: Pick<Effects, 'now'>): Disposable {
  // A beat that fails is no news: whoever lost the lock is told when it wants to store.
  const beat = (): void => void lock.beat(now()).catch(() => null);
  const timer = setInterval(beat, beatMs);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
