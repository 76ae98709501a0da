import { chunks } from '../../lib/chunks.ts';
import type { FactRow, FileRow } from '../file-tables.ts';
import { episodesOf } from '../saving/file-rows.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';

/** What a slot held for a time; its facts are known, also where the row leaves them to the next one. */
export interface Span {
  readonly from: number;
  /** null while it lasts. */
  readonly to: number | null;
  readonly profile: number;
  readonly match_set: number;
  readonly surplus: number;
  readonly facts: string;
}

/** A slot by numbers, with its spans from the oldest on. */
export interface SlotSpans {
  readonly item: number;
  readonly season: number;
  readonly episode: number;
  readonly spans: readonly Span[];
}

type CurrentRow = Pick<
  FileRow,
  'item' | 'file_id' | 'season' | 'episodes' | 'from_run' | 'profile' | 'match_set' | 'surplus' | 'facts'
>;

const currentColumns = [
  'item',
  'file_id',
  'season',
  'episodes',
  'from_run',
  'profile',
  'match_set',
  'surplus',
  'facts',
] as const;

/** Items looked up by one statement. */
const itemsAtOnce = 500;

/**
 * The spans of every slot that changed in a run or later; those that ended before it are left out.
 *
 * @param withAll  also slots that did not change: edits of rules may have moved them
 */
export async function spansSince(
  view: InstanceView,
  run: number,
  withAll: boolean,
): Promise<readonly SlotSpans[]> {
  const past = await view.work
    .selectFrom('fact')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where('to_run', '>=', run)
    .execute();
  const current = withAll ? await allCurrent(view, 0) : await allCurrent(view, run);
  const missing = withAll ? [] : await currentOf(view, new Set(past.map(({ item }) => item)), run);
  return joinSpans(past, [...current, ...missing]);
}

/** The spans of one slot, all of them. */
export async function spansOfSlot(
  view: InstanceView,
  slot: { readonly item: number; readonly season: number; readonly episode: number },
): Promise<readonly Span[]> {
  const { work, row } = view;
  const past = await work
    .selectFrom('fact')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('item', '=', slot.item)
    .where('season', '=', slot.season)
    .where('episode', '=', slot.episode)
    .execute();
  const current = await work
    .selectFrom('file')
    .select(currentColumns)
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('item', '=', slot.item)
    .where('season', '=', slot.season)
    .execute();
  const found = joinSpans(past, current).find(({ episode }) => episode === slot.episode);
  return found?.spans ?? [];
}

async function allCurrent({ work, row }: InstanceView, fromRun: number): Promise<readonly CurrentRow[]> {
  return work
    .selectFrom('file')
    .select(currentColumns)
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('from_run', '>=', fromRun)
    .execute();
}

/** The files that now fill slots of these items, but for those that are there already. */
async function currentOf(
  { work, row }: InstanceView,
  items: ReadonlySet<number>,
  beforeRun: number,
): Promise<readonly CurrentRow[]> {
  const found: CurrentRow[] = [];
  for (const some of chunks([...items], itemsAtOnce)) {
    const rows = await work
      .selectFrom('file')
      .select(currentColumns)
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .where('item', 'in', [...some])
      .where('from_run', '<', beforeRun)
      .execute();
    found.push(...rows);
  }
  return found;
}

function joinSpans(past: readonly FactRow[], current: readonly CurrentRow[]): readonly SlotSpans[] {
  const slots = new Map<string, OpenSlot>();
  const slotAt = (item: number, season: number, episode: number): OpenSlot => {
    const key = `${item} ${season} ${episode}`;
    const found = slots.get(key) ?? { item, season, episode, past: [], current: null };
    slots.set(key, found);
    return found;
  };
  for (const row of past) slotAt(row.item, row.season, row.episode).past.push(row);
  for (const row of current) {
    for (const episode of episodesOf(row)) slotAt(row.item, row.season, episode).current = row;
  }
  return [...slots.values()].map(closeSlot);
}

interface OpenSlot {
  readonly item: number;
  readonly season: number;
  readonly episode: number;
  readonly past: FactRow[];
  current: CurrentRow | null;
}

/** From the newest on: a span without facts has those of the one after it. */
function closeSlot({ item, season, episode, past, current }: OpenSlot): SlotSpans {
  const spans: Span[] = current === null ? [] : [{ ...parts(current), to: null, facts: current.facts }];
  let { facts } = current ?? { facts: '' };
  for (const row of past.toSorted((a, b) => b.to_run - a.to_run)) {
    facts = row.facts ?? facts;
    spans.push({ ...parts(row), to: row.to_run, facts });
  }
  return { item, season, episode, spans: spans.reverse() };
}

function parts({
  from_run,
  profile,
  match_set,
  surplus,
}: Pick<FactRow, 'from_run' | 'profile' | 'match_set' | 'surplus'>): Omit<Span, 'to' | 'facts'> {
  return { from: from_run, profile, match_set, surplus };
}
