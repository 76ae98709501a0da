import type { FileMark } from '../collecting.ts';
import type { Work } from '../engine/engine.ts';
import type { FileRow } from '../file-tables.ts';
import { tenant } from '../tenant.ts';
import type { ItemNumbers } from './save-items.ts';

/** Files of some items that are written together: all that could fill the same slot is in one part. */
export interface FilePlan {
  readonly items: readonly number[];
  /** Ids of the files to read, with what their rows need. */
  readonly read: ReadonlyMap<number, { readonly item: number; readonly mark: number }>;
  /** Ids of stored files that change, or are gone. */
  readonly stored: readonly number[];
}

/** Files written by one statement each, at least. */
const filesAtOnce = 1_000;

/** Files that differ from what is stored, in the order in which they lie. */
export async function planFiles(
  { work, instance }: { readonly work: Work; readonly instance: number },
  marks: readonly FileMark[],
  { numbers, settled }: ItemNumbers,
): Promise<Generator<FilePlan>> {
  const stored = await work
    .selectFrom('file')
    .select(['item', 'file_id', 'mark'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .execute();
  const found = new Set(stored.length === 0 ? [] : marks.map(({ fileId }) => fileId));
  const gone = stored.filter(({ file_id, item }) => !found.has(file_id) && settled.has(item));
  const byFile = new Map(stored.map((row) => [row.file_id, row]));
  const steps = [
    ...marks.flatMap((mark) => stepsFor(mark, numbers.get(mark.itemId), byFile.get(mark.fileId))),
    ...gone.map(({ item, file_id }) => goneStep(item, file_id)),
  ];
  return parts(steps.toSorted((a, b) => a.item - b.item || a.fileId - b.fileId));
}

/** None for a file that is as it was; two for one that moved to another item. */
function stepsFor(
  { fileId, mark }: FileMark,
  item: number | undefined,
  before: StoredMark | undefined,
): readonly Step[] {
  if (item === undefined) throw new Error('every file that was read has an item');
  if (before === undefined) return [{ item, fileId, mark, isStored: false }];
  if (before.item !== item) return [goneStep(before.item, fileId), { item, fileId, mark, isStored: false }];
  return before.mark === mark ? [] : [{ item, fileId, mark, isStored: true }];
}

function goneStep(item: number, fileId: number): Step {
  return { item, fileId, mark: null, isStored: true };
}

type StoredMark = Pick<FileRow, 'item' | 'mark'>;

interface Step {
  readonly item: number;
  readonly fileId: number;
  /** null for a file that is gone. */
  readonly mark: number | null;
  readonly isStored: boolean;
}

function* parts(steps: readonly Step[]): Generator<FilePlan> {
  let start = 0;
  for (const [at, { item }] of steps.entries()) {
    const next = steps[at + 1];
    const isFull = at + 1 - start >= filesAtOnce;
    if (next !== undefined && (!isFull || next.item === item)) continue;
    yield planOf(steps.slice(start, at + 1));
    start = at + 1;
  }
}

function planOf(steps: readonly Step[]): FilePlan {
  const read = steps.flatMap(({ fileId, item, mark }) =>
    mark === null ? [] : [[fileId, { item, mark }] as const],
  );
  return {
    items: [...new Set(steps.map(({ item }) => item))],
    read: new Map(read),
    stored: steps.filter(({ isStored }) => isStored).map(({ fileId }) => fileId),
  };
}
