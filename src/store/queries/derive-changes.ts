import type { Change } from '../../model/change.ts';
import type { Comparison } from '../../model/changes/comparison.ts';
import { createComparison } from '../../model/changes/create-comparison.ts';
import type { FileFacts } from '../../model/changes/file-facts.ts';
import type { Slot } from '../../model/slot.ts';
import type { Judges } from '../queries.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import { factsOfRow } from '../saving/file-rows.ts';
import type { InstanceView } from './instance-view.ts';
import type { ReadRun } from './read-runs.ts';
import type { Span } from './spans.ts';

/** Two snapshots that follow each other, ready to be compared slot by slot. */
export interface Step {
  readonly run: ReadRun;
  /** null for the first snapshot. */
  readonly comparison: Comparison;
  readonly before: RulesAtRun;
  readonly after: RulesAtRun;
}

/** The step that ended with a run; null for the first. */
export async function openStep(view: InstanceView, run: ReadRun, judges: Judges): Promise<Step | null> {
  const { previous } = run;
  if (previous === null) return null;
  const [before, after] = [await view.book.at(previous.run), await view.book.at(run.run)];
  const comparison = createComparison({
    instance: view.instance,
    before: { at: previous.at, rules: before.rules },
    after: { at: run.at, rules: after.rules },
    ...judges,
  });
  return { run, comparison, before, after };
}

/** A slot in a step: what ended and what began there, or what lasted. */
export interface SlotStep {
  readonly slot: Slot;
  readonly before: Span | null;
  readonly after: Span | null;
}

/** What became of a slot in a step; null where nothing happened to it. */
export function changeIn(step: Step, { slot, before, after }: SlotStep, view: InstanceView): Change | null {
  const facts = (span: Span | null, rules: RulesAtRun): FileFacts | null =>
    span === null ? null : factsOfRow(span, rules, view);
  return step.comparison.change({
    slot,
    before: facts(before, step.before),
    after: facts(after, step.after),
  });
}

/** Whether an edit of rules can have moved a file whose span lasted. Cheap: nothing is built. */
export function canMove(step: Step, { profile, match_set }: Span, { sets, book }: InstanceView): boolean {
  if (step.before === step.after) return false;
  const set = sets.formats(match_set);
  if (step.before.idsOf(set).join() !== step.after.idsOf(set).join()) return true;
  const { run } = step.run;
  const isTurn = book.spans.some(
    (span) =>
      span.kind === 'profile' && span.rule === profile && (span.from_run === run || span.to_run === run),
  );
  return step.comparison.canMoveSameFacts && isTurn;
}

/** What a slot held just before and from a run on. */
export function spansAround(spans: readonly Span[], run: number): Pick<SlotStep, 'before' | 'after'> {
  return {
    before: spans.find(({ from, to }) => from < run && (to === null || run <= to)) ?? null,
    after: spans.find(({ from, to }) => from <= run && (to === null || run < to)) ?? null,
  };
}
