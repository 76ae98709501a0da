import { type InstanceName, instanceAddress } from '../../model/instance.ts';
import type { OpenedLibrary } from '../../pipeline/open-library.ts';
import type { Talk } from './talk.ts';

/** Names the instances of which the store knows nothing. */
export function sayMissing({ missing }: OpenedLibrary, instances: readonly InstanceName[], talk: Talk): void {
  for (const instance of missing) {
    const address = instanceAddress(instance, instances);
    talk.say('warning', `${address} was never collected and is in no figure`);
    talk.say('warning', `→ arr-score collect ${address}`);
  }
}
