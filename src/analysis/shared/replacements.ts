import type { Change } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { Library } from '../../model/library.ts';
import { type Slot, slotKey } from '../../model/slot.ts';
import type { ProfileGroup } from './indexed-file.ts';
import type { Places } from './places.ts';
import { type Version, versionOfEvent, versionOfState } from './version.ts';

/** A file of a slot that took another's place; both are scored by today's rules. */
export interface Replacement {
  readonly slot: Slot;
  readonly slotKey: string;
  readonly group: ProfileGroup;
  readonly at: Date;
  readonly before: Version;
  readonly after: Version;
  readonly gain: number;
}

/** Events of one slot, oldest first. */
export type EventsBySlot = ReadonlyMap<string, readonly HistoryEvent[]>;

/**
 * Every replacement that is known, oldest first: from the servers' own histories, and from our snapshots
 * where those do not tell of it. Slots whose item is gone have no profile any more, and are left out.
 */
export function findReplacements(
  { changes }: Library,
  events: EventsBySlot,
  places: Places,
): readonly Replacement[] {
  const told = [...events].flatMap(([key, ofSlot]) => replacementsIn(key, ofSlot, places));
  const seen = changes.flatMap((change) => replacementOf(change, events, places) ?? []);
  return [...told, ...seen].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function replacementsIn(
  key: string,
  events: readonly HistoryEvent[],
  places: Places,
): readonly Replacement[] {
  const slot = events[0]?.slot;
  const group = slot === undefined ? null : places.groupOf(slot);
  if (slot === undefined || group === null) return [];
  const found: Replacement[] = [];
  let present: Version | null = null;
  for (const event of events) {
    const version = versionOfEvent(event, group);
    const replaced: Version | null = present;
    present = presentAfter(event, replaced, version);
    if (event.kind === 'imported' && replaced !== null && version !== null) {
      found.push(between({ slot, slotKey: key, group }, replaced, version));
    }
  }
  return found;
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
  place: Pick<Replacement, 'slot' | 'slotKey' | 'group'>,
  before: Version,
  after: Version,
): Replacement {
  return { ...place, at: after.at, before, after, gain: after.scoreToday - before.scoreToday };
}

/** What a snapshot saw, unless the server's history tells it, too. */
function replacementOf(change: Change, events: EventsBySlot, places: Places): Replacement | null {
  const { kind, slot, at, since, before, after } = change;
  if (kind !== 'replaced' || before === null || after === null) return null;
  const group = places.groupOf(slot);
  if (group === null) return null;
  const key = slotKey(slot);
  const imports = (events.get(key) ?? []).filter((event) => event.kind === 'imported');
  const isTold = imports.some((event) => event.fileId === after.fileId || isWithin(event.at, since, at));
  if (isTold) return null;
  const versions = [versionOfState(before, group, since ?? at), versionOfState(after, group, at)] as const;
  return between({ slot, slotKey: key, group }, ...versions);
}

function isWithin(moment: Date, since: Date | null, until: Date): boolean {
  return moment <= until && (since === null || moment > since);
}

/** A file that fills several slots took one place, not several. */
export function oncePerFile(replacements: readonly Replacement[]): readonly Replacement[] {
  return [...new Map(replacements.map((one) => [fileOf(one), one])).values()];
}

function fileOf({ group, before, after }: Replacement): string {
  if (after.fileId === null) return `${after.download} ${before.name}`;
  return `${group.instanceKey}#${after.fileId} ${before.fileId ?? before.name}`;
}
