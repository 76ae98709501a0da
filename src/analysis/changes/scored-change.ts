import { fieldOf, valueAt } from '../../lib/series.ts';
import type { CauseKind, Change } from '../../model/change.ts';
import { causeWords } from '../shared/cause-words.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import type { Place } from '../shared/places.ts';

/** A change with what it did to the score. */
export interface ScoredChange {
  readonly change: Change;
  readonly place: Place;
  /** null where the slot was or is empty. */
  readonly gain: number | null;
}

/** All changes from `since` on, the worst first; what came or went has no gain and stands last. */
export function changesSince({ history, since }: LibraryIndex): readonly ScoredChange[] {
  const { changes, placesOfChanges } = history();
  const recent: ScoredChange[] = [];
  for (let at = 0; at < changes.length; at += 1) {
    if (fieldOf(changes, at, 'at') < since) continue;
    const change = valueAt(changes, at);
    recent.push({ change, place: valueAt(placesOfChanges, at), gain: gainOf(change) });
  }
  return recent.sort(byGain);
}

function gainOf({ before, after }: Change): number | null {
  return before === null || after === null ? null : after.score - before.score;
}

function byGain(a: ScoredChange, b: ScoredChange): number {
  const [first, second] = [a.gain ?? Number.MAX_SAFE_INTEGER, b.gain ?? Number.MAX_SAFE_INTEGER];
  return first - second || a.change.at.getTime() - b.change.at.getTime();
}

/** What one cause did in all. */
export interface CauseSum {
  readonly kind: CauseKind;
  readonly changes: number;
  readonly points: number;
}

/** Every cause, also those that did nothing: the parts are seen to be whole. */
export function sumByCause(changes: readonly ScoredChange[]): readonly CauseSum[] {
  const causes = changes.flatMap(({ change }) => change.causes);
  const byKind = Map.groupBy(causes, ({ kind }) => kind);
  return causeKinds.map((kind) => {
    const own = byKind.get(kind) ?? [];
    return { kind, changes: own.length, points: own.reduce((sum, { points }) => sum + points, 0) };
  });
}

const causeKinds: readonly CauseKind[] = [
  'file-replaced',
  'profile-scores-edited',
  'format-edited',
  'format-added',
  'format-removed',
  'profile-reassigned',
  'attributes-edited',
  'unexplained',
];

/** The causes of one change in words, the largest first. */
export function wordsOf({ causes }: Change): string {
  const ordered = causes.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points));
  return ordered.map(({ kind }) => causeWords[kind]).join(', ');
}
