import type { FileFacts } from '../../model/changes/file-facts.ts';
import type { MediaFile } from '../../model/media-file.ts';
import type { Snapshot } from '../collecting.ts';
import type { Engine, Work } from '../engine/engine.ts';
import type { FactRow, FileRow } from '../file-tables.ts';
import type { RulesAtRun } from '../rules/rules-at-run.ts';
import { tenant } from '../tenant.ts';
import { episodesOf, type FileRowParts, factsOfRow, fileRow, isSameSpan } from './file-rows.ts';
import { type FilePlan, planFiles } from './plan-files.ts';
import type { ItemNumbers } from './save-items.ts';

/** Where files are written, and who hears of each slot that changed. */
export interface FilesTarget extends FileRowParts {
  readonly engine: Engine;
  readonly work: Work;
  readonly before: RulesAtRun | null;
  readonly onSlot: (change: SlotChange) => void;
  /** Hears of all rows that are written. */
  readonly onRows: (rows: readonly FileRow[]) => void;
}

/** What became of a slot. */
export interface SlotChange {
  readonly item: number;
  readonly season: number;
  readonly episode: number;
  readonly before: FileFacts | null;
  readonly after: FileFacts | null;
}

/**
 * Writes files that are new or changed, ends the spans of what they replace, and forgets those that are gone.
 *
 * @returns whether a row was written
 */
export async function saveFiles(
  target: FilesTarget,
  snapshot: Pick<Snapshot, 'marks' | 'read'>,
  items: ItemNumbers,
): Promise<boolean> {
  const { work, instance } = target;
  let isChanged = false;
  for (const plan of await planFiles({ work, instance }, snapshot.marks, items)) {
    isChanged = true;
    await savePart(target, plan, [...snapshot.read(new Set(plan.read.keys()))].flat());
  }
  return isChanged;
}

async function savePart(target: FilesTarget, plan: FilePlan, files: readonly MediaFile[]): Promise<void> {
  const { engine, work } = target;
  const old = plan.stored.length === 0 ? [] : await loadRows(target, plan);
  const fresh = files.map((file) => {
    const { item, mark } = plan.read.get(file.fileId) ?? unplanned();
    return fileRow({ file, item, mark }, target);
  });
  const rows = joinSpans(old, fresh, target);
  await engine.insertMany(work, 'term', target.terms.takeNew());
  await engine.insertMany(work, 'match_set', target.sets.takeNew());
  await engine.insertMany(work, 'fact', endedSpans(old, rows, target));
  await deleteRows(target, plan);
  await engine.insertMany(work, 'file', rows);
  target.onRows(rows);
}

function unplanned(): never {
  throw new Error('only files that were asked for are read');
}

async function loadRows({ work, instance }: FilesTarget, plan: FilePlan): Promise<readonly FileRow[]> {
  return work
    .selectFrom('file')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .where('item', 'in', [...plan.items])
    .where('file_id', 'in', [...plan.stored])
    .execute();
}

async function deleteRows({ work, instance }: FilesTarget, plan: FilePlan): Promise<void> {
  if (plan.stored.length === 0) return;
  await work
    .deleteFrom('file')
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .where('item', 'in', [...plan.items])
    .where('file_id', 'in', [...plan.stored])
    .execute();
}

/** A file whose history did not move keeps its span, and the set it was matched by. */
function joinSpans(
  old: readonly FileRow[],
  fresh: readonly FileRow[],
  parts: FileRowParts,
): readonly FileRow[] {
  const byFile = new Map(old.map((row) => [row.file_id, row]));
  return fresh.map((row) => {
    const before = byFile.get(row.file_id);
    if (before === undefined || before.item !== row.item || !isSameSpan(before, row, parts)) return row;
    return { ...row, from_run: before.from_run, match_set: before.match_set };
  });
}

/** One row for each slot of a span that ended; tells of each slot that changed. The first snapshot changes nothing. */
function endedSpans(
  old: readonly FileRow[],
  rows: readonly FileRow[],
  target: FilesTarget,
): readonly FactRow[] {
  if (target.before === null) return [];
  const then = new Map(old.flatMap(slotsOfRow));
  const now = new Map(rows.flatMap(slotsOfRow));
  const ended = [...then].filter(([key, { row }]) => !isKept(row, now.get(key)?.row));
  const begun = [...now].filter(([key, { row }]) => !then.has(key) && row.from_run === target.run);
  for (const [key, slot] of ended) tell(target, slot, { before: slot.row, after: now.get(key)?.row ?? null });
  for (const [, slot] of begun) tell(target, slot, { before: null, after: slot.row });
  return ended.map(([key, slot]) => factRow(slot, now.get(key)?.row ?? null, target));
}

function isKept(before: FileRow, after: FileRow | undefined): boolean {
  return after?.file_id === before.file_id && after.from_run === before.from_run;
}

function factRow({ row, episode }: SlotRow, next: FileRow | null, { run }: FilesTarget): FactRow {
  const { instance, item, season, profile, match_set, surplus, from_run, facts } = row;
  const span = { tenant, instance, item, season, episode, to_run: run, from_run };
  return { ...span, profile, match_set, surplus, facts: next?.facts === facts ? null : facts };
}

interface Ends {
  readonly before: FileRow | null;
  readonly after: FileRow | null;
}

function tell(target: FilesTarget, { row, episode }: SlotRow, ends: Ends): void {
  const { before, after, onSlot } = target;
  if (before === null) return;
  onSlot({
    item: row.item,
    season: row.season,
    episode,
    before: ends.before === null ? null : factsOfRow(ends.before, before, target),
    after: ends.after === null ? null : factsOfRow(ends.after, after, target),
  });
}

interface SlotRow {
  readonly row: FileRow;
  readonly episode: number;
}

function slotsOfRow(row: FileRow): readonly (readonly [key: string, slot: SlotRow])[] {
  return episodesOf(row).map((episode) => [`${row.item} ${row.season} ${episode}`, { row, episode }]);
}
