import { byIdentity, orderOf } from '../../model/file-order.ts';
import type { Item } from '../../model/item.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../model/library.ts';
import { createPastPacker } from '../../model/past/pack-past.ts';
import type { Work } from '../engine/engine.ts';
import type { LibraryQuestion } from '../queries.ts';
import type { RunRow } from '../tables.ts';
import { tenant } from '../tenant.ts';
import { changesOf } from './changes.ts';
import { daysOf } from './days.ts';
import { eventsOf } from './events.ts';
import { type InstanceView, loadViews } from './instance-view.ts';
import { createFileReader, fileRows } from './read-files.ts';
import { loadItems, type StoredItems } from './read-items.ts';
import { ruleChangesOf } from './rule-changes.ts';
import { failureOf, skippedOf } from './runs.ts';

/** The newest snapshots with what led to them. */
export async function readLibrary(work: Work, question: LibraryQuestion): Promise<Library> {
  const views = await loadViews(work, question.instances);
  const parts: LibraryPart[] = [];
  for (const view of views) parts.push(await readPart(view, parts.length));
  const history = question.since === null ? emptyHistory : await readHistory(views, question, question.since);
  const [first, second] = parts;
  const times = parts.map(({ about }) => about.readAt.getTime());
  return {
    takenAt: times.length === 0 ? null : new Date(Math.max(...times)),
    instances: parts.map(({ about }) => about),
    files: first !== undefined && second === undefined ? first.files : parts.flatMap(({ files }) => files),
    ...history,
  };
}

interface LibraryPart {
  readonly about: LibraryInstance;
  readonly files: readonly LibraryFile[];
}

async function readPart(view: InstanceView, index: number): Promise<LibraryPart> {
  const runs = await loadRuns(view);
  const stored = await loadItems(view);
  const toFile = createFileReader(view, stored, {
    run: view.readRun,
    plan: runs.read.plan,
    previous: view.row.snapshots - 1,
  });
  const files: LibraryFile[] = [];
  for await (const rows of fileRows(view)) for (const row of rows) files.push(toFile(row));
  const inOrder = ordered(files, index);
  return { about: aboutOf(view, { runs, items: stored.items, files: inOrder }), files: inOrder };
}

/** Rows lie in the order in which items were first seen: as a rule the same one, which is fast to sort. */
function ordered(files: readonly LibraryFile[], index: number): readonly LibraryFile[] {
  return files.toSorted((a, b) => byIdentity(orderOf(a, index), orderOf(b, index)));
}

interface Runs {
  readonly first: RunRow;
  readonly read: RunRow;
  readonly newest: RunRow;
}

async function loadRuns({ work, row, firstRun, readRun }: InstanceView): Promise<Runs> {
  const ofInstance = work
    .selectFrom('run')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance);
  return {
    first: await ofInstance.where('run', '=', firstRun).executeTakeFirstOrThrow(),
    read: await ofInstance.where('run', '=', readRun).executeTakeFirstOrThrow(),
    newest: await ofInstance.orderBy('run', 'desc').limit(1).executeTakeFirstOrThrow(),
  };
}

function aboutOf(
  { instance, row, rules, server }: InstanceView,
  {
    runs,
    items,
    files,
  }: { readonly runs: Runs; readonly items: StoredItems['items']; readonly files: readonly LibraryFile[] },
): LibraryInstance {
  const withFile = files.filter(({ item }, at) => files[at - 1]?.item !== item).length;
  return {
    instance,
    server,
    externalUrl: row.external_url,
    rules: rules.rules,
    items: byId(items.values()),
    itemsWithoutFile: items.size - withFile,
    firstReadAt: new Date(runs.first.at),
    readAt: new Date(runs.read.at),
    failure: failureOf(runs.newest),
    triedAt: new Date(runs.newest.at),
    skipped: skippedOf(runs.newest),
    historySince: row.history_since === null ? null : new Date(row.history_since),
  };
}

function byId(items: Iterable<Item>): ReadonlyMap<number, Item> {
  const found = new Map<number, Item>();
  for (const item of [...items].sort((a, b) => a.id - b.id)) found.set(item.id, item);
  return found;
}

type History = Pick<Library, 'changes' | 'ruleChanges' | 'events' | 'days'>;

const emptyHistory: History = { changes: [], ruleChanges: [], events: [], days: [] };

async function readHistory(
  views: readonly InstanceView[],
  { withRescored, stateOf, matches }: LibraryQuestion,
  since: Date,
): Promise<History> {
  const past = createPastPacker();
  const asked = { since, kinds: null, causes: null, withRescored, stateOf, matches };
  for (const view of views) {
    for await (const change of changesOf(view, asked)) past.addChange(change);
    for await (const events of eventsOf(view, since)) events.forEach(past.addEvent);
  }
  return {
    ...past.close(),
    ruleChanges: byTime(await ofAll(views, (view) => ruleChangesOf(view, since))),
    days: (await ofAll(views, (view) => daysOf(view, since))).toSorted((a, b) =>
      a.day < b.day ? -1 : Number(a.day > b.day),
    ),
  };
}

/** The same question to every instance. */
export async function ofAll<T>(
  views: readonly InstanceView[],
  ask: (view: InstanceView) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const answers: (readonly T[])[] = [];
  for (const view of views) answers.push(await ask(view));
  return answers.flat();
}

/** Oldest first; what happened at the same moment stays as it is. */
export function byTime<T extends { readonly at: Date }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
