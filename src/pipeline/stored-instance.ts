import { AppError } from '../lib/errors.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { LibraryFile, LibraryInstance } from '../model/library.ts';
import type { Rules } from '../model/rules.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createJudges } from './judges.ts';

/** The newest snapshot of one instance. */
export interface StoredInstance {
  readonly about: LibraryInstance;
  readonly files: readonly LibraryFile[];
}

/** @throws {AppError} code `store`, also for an instance that was never collected */
export async function storedInstance(store: Store, instance: InstanceName): Promise<StoredInstance> {
  const question = { instances: [instance], since: null, withRescored: false, ...createJudges() };
  const {
    instances: [about],
    files,
  } = await store.loadLibrary(question);
  if (about !== undefined) return { about, files };
  const hint = 'Collect it first: arr-score collect.';
  throw new AppError(`${instanceKey(instance)} is not in the store`, { code: 'store', hint });
}

/** Its rules alone. @param place  of the store. @throws {AppError} code `store`, as `storedInstance` */
export async function storedRules(place: string, { service, name }: InstanceName): Promise<Rules> {
  await using store = await openStore(place, { use: 'read' });
  const { about } = await storedInstance(store, { service, name });
  return about.rules;
}
