import type { Change, FileState } from '../model/change.ts';
import type { HistoryEntry } from '../model/history-entry.ts';
import type { Slot } from '../model/slot.ts';

/** An entry as JSON tells it: plain values, times in UTC. Documented in docs/history.md. */
export function historyRecord(entry: HistoryEntry): object {
  switch (entry.kind) {
    case 'rules': {
      const { instanceKey, since, edit, filesTouched, pointsMoved, statesChanged } = entry.change;
      const effect = { filesTouched, pointsMoved, statesChanged };
      return { kind: 'rules', at: iso(entry.at), since: iso(since), instance: instanceKey, edit, ...effect };
    }
    case 'change':
      return changeRecord(entry.change, entry.slots);
    case 'event': {
      const { slots, at: _, kind: event, ...about } = entry.event;
      return { kind: 'event', at: iso(entry.at), event, ...placeOf(slots), ...about };
    }
  }
}

function changeRecord(change: Change, slots: readonly Slot[]): object {
  const { at, since, kind, before, after, replacement, attributes, causes } = change;
  return {
    kind,
    at: iso(at),
    since: since === null ? null : iso(since),
    ...placeOf(slots),
    scoreBefore: before?.score ?? null,
    scoreAfter: after?.score ?? null,
    difference: differenceOf(before, after),
    causes,
    attributes,
    replacement,
    before,
    after,
  };
}

/** null where there was no file, or is none. */
export function differenceOf(before: FileState | null, after: FileState | null): number | null {
  return before === null || after === null ? null : after.score - before.score;
}

/** Where it happened; all slots of an entry are of one item. */
export function placeOf(slots: readonly Slot[]): {
  readonly instance: string | null;
  readonly item: string | null;
  readonly title: string | null;
  readonly year: number | null;
  readonly season: number | null;
  readonly episodes: readonly number[];
} {
  const [slot = null] = slots;
  return {
    instance: slot === null ? null : `${slot.instance.service}/${slot.instance.name}`,
    item: slot?.itemKey ?? null,
    title: slot?.title ?? null,
    year: slot?.year || null,
    season: slot?.episode?.season ?? null,
    episodes: slots.flatMap(({ episode }) => (episode === null ? [] : [episode.number])),
  };
}

function iso(at: Date): string {
  return at.toISOString();
}
