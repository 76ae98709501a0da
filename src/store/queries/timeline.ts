import type { Change } from '../../model/change.ts';
import type { Slot } from '../../model/slot.ts';
import type { Judges, Timeline } from '../queries.ts';
import { noEpisode } from '../saving/file-rows.ts';
import { tenant } from '../tenant.ts';
import { canMove, changeIn, openStep, spansAround } from './derive-changes.ts';
import { eventsOfSlot } from './events.ts';
import type { InstanceView } from './instance-view.ts';
import { findLaterRuns } from './read-runs.ts';
import { type Span, spansOfSlot } from './spans.ts';

/** All that is known of one slot, from its own rows alone: as fast among millions. */
export async function timelineOf(view: InstanceView, slot: Slot, judges: Judges): Promise<Timeline> {
  const item = await findItem(view, slot);
  if (item === null) return { changes: [], events: [] };
  const place = {
    item,
    season: slot.episode?.season ?? noEpisode,
    episode: slot.episode?.number ?? noEpisode,
  };
  const spans = await spansOfSlot(view, place);
  const changes = await changesIn(view, { slot, spans }, judges);
  return { changes, events: await eventsOfSlot(view, place, slot) };
}

async function findItem({ work, row }: InstanceView, { itemKey }: Slot): Promise<number | null> {
  const found = await work
    .selectFrom('item')
    .select('item')
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('item_key', '=', itemKey)
    .executeTakeFirst();
  return found?.item ?? null;
}

async function changesIn(
  view: InstanceView,
  { slot, spans }: { readonly slot: Slot; readonly spans: readonly Span[] },
  judges: Judges,
): Promise<readonly Change[]> {
  const ends = spans.flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  const [oldest] = spans;
  const turns = view.book.turns.filter((turn) => oldest !== undefined && turn > oldest.from);
  const runs = await findLaterRuns(view.work, view.row.instance, [...new Set([...ends, ...turns])]);
  const changes: Change[] = [];
  for (const run of runs) {
    const { before, after } = spansAround(spans, run.run);
    if (before === null && after === null) continue;
    const step = await openStep(view, run, judges);
    if (step === null || (before !== null && before === after && !canMove(step, before, view))) continue;
    const change = changeIn(step, { slot, before, after }, view);
    if (change !== null) changes.push(change);
  }
  return changes;
}
