import { chunks } from '../../lib/chunks.ts';
import { merge } from '../../lib/merge.ts';
import type { Change } from '../../model/change.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import type { InstanceName } from '../../model/instance.ts';
import type { Guarded } from '../engine/guarded.ts';
import type { ChangesQuestion, MomentQuestion, SlotScore, TimeQuestion } from '../queries.ts';
import { numbersIn } from '../rows/match-sets.ts';
import { changesOfPage } from './changes.ts';
import { eventsBehind, type StoredEvent } from './events.ts';
import { type InstanceView, loadViews } from './instance-view.ts';
import { ofAll } from './load-library.ts';
import { pages } from './pages.ts';
import { allItems, type ChangesPage, planChanges } from './plan-changes.ts';
import { scoresOf } from './scores-at.ts';

/**
 * Changes of all instances, oldest first. A page is read when it is asked for, in a transaction of its own: between two
 * pages the store is free for others.
 */
export async function* streamChanges(guarded: Guarded, question: ChangesQuestion): AsyncGenerator<Change> {
  const plans = await ofInstances(guarded, question.instances, (view) => planChanges(view, question));
  const streams = plans.map(({ instance, plan }) => pagesOfChanges(guarded, { instance, plan }, question));
  yield* merge(streams, (a, b) => a.at.getTime() - b.at.getTime());
}

async function* pagesOfChanges(
  guarded: Guarded,
  { instance, plan }: Planned<readonly ChangesPage[]>,
  question: ChangesQuestion,
): AsyncGenerator<Change> {
  for (const page of plan) {
    yield* await inView(guarded, instance, (view) => changesOfPage(view, page, question));
  }
}

/** Events of all instances, oldest first, page by page as changes are. */
export async function* streamEvents(
  guarded: Guarded,
  { instances, since }: TimeQuestion,
): AsyncGenerator<HistoryEvent> {
  const known = await ofInstances(guarded, instances, async () => null);
  const streams = known.map(({ instance }) => pagesOfEvents(guarded, instance, since));
  yield* merge(streams, (a, b) => a.at.getTime() - b.at.getTime());
}

async function* pagesOfEvents(
  guarded: Guarded,
  instance: InstanceName,
  since: Date | null,
): AsyncGenerator<HistoryEvent> {
  const stored = pages<StoredEvent>((after) =>
    inView(guarded, instance, (view) =>
      eventsBehind(view, { since, after: after?.key ?? null, formatsIn: numbersIn }),
    ),
  );
  for await (const page of stored) for (const { event } of page) yield event;
}

/** Items whose scores are told at once. */
const itemsAtOnce = 5_000;

/** Scores at a moment, instance by instance in order of item. */
export async function* streamScores(
  guarded: Guarded,
  { instances, at }: MomentQuestion,
): AsyncGenerator<readonly SlotScore[]> {
  const plans = await ofInstances(guarded, instances, allItems);
  const pages = plans.flatMap(({ instance, plan }) =>
    [...chunks(plan, itemsAtOnce)].map((items) => ({ instance, items: new Set(items) })),
  );
  for (const { instance, items } of pages) {
    const scores = await inView(guarded, instance, (view) => scoresOf(view, at, items));
    if (scores.length > 0) yield scores;
  }
}

interface Planned<T> {
  readonly instance: InstanceName;
  readonly plan: T;
}

/** What has to be read of each instance, all of one moment. */
async function ofInstances<T>(
  { read }: Guarded,
  instances: readonly InstanceName[] | null,
  plan: (view: InstanceView) => Promise<T>,
): Promise<readonly Planned<T>[]> {
  return read(async (work) => {
    const plans: Planned<T>[] = [];
    for (const view of await loadViews(work, instances)) {
      plans.push({ instance: view.instance, plan: await plan(view) });
    }
    return plans;
  });
}

/** One page of an instance, from a single moment. */
async function inView<T>(
  { read }: Guarded,
  instance: InstanceName,
  ask: (view: InstanceView) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  return read(async (work) => ofAll(await loadViews(work, [instance]), ask));
}
