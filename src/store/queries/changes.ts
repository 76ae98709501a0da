import type { Change } from '../../model/change.ts';
import type { ChangesQuestion } from '../queries.ts';
import { canMove, changeIn, openStep, type Step, spansAround } from './derive-changes.ts';
import type { InstanceView } from './instance-view.ts';
import { type ChangesPage, planChanges } from './plan-changes.ts';
import type { ReadRun } from './read-runs.ts';
import { loadTitles, slotOf } from './slots.ts';
import { type SlotSpans, spansOfItems } from './spans.ts';

/** Which changes of one instance. */
export type InstanceChanges = Omit<ChangesQuestion, 'instances'>;

/** Changes of one instance, snapshot by snapshot from the oldest on. The first snapshot changes nothing. */
export async function* changesOf(view: InstanceView, question: InstanceChanges): AsyncGenerator<Change> {
  for (const page of await planChanges(view, question)) yield* await changesOfPage(view, page, question);
}

/** The changes of a page, oldest first; in one moment in order of item, season, episode. */
export async function changesOfPage(
  view: InstanceView,
  { runs, items }: ChangesPage,
  question: InstanceChanges,
): Promise<readonly Change[]> {
  const slots = await spansOfItems(view, items, runs[0].run);
  const titles = await loadTitles(view, items);
  const changes: Change[] = [];
  for (const run of runs) {
    const moved = movedIn(run, slots, { view, question });
    const step = moved.length === 0 ? null : await openStep(view, run, question);
    if (step === null) continue;
    const found = moved.flatMap((slot) => changeOfSlot(step, slot, { view, titles }) ?? []);
    changes.push(...found.filter((change) => isWanted(change, question)));
  }
  return changes;
}

interface Scene {
  readonly view: InstanceView;
  readonly titles: Awaited<ReturnType<typeof loadTitles>>;
}

/** Slots in which something ended or began; all of them where an edit of rules can have moved them. */
function movedIn(
  { run }: ReadRun,
  slots: readonly SlotSpans[],
  { view, question }: { readonly view: InstanceView; readonly question: InstanceChanges },
): readonly SlotSpans[] {
  if (question.withRescored && view.book.turns.includes(run)) return slots;
  return slots.filter(({ spans }) => spans.some(({ from, to }) => from === run || to === run));
}

function changeOfSlot(
  step: Step,
  { item, season, episode, spans }: SlotSpans,
  { view, titles }: Scene,
): Change | null {
  const { before, after } = spansAround(spans, step.run.run);
  if (before === null && after === null) return null;
  if (before !== null && before === after && !canMove(step, before, view)) return null;
  const slot = slotOf(view, titles.get(item), { season, episode });
  return changeIn(step, { slot, before, after }, view);
}

function isWanted({ kind, causes }: Change, question: InstanceChanges): boolean {
  if (question.kinds !== null && !question.kinds.includes(kind)) return false;
  const { causes: wanted } = question;
  return wanted === null || causes.some((cause) => wanted.includes(cause.kind));
}
