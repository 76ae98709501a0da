import type { FileState } from '../../model/change.ts';
import type { History } from './history.ts';
import { type ProfileGroup, pointsOf } from './indexed-file.ts';

/** What files, history and changes have shown, under today's rules. */
export interface Seen {
  /** Highest score that a profile has ever had; null where nothing was seen. */
  readonly best: (group: ProfileGroup) => number | null;
  /** How many events and changes a format was matched in; the files of today are not among them. */
  readonly inHistory: (instance: string, formatId: number) => number;
}

/** Goes once through all that is known of the past. */
export function collectSeen({ changes, events }: History, groups: readonly ProfileGroup[]): Seen {
  const best = new Map(groups.map((group) => [group, group.scores.at(-1) ?? null]));
  const counts = new Map<string, number[]>();
  const add = (group: ProfileGroup | null, formatIds: readonly number[]): void => {
    if (group === null) return;
    const points = pointsOf(group, formatIds);
    best.set(group, Math.max(points, best.get(group) ?? points));
    const ofInstance = counts.get(group.instanceKey) ?? [];
    counts.set(group.instanceKey, ofInstance);
    for (const id of formatIds) ofInstance[id] = (ofInstance[id] ?? 0) + 1;
  };
  for (const [{ group }, own] of events) {
    for (const { formatsToday } of own.filter(({ scoreToday }) => scoreToday !== null))
      add(group, formatsToday);
  }
  for (const { change, place } of changes) {
    if (change.before !== null) add(place.group, idsOf(change.before));
  }
  return {
    best: (group) => best.get(group) ?? null,
    inHistory: (instance, formatId) => counts.get(instance)?.[formatId] ?? 0,
  };
}

function idsOf({ formats }: FileState): readonly number[] {
  return formats.map(({ id }) => id);
}
