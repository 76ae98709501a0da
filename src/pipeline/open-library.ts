import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { Library } from '../model/library.ts';
import type { Store } from '../store/store.ts';
import { createJudges } from './judges.ts';
import { makeRoomForLibrary } from './lean-memory.ts';

/** A library, and what is not in it. */
export interface OpenedLibrary {
  readonly library: Library;
  /** Instances that were asked for and never collected. */
  readonly missing: readonly InstanceName[];
  /** Whether every instance and every item was read when it was last tried. */
  readonly isWhole: boolean;
}

/**
 * The library that analyses look at: the newest snapshots with all that led to them. No server is asked.
 *
 * @throws {AppError} code `store`
 */
export async function openLibrary(store: Store, instances: readonly InstanceName[]): Promise<OpenedLibrary> {
  makeRoomForLibrary();
  const names = instances.map(({ service, name }) => ({ service, name }));
  const library = await store.loadLibrary({
    instances: names,
    since: firstDay,
    withRescored: true,
    ...createJudges(),
  });
  const known = new Set(library.instances.map(({ instance }) => instanceKey(instance)));
  const missing = names.filter((instance) => !known.has(instanceKey(instance)));
  const isRead = library.instances.every(({ failure, skipped }) => failure === null && skipped.length === 0);
  return { library, missing, isWhole: isRead && missing.length === 0 };
}

/** Before any history. */
const firstDay = new Date(0);
