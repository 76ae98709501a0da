import type { HistoryEvent } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { History, PlacedChange } from './history.ts';
import type { ProfileGroup } from './indexed-file.ts';
import type { Place } from './places.ts';
import { sortedBy } from './sorted-by.ts';
import { fileOf, replacedFileOf, type Version, versionOfEvent, versionOfState } from './version.ts';

/** A file of a slot that took another's place; both are scored by today's rules. */
export interface Replacement {
  readonly slot: Slot;
  readonly place: Place;
  readonly group: ProfileGroup;
  readonly before: Version;
  readonly after: Version;
  readonly gain: number;
  /** The same for all slots that one file took at once. */
  readonly fileNumber: number;
}

/** Makes a replacement of what took place in one slot. */
type Join = (
  where: Pick<Replacement, 'slot' | 'place' | 'group'>,
  before: Version,
  after: Version,
) => Replacement;

/**
 * Every replacement that is known, oldest first: from the servers' own histories, and from our snapshots
 * where those do not tell of it. Slots whose item is gone have no profile any more, and are left out.
 */
export function findReplacements({ changes, events }: History): readonly Replacement[] {
  const found: Replacement[] = [];
  const join = createJoin();
  for (const [place, own] of events) addTold(found, own, { place, join });
  for (const placed of changes) {
    const seen = replacementOf(placed, events.get(placed.place) ?? [], join);
    if (seen !== null) found.push(seen);
  }
  return sortedBy(found, momentOf);
}

/** When the new file came, in milliseconds. */
export function momentOf({ after }: Replacement): number {
  return after.at.getTime();
}

function createJoin(): Join {
  const known = new Map<string, number>();
  let numbers = 0;
  return (where, before, after) => {
    const file = where.slot.episode === null ? null : namesOf(where.group, before, after);
    const fileNumber = (file === null ? undefined : known.get(file)) ?? numbers++;
    if (file !== null) known.set(file, fileNumber);
    return { ...where, before, after, gain: after.scoreToday - before.scoreToday, fileNumber };
  };
}

function namesOf({ instanceKey }: ProfileGroup, before: Version, after: Version): string {
  return `${instanceKey} ${fileOf(after)} ${replacedFileOf(before)}`;
}

function addTold(
  found: Replacement[],
  events: readonly HistoryEvent[],
  { place, join }: { readonly place: Place; readonly join: Join },
): void {
  const { group } = place;
  if (group === null) return;
  let present: Version | null = null;
  for (const event of events) {
    // Half of all events are grabs: a version of each is 200,000 objects for nothing.
    if (event.kind !== 'imported' && event.kind !== 'deleted') continue;
    const version = versionOfEvent(event, group);
    const replaced: Version | null = present;
    present = presentAfter(event, replaced, version);
    if (event.kind === 'imported' && replaced !== null && version !== null) {
      found.push(join({ slot: event.slot, place, group }, replaced, version));
    }
  }
}

function presentAfter(event: HistoryEvent, present: Version | null, version: Version | null): Version | null {
  return event.kind === 'imported' ? version : afterDelete(event, present, version);
}

/** A delete for an upgrade leaves its file as the one that is replaced; any other leaves the slot empty. */
function afterDelete(
  { reason }: HistoryEvent,
  present: Version | null,
  deleted: Version | null,
): Version | null {
  return reason === 'upgrade' ? (present ?? deleted) : null;
}

/** What a snapshot saw, unless the server's history tells it, too. */
function replacementOf(
  { change, place }: PlacedChange,
  told: readonly HistoryEvent[],
  join: Join,
): Replacement | null {
  const { kind, slot, at, since, before, after } = change;
  const { group } = place;
  if (kind !== 'replaced' || before === null || after === null || group === null) return null;
  const isTold = told.some(
    (event) => event.kind === 'imported' && (event.fileId === after.fileId || isWithin(event.at, since, at)),
  );
  if (isTold) return null;
  return join(
    { slot, place, group },
    versionOfState(before, group, since ?? at),
    versionOfState(after, group, at),
  );
}

function isWithin(moment: Date, since: Date | null, until: Date): boolean {
  return moment <= until && (since === null || moment > since);
}

/** A file that fills several slots took one place, not several. */
export function oncePerFile(replacements: readonly Replacement[]): readonly Replacement[] {
  const seen = new Set<number>();
  return replacements.filter(({ fileNumber }) => {
    if (seen.has(fileNumber)) return false;
    seen.add(fileNumber);
    return true;
  });
}
