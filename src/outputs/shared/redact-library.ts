import type { Change, FileState, RuleChange } from '../../model/change.ts';
import { itemKey } from '../../model/changes/slots-of.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Library, LibraryInstance } from '../../model/library.ts';
import { createPastPacker } from '../../model/past/pack-past.ts';
import type { Slot } from '../../model/slot.ts';
import { type Pseudonym, redactFailure } from './redact-failure.ts';
import { createRedactor } from './redactor.ts';

/**
 * A library under pseudonyms, before any analysis sees it: then no sentence, list or filter of a report can tell a
 * name. Scores, formats, profiles, qualities, sizes, languages and dates stay.
 */
export function redactLibrary(library: Library, pseudonym: Pseudonym): Library {
  const redactor = createRedactor(pseudonym);
  const key = (name: string): string => redactKey(name, library.instances, pseudonym);
  return {
    ...library,
    instances: library.instances.map((instance) => redactInstance(instance, pseudonym)),
    files: library.files.map((file) => ({ ...redactor.file(file), staleSince: file.staleSince })),
    ...redactPast(library, pseudonym),
    ruleChanges: library.ruleChanges.map(
      (change): RuleChange => ({ ...change, instanceKey: key(change.instanceKey) }),
    ),
    days: library.days.map((day) => ({ ...day, instanceKey: key(day.instanceKey) })),
  };
}

/** At once, and not whenever one is asked for: pseudonyms take their time. */
function redactPast(
  { instances, changes, events }: Library,
  pseudonym: Pseudonym,
): Pick<Library, 'changes' | 'events'> {
  const itemKeys = redactedItemKeys(instances);
  const slotOf = (slot: Slot): Slot => redactSlot(slot, itemKeys, pseudonym);
  const past = createPastPacker();
  for (const change of changes)
    past.addChange({ ...redactChange(change, pseudonym), slot: slotOf(change.slot) });
  for (const event of events) past.addEvent({ ...redactEvent(event, pseudonym), slot: slotOf(event.slot) });
  return past.close();
}

/** Items without a file are left out: nothing shows them, and they have titles. */
function redactInstance(one: LibraryInstance, pseudonym: Pseudonym): LibraryInstance {
  return {
    ...one,
    instance: redactName(one.instance, pseudonym),
    server: { ...one.server, urlBase: '' },
    externalUrl: null,
    items: new Map(),
    failure: one.failure === null ? null : redactFailure(one.failure, pseudonym),
    skipped: one.skipped.map(({ itemId, title, failure }) => ({
      itemId,
      title: pseudonym('title', title),
      failure: redactFailure(failure, pseudonym),
    })),
  };
}

function redactName({ service, name }: InstanceName, pseudonym: Pseudonym): InstanceName {
  return { service, name: pseudonym('instance', name) };
}

/** `radarr/main` by the instance that it is of; of one that is gone, as a whole. */
function redactKey(key: string, instances: readonly LibraryInstance[], pseudonym: Pseudonym): string {
  const found = instances.find(({ instance }) => instanceKey(instance) === key);
  return found === undefined
    ? pseudonym('instance', key)
    : instanceKey(redactName(found.instance, pseudonym));
}

/** Keys that slots of files have once external ids are gone, by those they had. */
function redactedItemKeys(instances: readonly LibraryInstance[]): ReadonlyMap<string, string> {
  return new Map(
    instances.flatMap(({ instance, items }) =>
      [...items.values()].map((item) => {
        const before = itemKey(item, instance.service);
        const after = itemKey({ id: item.id, tmdbId: null, tvdbId: null }, instance.service);
        return [`${instanceKey(instance)} ${before}`, after] as const;
      }),
    ),
  );
}

/** External ids name a title: the slot gets another key, the same that its file has now. */
function redactSlot(slot: Slot, itemKeys: ReadonlyMap<string, string>, pseudonym: Pseudonym): Slot {
  const known = itemKeys.get(`${instanceKey(slot.instance)} ${slot.itemKey}`);
  return {
    ...slot,
    instance: redactName(slot.instance, pseudonym),
    itemKey: known ?? pseudonym('item', slot.itemKey),
    title: pseudonym('title', slot.title),
  };
}

function redactState(state: FileState | null, pseudonym: Pseudonym): FileState | null {
  if (state === null) return null;
  const { relativePath, releaseGroup } = state;
  return {
    ...state,
    relativePath: pseudonym('file', relativePath),
    releaseGroup: releaseGroup === null ? null : pseudonym('group', releaseGroup),
  };
}

function redactChange(change: Change, pseudonym: Pseudonym): Change {
  return {
    ...change,
    before: redactState(change.before, pseudonym),
    after: redactState(change.after, pseudonym),
    attributes: [],
  };
}

function redactEvent(event: HistoryEvent, pseudonym: Pseudonym): HistoryEvent {
  const { sourceTitle, downloadId, releaseGroup } = event;
  return {
    ...event,
    sourceTitle: pseudonym('release', sourceTitle),
    downloadId: downloadId === null ? null : pseudonym('download', downloadId),
    releaseGroup: releaseGroup === null ? null : pseudonym('group', releaseGroup),
  };
}
