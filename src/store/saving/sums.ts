import { sumOfMarks } from '../../lib/fingerprint.ts';
import type { Snapshot } from '../collecting.ts';
import { itemMark } from '../rows/item-row.ts';
import type { InstanceRow } from '../tables.ts';

/** A whole reading in two numbers. */
export interface Sums {
  readonly items: number;
  readonly files: number;
}

/**
 * null for a reading that does not tell everything.
 *
 * @param itemsSum  where the marks of items were just made; they take as long as all else of a first snapshot's items
 */
export function sumsOf(
  { reading, marks }: Pick<Snapshot, 'reading' | 'marks'>,
  itemsSum?: number,
): Sums | null {
  if (reading.scope.kind !== 'all' || reading.skipped.length > 0) return null;
  return {
    items: itemsSum ?? sumOfMarks(reading.items.values().map(itemMark)),
    files: sumOfMarks(marks.values().map(({ mark }) => mark)),
  };
}

/** Whether no item and no file differs from the newest snapshot: then none of them needs to be looked up. */
export function isSameAsStored(snapshot: Pick<Snapshot, 'reading' | 'marks'>, row: InstanceRow): boolean {
  if (row.items_sum === null) return false;
  const sums = sumsOf(snapshot);
  return sums !== null && row.items_sum === sums.items && row.files_sum === sums.files;
}
