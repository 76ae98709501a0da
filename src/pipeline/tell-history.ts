import type { Change } from '../model/change.ts';
import { createDeletedScores } from '../model/changes/deleted-scores.ts';
import { gatherEvents } from '../model/changes/gather-events.ts';
import { type HistoryEntry, joinSlots, withNeighbours } from '../model/history-entry.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import type { Slot } from '../model/slot.ts';
import type { Queries } from '../store/queries.ts';
import { type HistoryQuestion, isEachTold, isWanted } from './history-question.ts';
import type { Judges } from './judges.ts';

/** What was found, oldest first. */
export interface History {
  readonly entries: readonly HistoryEntry[];
  /** Slots whose title was asked for; null where none was. */
  readonly slots: number | null;
  /** Whether the title names more slots than are told of. */
  readonly isCut: boolean;
}

/** Slots of one title that are told of: more than the longest series has. */
const slotsTold = 5_000;

/**
 * What happened to everything, or to what has a title. Edits of rules are told once, with what they did; each file that
 * they moved only where that is asked for.
 */
export async function tellHistory(
  store: Queries,
  question: HistoryQuestion,
  judges: Judges,
): Promise<History> {
  const { title } = question;
  return title === null ? tellAll(store, question, judges) : tellTitle(store, { ...question, title }, judges);
}

async function tellAll(store: Queries, question: HistoryQuestion, judges: Judges): Promise<History> {
  const { instances, since, kinds } = question;
  const rules = await store.ruleChanges({ instances, since });
  const withRescored = isEachTold(question);
  const asked = { instances, since, kinds: null, causes: question.causes, withRescored, ...judges };
  const changes = await Array.fromAsync(store.changes(asked));
  const events = kinds?.includes('event') === true ? await readEvents(store, question) : [];
  const edits = rules.map((change): HistoryEntry => ({ kind: 'rules', at: change.at, change }));
  const entries = inOrder([...edits, ...changes.map(changeEntry), ...eventEntries(events)]);
  return { entries: entries.filter((entry) => isWanted(entry, question)), slots: null, isCut: false };
}

/** Of all events, for the score of a deleted file is that of its import, which may be older than what is asked for. */
async function readEvents(
  store: Queries,
  { instances, since }: Pick<HistoryQuestion, 'instances' | 'since'>,
): Promise<readonly HistoryEvent[]> {
  const scored = createDeletedScores();
  const events: HistoryEvent[] = [];
  for await (const event of store.events({ instances, since: null })) {
    const told = scored(event);
    if (since === null || event.at >= since) events.push(told);
  }
  return events;
}

async function tellTitle(
  store: Queries,
  question: HistoryQuestion & { readonly title: string },
  judges: Judges,
): Promise<History> {
  const { title, instances } = question;
  const found = await store.findSlots({ title, instances, limit: slotsTold + 1 });
  const slots = found.slice(0, slotsTold);
  const entries = await tellSlots(store, slots, judges);
  return {
    entries: entries.filter((entry) => isWanted(entry, question)),
    slots: slots.length,
    isCut: found.length > slotsTold,
  };
}

/** What happened to slots, oldest first; what happened to several of them at once is told once. */
export async function tellSlots(
  store: Queries,
  slots: readonly Slot[],
  judges: Judges,
): Promise<readonly HistoryEntry[]> {
  const changes: Change[] = [];
  const events: HistoryEvent[] = [];
  for (const slot of slots) {
    const timeline = await store.timeline(slot, judges);
    changes.push(...timeline.changes);
    events.push(...timeline.events.map(createDeletedScores()));
  }
  return inOrder([...changes.map(changeEntry), ...eventEntries(events)]);
}

function changeEntry(change: Change): HistoryEntry {
  return { kind: 'change', at: change.at, change, slots: [change.slot], joinedWith: [], partedFrom: [] };
}

function eventEntries(events: readonly HistoryEvent[]): readonly HistoryEntry[] {
  return gatherEvents(events.toSorted((a, b) => a.at.getTime() - b.at.getTime())).map((event) => {
    return { kind: 'event', at: event.at, event };
  });
}

/** By time; what was found together stays together. */
function inOrder(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return withNeighbours(joinSlots(entries.toSorted((a, b) => a.at.getTime() - b.at.getTime())));
}
