import { type Index, indexBy } from '../../lib/index-by.ts';
import { fieldOf, valueAt } from '../../lib/series.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { History } from './history.ts';
import { type ProfileGroup, pointsOf, pointsOfHits } from './indexed-file.ts';
import type { Place } from './places.ts';
import type { Replacement } from './replacement.ts';
import { sortedBy } from './sorted-by.ts';

/** What took place in one slot. */
interface Step extends Omit<Replacement, 'fileNumber'> {
  /** Joins the slots that one file came into: its own id, otherwise the download's, otherwise the release. */
  readonly came: string | number;
  /** Joins the slots that one file was replaced in: its own id, otherwise the release. */
  readonly went: string | number;
}

/** Makes a replacement of a step. */
type Join = (step: Step) => Replacement;

/**
 * Every replacement that is known, oldest first: from the servers' own histories, and from our snapshots
 * where those do not tell of it. Slots whose item is gone have no profile any more, and are left out.
 */
export function findReplacements(history: History): readonly Replacement[] {
  const { changes } = history;
  const found: Replacement[] = [];
  const join = createJoin();
  const told = fileEvents(history);
  for (const [place, own] of told) addTold(found, own, { place, history, join });
  for (let at = 0; at < changes.length; at += 1) {
    if (fieldOf(changes, at, 'kind') !== 'replaced') continue;
    const step = stepSeen(history, at, told);
    if (step !== null) found.push(join(step));
  }
  return sortedBy(found, ({ moment }) => moment);
}

/** Which events tell that files came into a place and left it: half of all events are grabs, which do not. */
function fileEvents({ events, placesOfEvents }: History): Index<Place, number> {
  const numbers: number[] = [];
  for (let at = 0; at < events.length; at += 1) {
    const kind = fieldOf(events, at, 'kind');
    if (kind === 'imported' || kind === 'deleted') numbers.push(at);
  }
  return indexBy(numbers, (at) => valueAt(placesOfEvents, valueAt(numbers, at)));
}

function createJoin(): Join {
  const known = new Map<string, number>();
  let numbers = 0;
  return ({ came, went, slot, ...step }) => {
    // A movie has one slot: no text has to be made for it.
    const file = slot.episode === null ? null : `${step.group.instanceKey} ${came} ${went}`;
    const fileNumber = (file === null ? undefined : known.get(file)) ?? numbers++;
    if (file !== null) known.set(file, fileNumber);
    return { slot, ...step, fileNumber };
  };
}

/** A file that the server's history tells of, while it is in its slot. */
interface Present {
  readonly event: HistoryEvent;
  readonly toldAt: number;
  readonly scoreToday: number;
}

function addTold(
  found: Replacement[],
  numbers: readonly number[],
  { place, history, join }: { readonly place: Place; readonly history: History; readonly join: Join },
): void {
  const { group } = place;
  // Most places were filled once, and nothing was replaced there.
  if (group === null || numbers.length < 2) return;
  let present: Present | null = null;
  for (const number of numbers) {
    const event = valueAt(history.events, number);
    const next = presentIn(event, number, group);
    const replaced: Present | null = present;
    present = event.kind === 'imported' ? next : afterDelete(event, present, next);
    if (event.kind === 'imported' && replaced !== null && next !== null) {
      found.push(join(stepTold({ place, group }, replaced, next)));
    }
  }
}

/** null where the server does not know the formats. */
function presentIn(event: HistoryEvent, toldAt: number, group: ProfileGroup): Present | null {
  return event.scoreToday === null
    ? null
    : { event, toldAt, scoreToday: pointsOf(group, event.formatsToday) };
}

/** A delete for an upgrade leaves its file as the one that is replaced; any other leaves the slot empty. */
function afterDelete(
  { reason }: HistoryEvent,
  present: Present | null,
  deleted: Present | null,
): Present | null {
  return reason === 'upgrade' ? (present ?? deleted) : null;
}

function stepTold(
  { place, group }: Pick<Step, 'place' | 'group'>,
  before: Present,
  { event, scoreToday }: Present,
): Step {
  return {
    slot: event.slot,
    place,
    group,
    moment: event.at.getTime(),
    qualityBefore: before.event.quality,
    scoreBefore: before.scoreToday,
    quality: event.quality,
    gain: scoreToday - before.scoreToday,
    sizeBytes: event.sizeBytes,
    fileId: event.fileId,
    teller: 'events',
    toldAt: before.toldAt,
    came: event.fileId ?? event.downloadId ?? event.sourceTitle,
    went: before.event.fileId ?? before.event.sourceTitle,
  };
}

/** What a snapshot saw, unless the server's history tells it, too. */
function stepSeen(
  { changes, placesOfChanges, events }: History,
  number: number,
  told: Index<Place, number>,
): Step | null {
  const { slot, at, since, before, after } = valueAt(changes, number);
  const place = valueAt(placesOfChanges, number);
  const { group } = place;
  if (before === null || after === null || group === null) return null;
  const isTold = told
    .of(place)
    .some(
      (event) =>
        fieldOf(events, event, 'kind') === 'imported' &&
        (fieldOf(events, event, 'fileId') === after.fileId ||
          isWithin(fieldOf(events, event, 'at'), since, at)),
    );
  if (isTold) return null;
  const scoreBefore = pointsOfHits(group, before.formats);
  return {
    slot,
    place,
    group,
    moment: at.getTime(),
    qualityBefore: before.quality,
    scoreBefore,
    quality: after.quality,
    gain: pointsOfHits(group, after.formats) - scoreBefore,
    sizeBytes: after.sizeBytes,
    fileId: after.fileId,
    teller: 'changes',
    toldAt: number,
    came: after.fileId,
    went: before.fileId,
  };
}

function isWithin(moment: Date, since: Date | null, until: Date): boolean {
  return moment <= until && (since === null || moment > since);
}
