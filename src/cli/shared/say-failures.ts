import { describeFailure } from '../../model/arr-failure.ts';
import { instanceAddress } from '../../model/instance.ts';
import type { OpenedLibrary } from '../../pipeline/open-library.ts';
import type { Talk } from './talk.ts';

/** Names the instances of which nothing is known. */
export function sayFailures({ failed, library }: OpenedLibrary, talk: Talk): void {
  const all = [...failed, ...library.instances].map(({ instance }) => instance);
  for (const { instance, failure } of failed) {
    talk.say('warning', `${instanceAddress(instance, all)} is in no figure: ${describeFailure(failure)}`);
  }
}
