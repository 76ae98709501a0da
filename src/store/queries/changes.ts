import type { Change } from '../../model/change.ts';
import type { ChangesQuestion } from '../queries.ts';
import { canMove, changeIn, openStep, type Step, spansAround } from './derive-changes.ts';
import type { InstanceView } from './instance-view.ts';
import { loadReadRuns, type ReadRun } from './read-runs.ts';
import { loadTitles, slotOf } from './slots.ts';
import { type SlotSpans, spansSince } from './spans.ts';

/** Which changes of one instance. */
export type InstanceChanges = Omit<ChangesQuestion, 'instances'>;

/** Changes of one instance, snapshot by snapshot from the oldest on. The first snapshot changes nothing. */
export async function* changesOf(view: InstanceView, question: InstanceChanges): AsyncGenerator<Change> {
  const runs = await loadReadRuns(view.work, view.row.instance);
  const wanted = runs.filter(({ at, previous }) => previous !== null && isSince(at, question.since));
  const [oldest] = wanted;
  if (oldest === undefined) return;
  const withAll = question.withRescored && view.book.turns.some((turn) => turn >= oldest.run);
  const slots = await spansSince(view, oldest.run, withAll);
  const scene = {
    view,
    titles: await loadTitles(view, withAll ? null : new Set(slots.map(({ item }) => item))),
    turning: slotsByTurn(slots),
    lasting: withAll ? slots : [],
  };
  for (const run of wanted) yield* changesAt(run, scene, question);
}

interface Scene {
  readonly view: InstanceView;
  readonly titles: Awaited<ReturnType<typeof loadTitles>>;
  /** Slots by the runs in which something ended or began in them. */
  readonly turning: ReadonlyMap<number, readonly SlotSpans[]>;
  /** Slots that edits of rules can have moved; none where that is not asked for. */
  readonly lasting: readonly SlotSpans[];
}

async function* changesAt(run: ReadRun, scene: Scene, question: InstanceChanges): AsyncGenerator<Change> {
  const { view, turning, lasting } = scene;
  const isEdited = lasting.length > 0 && view.book.turns.includes(run.run);
  const moved = isEdited ? lasting : (turning.get(run.run) ?? []);
  const step = moved.length === 0 ? null : await openStep(view, run, question);
  if (step === null) return;
  const changes = moved.values().map((slot) => changeOfSlot(step, slot, scene));
  yield* changes.filter((change) => change !== null).filter((change) => isWanted(change, question));
}

function isSince(at: Date, since: Date | null): boolean {
  return since === null || at >= since;
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

/** Slots by the runs in which something ended or began in them. */
function slotsByTurn(slots: readonly SlotSpans[]): ReadonlyMap<number, readonly SlotSpans[]> {
  const turns = new Map<number, SlotSpans[]>();
  for (const slot of slots) {
    const runs = new Set(slot.spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
    for (const run of runs) {
      const found = turns.get(run) ?? [];
      turns.set(run, found);
      found.push(slot);
    }
  }
  return turns;
}

function isWanted({ kind, causes }: Change, question: InstanceChanges): boolean {
  if (question.kinds !== null && !question.kinds.includes(kind)) return false;
  const { causes: wanted } = question;
  return wanted === null || causes.some((cause) => wanted.includes(cause.kind));
}
