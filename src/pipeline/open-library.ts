import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { Library } from '../model/library.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Effects } from './effects.ts';
import { libraryOfReadings } from './live-library.ts';
import { readInstances } from './read-instances.ts';
import type { TellReading } from './reading-event.ts';

/** Which library, and who is told while it is made. */
export interface LibraryRequest {
  readonly instances: readonly InstanceConfig[];
  readonly proxy: ProxySettings;
  readonly tell: TellReading;
}

/** A library, and what is not in it. */
export interface OpenedLibrary {
  readonly library: Library;
  /** Instances of which nothing is known. */
  readonly failed: readonly { readonly instance: InstanceName; readonly failure: ArrFailure }[];
  /** Whether every instance and every item was read. */
  readonly isWhole: boolean;
}

/**
 * The library that analyses look at: what the servers have now. This is the one place that knows where a library
 * comes from.
 */
export async function openLibrary(request: LibraryRequest, effects: Effects): Promise<OpenedLibrary> {
  using read = await readInstances(request, effects);
  const externalUrls = new Map(
    request.instances.map((instance) => [instanceKey(instance), instance.externalUrl]),
  );
  const library = await libraryOfReadings(read.outcomes, { externalUrls, now: effects.now() });
  const failed = read.outcomes.flatMap((outcome) =>
    outcome.ok ? [] : [{ instance: outcome.instance, failure: outcome.failure }],
  );
  const hasSkipped = library.instances.some(({ skipped }) => skipped.length > 0);
  return { library, failed, isWhole: failed.length === 0 && !hasSkipped };
}
