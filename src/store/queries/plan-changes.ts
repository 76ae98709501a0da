import { chunks } from '../../lib/chunks.ts';
import type { ChangesQuestion } from '../queries.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { loadReadRuns, type ReadRun } from './read-runs.ts';

/** Some snapshots that follow each other, and the items of which something can have changed there. */
export interface ChangesPage {
  readonly runs: readonly [ReadRun, ...ReadRun[]];
  readonly items: ReadonlySet<number>;
  /** Whether its only snapshot has more items, on other pages. */
  readonly isPart: boolean;
}

/** Items a page: their spans are held in memory at once. */
const itemsAtOnce = 1_000;

/**
 * What has to be looked at for the changes of an instance: numbers alone, so that rows can be read page by page. What
 * happened in stored snapshots stays as it is: pages may be read at different moments.
 */
export async function planChanges(
  view: InstanceView,
  { since, withRescored }: Pick<ChangesQuestion, 'since' | 'withRescored'>,
): Promise<readonly ChangesPage[]> {
  const runs = await loadReadRuns(view.work, view.row.instance);
  const wanted = runs.filter(({ at, previous }) => previous !== null && (since === null || at >= since));
  const [oldest] = wanted;
  if (oldest === undefined) return [];
  const isEdited = ({ run }: ReadRun): boolean => withRescored && view.book.turns.includes(run);
  const touched = await touchedItems(view, oldest.run);
  const all = wanted.some(isEdited) ? await allItems(view) : [];
  return pagesOf(wanted, (run) => (isEdited(run) ? all : [...(touched.get(run.run) ?? [])]));
}

function pagesOf(
  runs: readonly ReadRun[],
  itemsOf: (run: ReadRun) => readonly number[],
): readonly ChangesPage[] {
  const pages: ChangesPage[] = [];
  for (const run of runs) {
    const items = itemsOf(run);
    const last = pages.at(-1);
    const isPart = items.length > itemsAtOnce;
    if (last !== undefined && !last.isPart && last.items.size + items.length <= itemsAtOnce) {
      const all = last.items.union(new Set(items));
      pages[pages.length - 1] = { runs: [...last.runs, run], items: all, isPart };
    } else {
      pages.push(
        ...chunks(items, itemsAtOnce).map((some) => ({ runs: [run] as const, items: new Set(some), isPart })),
      );
    }
  }
  return pages;
}

/** Items by the runs in which something ended or began in them. */
async function touchedItems(
  { work, row }: InstanceView,
  oldest: number,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const past = await work
    .selectFrom('fact')
    .select(['item', 'from_run', 'to_run'])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('to_run', '>=', oldest)
    .execute();
  const current = await work
    .selectFrom('file')
    .select(['item', 'from_run'])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('from_run', '>=', oldest)
    .execute();
  const touched = new Map<number, Set<number>>();
  const add = (run: number, item: number): void => {
    const items = touched.get(run) ?? new Set();
    touched.set(run, items.add(item));
  };
  for (const { item, from_run } of [...past, ...current]) add(from_run, item);
  for (const { item, to_run } of past) add(to_run, item);
  return touched;
}

/** All items that ever were, ascending. */
export async function allItems({ work, row }: InstanceView): Promise<readonly number[]> {
  const rows = await work
    .selectFrom('item')
    .select('item')
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .orderBy('item')
    .execute();
  return rows.map(({ item }) => item);
}
