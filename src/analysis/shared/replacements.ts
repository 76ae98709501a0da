import type { HistoryEvent } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { History, PlacedChange, SlotEvents } from './history.ts';
import type { IndexedFile, ProfileGroup } from './indexed-file.ts';
import { type Version, versionOfEvent, versionOfState } from './version.ts';

/** A file of a slot that took another's place; both are scored by today's rules. */
export interface Replacement {
  readonly slot: Slot;
  /** Of the slot. */
  readonly key: string;
  /** What is in the slot today. */
  readonly indexed: IndexedFile | null;
  readonly group: ProfileGroup;
  readonly atMs: number;
  readonly before: Version;
  readonly after: Version;
  readonly gain: number;
}

/**
 * Every replacement that is known, oldest first: from the servers' own histories, and from our snapshots
 * where those do not tell of it. Slots whose item is gone have no profile any more, and are left out.
 */
export function findReplacements({ changes, events }: History): readonly Replacement[] {
  const found: Replacement[] = [];
  for (const own of events.values()) addTold(own, found);
  for (const placed of changes) {
    const seen = replacementOf(placed, events);
    if (seen !== null) found.push(seen);
  }
  return found.sort((a, b) => a.atMs - b.atMs);
}

function addTold({ place, events }: SlotEvents, found: Replacement[]): void {
  const { group, key, indexed } = place;
  if (group === null) return;
  let present: Version | null = null;
  for (const event of events) {
    const version = versionOfEvent(event, group);
    const replaced: Version | null = present;
    present = presentAfter(event, replaced, version);
    if (event.kind === 'imported' && replaced !== null && version !== null) {
      found.push(between({ slot: event.slot, key, indexed, group }, replaced, version));
    }
  }
}

function presentAfter(event: HistoryEvent, present: Version | null, version: Version | null): Version | null {
  if (event.kind === 'imported') return version;
  return event.kind === 'deleted' ? afterDelete(event, present, version) : present;
}

/** A delete for an upgrade leaves its file as the one that is replaced; any other leaves the slot empty. */
function afterDelete(
  { reason }: HistoryEvent,
  present: Version | null,
  deleted: Version | null,
): Version | null {
  return reason === 'upgrade' ? (present ?? deleted) : null;
}

function between(
  place: Pick<Replacement, 'slot' | 'key' | 'indexed' | 'group'>,
  before: Version,
  after: Version,
): Replacement {
  const gain = after.scoreToday - before.scoreToday;
  return { ...place, atMs: after.at.getTime(), before, after, gain };
}

/** What a snapshot saw, unless the server's history tells it, too. */
function replacementOf({ change, place }: PlacedChange, told: History['events']): Replacement | null {
  const { kind, slot, at, since, before, after } = change;
  const { group, key, indexed } = place;
  if (kind !== 'replaced' || before === null || after === null || group === null) return null;
  const isTold = told
    .get(key)
    ?.events.some(
      (event) =>
        event.kind === 'imported' && (event.fileId === after.fileId || isWithin(event.at, since, at)),
    );
  if (isTold === true) return null;
  const versions = [versionOfState(before, group, since ?? at), versionOfState(after, group, at)] as const;
  return between({ slot, key, indexed, group }, ...versions);
}

function isWithin(moment: Date, since: Date | null, until: Date): boolean {
  return moment <= until && (since === null || moment > since);
}

/** A file that fills several slots took one place, not several; a movie's has only one. */
export function oncePerFile(replacements: readonly Replacement[]): readonly Replacement[] {
  const seen = new Set<string>();
  return replacements.filter((one) => {
    if (one.slot.episode === null) return true;
    const file = fileOf(one);
    if (seen.has(file)) return false;
    seen.add(file);
    return true;
  });
}

function fileOf({ group, before, after }: Replacement): string {
  const now = after.fileId ?? after.downloadId ?? after.name;
  return `${group.instanceKey} ${now} ${before.fileId ?? before.name}`;
}
