import type { Change, RuleChange } from './change.ts';
import type { GatheredEvent } from './changes/gather-events.ts';
import { instanceKey } from './instance.ts';
import type { Slot } from './slot.ts';

/** One thing that history tells. */
export type HistoryEntry = RulesEntry | ChangeEntry | EventEntry;

/** The rules were edited. */
export interface RulesEntry {
  readonly kind: 'rules';
  readonly at: Date;
  readonly change: RuleChange;
}

/** Something happened to a file, in all its slots. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly at: Date;
  readonly change: Change;
  /** At least that of the change. */
  readonly slots: readonly Slot[];
  /** Other slots that are filled by the same file since then: two singles became a double. */
  readonly joinedWith: readonly Slot[];
  /** Other slots that were filled by the same file until then: a double became two singles. */
  readonly partedFrom: readonly Slot[];
}

/** The server itself remembers something, which may be older than the first snapshot. */
export interface EventEntry {
  readonly kind: 'event';
  readonly at: Date;
  readonly event: GatheredEvent;
}

/**
 * One entry for the slots of one file that share a fate: a double episode changes once.
 *
 * @param entries  in their order; only neighbours are joined
 */
export function joinSlots(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const joined: HistoryEntry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    const together = last === undefined ? null : togetherWith(last, entry);
    if (together === null) joined.push(entry);
    else joined[joined.length - 1] = together;
  }
  return joined;
}

/** Says of replacements which other slots the new file fills, and which the old one filled. */
export function withNeighbours(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const joined = withOthers(entries, 'after', (entry, joinedWith) => ({ ...entry, joinedWith }));
  return withOthers(joined, 'before', (entry, partedFrom) => ({ ...entry, partedFrom }));
}

/** Tells each replacement the slots of the others that share its file, at the same moment. */
function withOthers(
  entries: readonly HistoryEntry[],
  side: 'before' | 'after',
  tell: (entry: ChangeEntry, others: readonly Slot[]) => ChangeEntry,
): readonly HistoryEntry[] {
  const replaced = entries.filter((entry) => entry.kind === 'change').filter(isReplaced);
  const groups = Map.groupBy(replaced, ({ change }) => {
    return `${change.at.toISOString()} ${instanceKey(change.slot.instance)} ${change[side]?.fileId}`;
  });
  const told = new Map<HistoryEntry, HistoryEntry>();
  for (const group of groups.values())
    for (const entry of group) {
      const others = group.filter((other) => other !== entry);
      told.set(
        entry,
        tell(
          entry,
          others.flatMap(({ slots }) => slots),
        ),
      );
    }
  return entries.map((entry) => told.get(entry) ?? entry);
}

function isReplaced({ change }: ChangeEntry): boolean {
  return change.kind === 'replaced';
}

function togetherWith(last: HistoryEntry, next: HistoryEntry): ChangeEntry | null {
  if (last.kind !== 'change' || next.kind !== 'change' || !isOneFate(last.change, next.change)) return null;
  return { ...last, slots: [...last.slots, ...next.slots] };
}

function isOneFate(a: Change, b: Change): boolean {
  return (
    a.at.getTime() === b.at.getTime() &&
    a.slot.itemKey === b.slot.itemKey &&
    instanceKey(a.slot.instance) === instanceKey(b.slot.instance) &&
    a.kind === b.kind &&
    a.before?.fileId === b.before?.fileId &&
    a.after?.fileId === b.after?.fileId
  );
}
