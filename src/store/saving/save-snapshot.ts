import { definitionsMark } from '../../model/inputs-mark.ts';
import type { Saved, Snapshot } from '../collecting.ts';
import type { Engine, Work } from '../engine/engine.ts';
import { loadMatchSets } from '../rows/match-sets.ts';
import { loadTerms } from '../rows/terms.ts';
import { loadRuleBook } from '../rules/rule-book.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';
import { saveDay } from './count-days.ts';
import { countGroups, type GroupCounter, loadGroups } from './groups.ts';
import { holdLock, instanceRow } from './instance-row.ts';
import { keysOf, loadKnownItems, refuseOtherServer } from './known-items.ts';
import { type NextRun, nextRun } from './next-run.ts';
import { type FilesTarget, saveFiles } from './save-files.ts';
import { saveItems } from './save-items.ts';
import { saveRules } from './save-rules.ts';
import { isSameAsStored, sumsOf } from './sums.ts';
import { type ChangeWatch, watchChanges, watchNothing } from './watch-changes.ts';

/** Writes a whole snapshot inside a transaction of the caller's. */
export async function saveSnapshot(engine: Engine, work: Work, snapshot: Snapshot): Promise<Saved> {
  const { reading } = snapshot;
  const row = await instanceRow(work, reading.instance);
  await holdLock(work, row, { owner: snapshot.ownerId, name: reading.instance });
  const run = await nextRun(work, row, reading.finishedAt);
  const scene = { engine, work, snapshot, row, run };
  const rules = await saveRulesOf(scene);
  const watch = rules.before === null ? watchNothing : rules.watch;
  const counter = countGroups();
  const target: FilesTarget = {
    engine,
    work,
    instance: row.instance,
    run: run.run,
    terms: rules.terms,
    sets: rules.sets,
    before: rules.before,
    after: rules.after,
    onSlot: watch.onSlot,
    onRows: counter.add,
  };
  const items = isSameAsStored(snapshot, row) ? null : await saveItemsOf(scene);
  const areFilesChanged = items !== null && (await saveFiles(target, snapshot, items));
  if (areFilesChanged || rules.isEdited) await count(scene, target, { watch, counter });
  const { changes, unexplained, ruleChanges } = watch.result();
  const changed = Object.values(changes).reduce((sum, slots) => sum + slots, 0);
  await saveRuleChanges(scene, ruleChanges);
  await saveRun(scene, changed);
  await saveInstance(scene, items === null ? row : sumColumns(snapshot, items.sum));
  const { at, clockBehindMs, previous } = run;
  return { run: run.run, at, isFirst: previous === null, clockBehindMs, changes, ruleChanges, unexplained };
}

interface Scene {
  readonly engine: Engine;
  readonly work: Work;
  readonly snapshot: Snapshot;
  readonly row: InstanceRow;
  readonly run: NextRun;
}

type SumColumns = Pick<InstanceRow, 'items_sum' | 'files_sum'>;

interface SavedRules extends Pick<FilesTarget, 'terms' | 'sets' | 'before' | 'after'> {
  readonly isEdited: boolean;
  readonly watch: ChangeWatch;
}

async function saveRulesOf({ work, snapshot, row, run }: Scene): Promise<SavedRules> {
  const { instance, rules } = snapshot.reading;
  const about = { instance: row.instance, service: instance.service };
  const book = await loadRuleBook(work, about);
  const isEdited = await saveRules({ work, instance: row.instance, run: run.run }, book, rules);
  const now = isEdited ? await loadRuleBook(work, about) : book;
  const after = await now.at(run.run);
  const { previous } = run;
  const [terms, sets] = [await loadTerms(work), await loadMatchSets(work, row.instance)];
  if (previous === null) return { terms, sets, before: null, after, isEdited, watch: watchNothing };
  const before: RulesAtRun = await now.at(previous.run);
  const moments = { instance, before: { run: previous, rules: before }, after: { run, rules: after } };
  return { terms, sets, before, after, isEdited, watch: watchChanges({ ...moments, terms, sets }, snapshot) };
}

async function saveItemsOf({ engine, work, snapshot, row, run }: Scene): ReturnType<typeof saveItems> {
  const { reading, acceptNewServer } = snapshot;
  const known = await loadKnownItems(work, row.instance);
  const keys = keysOf(reading.items, reading.instance);
  if (!acceptNewServer && reading.scope.kind === 'all') refuseOtherServer(reading.instance, known, keys);
  return saveItems({ engine, work, instance: row.instance, at: run.at }, { reading, keys, known });
}

/** Edits of rules and counts of the day both follow from groups. */
async function count(
  { work, snapshot, row, run }: Scene,
  target: FilesTarget,
  { watch, counter }: { readonly watch: ChangeWatch; readonly counter: GroupCounter },
): Promise<void> {
  const isFirst = run.previous === null;
  const groups = isFirst
    ? counter.groups()
    : await loadGroups(work, { instance: row.instance, run: run.run });
  watch.onGroups(groups);
  const { terms, sets, after: rules } = target;
  const day = run.at.toISOString().slice(0, 10);
  await saveDay(
    { work, instance: row.instance, day },
    { groups, rules, terms, sets, stateOf: snapshot.stateOf },
  );
}

async function saveRuleChanges({ work, row, run }: Scene, changes: Saved['ruleChanges']): Promise<void> {
  for (const [number, { edit, filesTouched, pointsMoved, statesChanged }] of changes.entries()) {
    await work
      .insertInto('rule_change')
      .values({
        tenant,
        instance: row.instance,
        run: run.run,
        number,
        edit: JSON.stringify(edit),
        files_touched: filesTouched,
        points_moved: pointsMoved,
        states_changed: statesChanged,
      })
      .execute();
  }
}

async function saveRun({ work, snapshot, row, run }: Scene, changed: number): Promise<void> {
  const { reading, plan, traffic } = snapshot;
  const { counts, skipped } = reading;
  await work
    .insertInto('run')
    .values({
      tenant,
      instance: row.instance,
      run: run.run,
      started_at: reading.startedAt.toISOString(),
      at: run.at.toISOString(),
      plan,
      items: counts.items,
      files: counts.files,
      items_without_file: counts.itemsWithoutFile,
      changed,
      requests: traffic.requests,
      retries: traffic.retries,
      bytes: traffic.bytes,
      duration_ms: Math.round(traffic.durationMs),
      skipped: skipped.length === 0 ? null : JSON.stringify(skipped),
      failure: null,
    })
    .execute();
}

function sumColumns(snapshot: Snapshot, itemsSum: number): SumColumns {
  const sums = sumsOf(snapshot, itemsSum);
  return { items_sum: sums?.items ?? null, files_sum: sums?.files ?? null };
}

async function saveInstance(
  { work, snapshot, row, run }: Scene,
  { items_sum, files_sum }: SumColumns,
): Promise<void> {
  const { reading, externalUrl } = snapshot;
  await work
    .updateTable('instance')
    .set({
      external_url: externalUrl,
      server: JSON.stringify(reading.server),
      definitions: definitionsMark(reading.rules.formats),
      first_run: row.first_run ?? run.run,
      read_run: run.run,
      snapshots: row.snapshots + 1,
      items_sum,
      files_sum,
    })
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .execute();
}
