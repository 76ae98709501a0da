import { fieldOf, filtered, type Series } from '../lib/series.ts';
import { slotsOf } from '../model/changes/slots-of.ts';
import { type InstanceName, instanceKey } from '../model/instance.ts';
import type { Library, LibraryFile } from '../model/library.ts';
import { type Slot, slotKey } from '../model/slot.ts';

/** Which part of a library is looked at. */
export interface Narrowing {
  /** `radarr/main`; null is all of them. */
  readonly instanceKeys: ReadonlySet<string> | null;
  /** null: every file. */
  readonly matches: ((file: LibraryFile) => boolean) | null;
}

/**
 * A part of a library, with the history of that part. Counts by day are of whole profiles: a filter leaves none of
 * them.
 */
export function narrowLibrary(library: Library, { instanceKeys, matches }: Narrowing): Library {
  const own = instanceKeys === null ? library : ofInstances(library, instanceKeys);
  return matches === null ? own : ofFiles(own, own.files.filter(matches));
}

function ofInstances(library: Library, keys: ReadonlySet<string>): Library {
  const isOwn = (name: InstanceName): boolean => keys.has(instanceKey(name));
  return {
    ...library,
    instances: library.instances.filter(({ instance }) => isOwn(instance)),
    files: library.files.filter(({ service, instance: name }) => isOwn({ service, name })),
    changes: onSlots(library.changes, ({ instance }) => isOwn(instance)),
    ruleChanges: library.ruleChanges.filter((change) => keys.has(change.instanceKey)),
    events: onSlots(library.events, ({ instance }) => isOwn(instance)),
    days: library.days.filter((counts) => keys.has(counts.instanceKey)),
  };
}

function ofFiles(library: Library, files: readonly LibraryFile[]): Library {
  const slots = new Set(
    files.flatMap((file) => slotsOf(file, { service: file.service, name: file.instance }).map(slotKey)),
  );
  return {
    ...library,
    files,
    changes: onSlots(library.changes, (slot) => slots.has(slotKey(slot))),
    events: onSlots(library.events, (slot) => slots.has(slotKey(slot))),
    days: [],
  };
}

/** What happened on some slots; nothing else of it is looked at. */
function onSlots<T extends { readonly slot: Slot }>(
  past: Series<T>,
  passes: (slot: Slot) => boolean,
): Series<T> {
  return filtered(past, (place) => passes(fieldOf(past, place, 'slot')));
}
