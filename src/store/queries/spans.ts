import { sql } from 'kysely';
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

/** The spans of all slots of some items; those that ended before a run are left out. In order of item, season, episode. */
export async function spansOfItems(
  { work, row }: InstanceView,
  items: ReadonlySet<number>,
  run: number,
): Promise<readonly SlotSpans[]> {
  const past: FactRow[] = [];
  const current: CurrentRow[] = [];
  for (const some of chunks([...items], itemsAtOnce)) {
    const ended = work
      .selectFrom('fact')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .where('item', 'in', [...some])
      // The sign keeps SQLite from its index of ends: that of a long history is longer than that of some items.
      .where(sql<number>`+to_run`, '>=', run);
    past.push(...(await ended.execute()));
    const open = work
      .selectFrom('file')
      .select(currentColumns)
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .where('item', 'in', [...some]);
    current.push(...(await open.execute()));
  }
  return joinSpans(past, current).toSorted(
    (a, b) => a.item - b.item || a.season - b.season || a.episode - b.episode,
  );
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
