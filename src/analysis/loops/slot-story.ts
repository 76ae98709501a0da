import { fieldOf, valueAt } from '../../lib/series.ts';
import type { HistoryEvent, HistoryEventKind } from '../../model/history-event.ts';
import type { Slot } from '../../model/slot.ts';
import type { IndexedFile, ProfileGroup } from '../shared/indexed-file.ts';
import type { LibraryIndex } from '../shared/library-index.ts';
import type { Replacement } from '../shared/replacement.ts';

/** A download that was grabbed and imported into a slot. */
export interface CompletedGrab {
  readonly grab: HistoryEvent;
  readonly imported: HistoryEvent;
}

/** What the server remembers of one slot. */
export interface SlotStory {
  readonly slot: Slot;
  readonly group: ProfileGroup;
  readonly indexed: IndexedFile | null;
  readonly events: readonly HistoryEvent[];
  /** Grabs that did not fail, each download once, oldest first. */
  readonly grabs: readonly HistoryEvent[];
  /** Of those, the ones that were imported. */
  readonly completed: readonly CompletedGrab[];
  readonly replacements: readonly Replacement[];
}

/** The stories of slots whose item is still there, if they tell anything, one after the other: few of them are kept. */
export function* slotStories(index: LibraryIndex): Generator<SlotStory> {
  const replacements = index.replacementsOf();
  const { events: all, eventsOf } = index.history();
  for (const [place, numbers] of eventsOf) {
    const { group, indexed } = place;
    if (group === null || !isTelling(numbers.map((at) => fieldOf(all, at, 'kind')))) continue;
    const events = numbers.map((at) => valueAt(all, at));
    const { slot } = valueAt(events, 0);
    const grabs = standingGrabs(events);
    const completed = grabs.length === 0 ? [] : completedOf(grabs, events);
    yield { slot, group, indexed, events, grabs, completed, replacements: replacements.of(place) };
  }
}

/** Without an import and a second grab nothing looped or drifted: half of 100,000 slots have neither. */
function isTelling(kinds: readonly HistoryEventKind[]): boolean {
  return kinds.includes('imported') || kinds.filter((kind) => kind === 'grabbed').length > 1;
}

/** Without failed ones; a download that is told twice counts once. */
function standingGrabs(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  const grabs = events.filter(({ kind }) => kind === 'grabbed');
  const failures = events.filter(({ kind }) => kind === 'failed');
  return onceADownload(failures.length === 0 ? grabs : withoutFailed(grabs, failures));
}

function withoutFailed(
  grabs: readonly HistoryEvent[],
  failures: readonly HistoryEvent[],
): readonly HistoryEvent[] {
  const failed = new Set(failures.map(({ downloadId }) => downloadId));
  return grabs.filter(({ downloadId }) => downloadId === null || !failed.has(downloadId));
}

function onceADownload(grabs: readonly HistoryEvent[]): readonly HistoryEvent[] {
  // Most slots have one at most: there are 100,000 of them.
  if (grabs.length < 2) return grabs;
  const byDownload = new Map<string, HistoryEvent>();
  for (const grab of grabs) {
    const key = grab.downloadId ?? `${grab.at.getTime()} ${grab.sourceTitle}`;
    if (!byDownload.has(key)) byDownload.set(key, grab);
  }
  return [...byDownload.values()];
}

/** By the download's id; without one, the import that comes before the next grab. */
function completedOf(
  grabs: readonly HistoryEvent[],
  events: readonly HistoryEvent[],
): readonly CompletedGrab[] {
  const imports = events.filter(({ kind }) => kind === 'imported');
  return grabs.flatMap((grab, at) => {
    const next = grabs[at + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY;
    const imported = imports.find((event) =>
      grab.downloadId === null
        ? event.at >= grab.at && event.at.getTime() < next
        : event.downloadId === grab.downloadId,
    );
    return imported === undefined ? [] : [{ grab, imported }];
  });
}
