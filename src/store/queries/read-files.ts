import { z } from 'zod';
import type { Item } from '../../model/item.ts';
import type { LibraryFile } from '../../model/library.ts';
import type { ScoreSource } from '../../model/media-file.ts';
import type { Episode, Part } from '../../model/part.ts';
import type { FileRow, ItemRow } from '../file-tables.ts';
import { isItsTurn } from '../its-turn.ts';
import { createSharing, unpackExtra } from '../rows/extra-row.ts';
import { unpackFacts } from '../rows/facts-row.ts';
import { unpackItem } from '../rows/item-row.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';

/** Items of a library by their stored numbers. */
export type StoredItems = ReadonlyMap<number, StoredItem>;

/** An item, and since when it could not be read. */
export interface StoredItem {
  readonly item: Item;
  readonly staleSince: Date | null;
}

/** We wrote them ourselves: the type is told, not checked. */
const Episodes = z.custom<readonly Episode[]>();

/** Items that are there. */
export async function loadItems({ work, row }: Pick<InstanceView, 'work' | 'row'>): Promise<StoredItems> {
  const items = new Map<number, StoredItem>();
  for await (const rows of pages<ItemRow>((after) =>
    work
      .selectFrom('item')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .where('item', '>', after?.item ?? 0)
      .orderBy('item')
      .limit(pageRows)
      .execute(),
  )) {
    const present = rows.filter(({ is_present }) => is_present === 1);
    for (const one of present) items.set(one.item, storedItem(one));
  }
  return items;
}

/** The item of a row. */
export function storedItem(row: ItemRow): StoredItem {
  return { item: unpackItem(row), staleSince: row.stale_since === null ? null : new Date(row.stale_since) };
}

/** Rows held at once. */
const pageRows = 2_000;

/** Pages of a query, each behind the last row of the one before. */
async function* pages<T>(read: (after: T | null) => Promise<readonly T[]>): AsyncGenerator<readonly T[]> {
  let after: T | null = null;
  for (;;) {
    const rows: readonly T[] = await read(after);
    if (rows.length > 0) yield rows;
    after = rows.at(-1) ?? null;
    if (rows.length < pageRows) return;
  }
}

/** All rows of files in the order of their keys, some at a time. */
export function fileRows(view: InstanceView): AsyncGenerator<readonly FileRow[]> {
  return pages<FileRow>((after) => rowsBehind(view, after, pageRows));
}

/** Rows of files behind a key, in the order of their keys. */
export async function rowsBehind(
  { work, row }: Pick<InstanceView, 'work' | 'row'>,
  after: Pick<FileRow, 'item' | 'file_id'> | null,
  limit: number,
): Promise<readonly FileRow[]> {
  const ofInstance = work
    .selectFrom('file')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance);
  const behind =
    after === null
      ? ofInstance
      : ofInstance.where((eb) =>
          eb(eb.refTuple('item', 'file_id'), '>', eb.tuple(after.item, after.file_id)),
        );
  return behind.orderBy('item').orderBy('file_id').limit(limit).execute();
}

/** Makes files of rows. Parts that many files share are the same object. */
export function createFileReader(
  view: InstanceView,
  items: StoredItems,
  newest: NewestReading,
): (row: FileRow) => LibraryFile {
  const { instance, rules, sets, terms } = view;
  const share = createSharing();
  return (row) => {
    const stored = items.get(row.item);
    const profile = view.profile(row.profile);
    if (stored === undefined || profile === null) throw new Error('a file has an item and a profile');
    const { item, staleSince } = stored;
    const { isShared: _, originalLanguage: __, ...facts } = unpackFacts(row.facts, terms);
    const { scoreSource, ...extra } = unpackExtra(row.extra, {
      itemPath: item.path,
      relativePath: facts.relativePath,
      share,
    });
    const formats = rules.hitsOf(sets.formats(row.match_set), row.profile);
    return {
      instance: instance.name,
      service: instance.service,
      item,
      part: partOf(row),
      ...facts,
      ...extra,
      profile,
      score: formats.reduce((sum, { score }) => sum + score, row.surplus),
      formats,
      scoreSource: sourceOf(row, scoreSource, { item, newest }),
      staleSince,
    };
  };
}

/** How the newest snapshot was read. */
export interface NewestReading {
  readonly run: number;
  readonly plan: string | null;
  /** Snapshots before it. */
  readonly previous: number;
}

/** A row that was not written says how its formats were learned then; the newest reading only confirmed them. */
function sourceOf(
  row: FileRow,
  stored: ScoreSource,
  { item, newest }: { readonly item: Item; readonly newest: NewestReading },
): ScoreSource {
  if (row.seen_run === newest.run || newest.plan === null) return stored;
  if (newest.plan === 'asked' || newest.plan === 'computed') return newest.plan;
  return isItsTurn(item.id, newest.previous) ? 'asked' : 'carried';
}

function partOf({ season, episodes }: FileRow): Part | null {
  return episodes === null ? null : { season, episodes: Episodes.parse(JSON.parse(episodes)) };
}
