import { fieldOf, valueAt } from '../../lib/series.ts';
import type { History } from './history.ts';
import { type ProfileGroup, pointsOf, pointsOfHits } from './indexed-file.ts';

/** What files, history and changes have shown, under today's rules. */
export interface Seen {
  /** Highest score that a profile has ever had; null where nothing was seen. */
  readonly best: (group: ProfileGroup) => number | null;
  /** How many events and changes a format was matched in; the files of today are not among them. */
  readonly inHistory: (instance: string, formatId: number) => number;
}

/** What is seen of one profile. */
interface Sight {
  readonly group: ProfileGroup;
  best: number | null;
  /** How often each format was matched, by its id; profiles of one instance share it. */
  readonly counts: number[];
}

/** Of places without a profile there is none: their items are gone. */
type Sights = ReadonlyMap<ProfileGroup | null, Sight>;

/** Goes once through all that is known of the past. */
export function collectSeen(history: History, groups: readonly ProfileGroup[]): Seen {
  const counts = new Map<string, number[]>();
  const sights = new Map<ProfileGroup | null, Sight>();
  for (const group of groups) {
    const own = counts.get(group.instanceKey) ?? [];
    counts.set(group.instanceKey, own);
    sights.set(group, { group, best: group.scores.at(-1) ?? null, counts: own });
  }
  seeEvents(history, sights);
  seeChanges(history, sights);
  return {
    best: (group) => sights.get(group)?.best ?? null,
    inHistory: (instance, formatId) => counts.get(instance)?.[formatId] ?? 0,
  };
}

function seeEvents({ events, placesOfEvents }: History, sights: Sights): void {
  for (let at = 0; at < events.length; at += 1) {
    const sight = sights.get(valueAt(placesOfEvents, at).group);
    if (sight === undefined || fieldOf(events, at, 'scoreToday') === null) continue;
    const formats = fieldOf(events, at, 'formatsToday');
    sight.best = higher(sight.best, pointsOf(sight.group, formats));
    for (const id of formats) addOne(sight.counts, id);
  }
}

function seeChanges({ changes, placesOfChanges }: History, sights: Sights): void {
  for (let at = 0; at < changes.length; at += 1) {
    const sight = sights.get(valueAt(placesOfChanges, at).group);
    const before = sight === undefined ? null : fieldOf(changes, at, 'before');
    if (sight === undefined || before === null) continue;
    sight.best = higher(sight.best, pointsOfHits(sight.group, before.formats));
    for (const { id } of before.formats) addOne(sight.counts, id);
  }
}

function higher(best: number | null, points: number): number {
  return best === null ? points : Math.max(best, points);
}

function addOne(counts: number[], formatId: number): void {
  counts[formatId] = (counts[formatId] ?? 0) + 1;
}
