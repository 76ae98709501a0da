import { slotsOf } from '../../model/changes/slots-of.ts';
import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Library } from '../../model/library.ts';
import type { Section } from '../../model/report.ts';
import { type Slot, slotKey } from '../../model/slot.ts';
import type { OfSlot, ReportPacking } from './packing.ts';

/** The parts of the packing that hang on slots. */
export type HistoryPacking = Pick<ReportPacking, 'slots' | 'events' | 'changes'>;

/** Packs what happened to slots: to all of them, or to those of the files that a list names. */
export function packHistory(
  { files, events, changes }: Library,
  named: ReadonlySet<string> | null,
): HistoryPacking {
  const wanted = named === null ? null : new Set(files.flatMap((file) => keysOf(file, named)));
  const slots: Slot[] = [];
  const places = new Map<string, number>();
  const ofSlot = <T extends { readonly slot: Slot }>(one: T): readonly OfSlot<T>[] => {
    const key = slotKey(one.slot);
    if (wanted !== null && !wanted.has(key)) return [];
    const place = places.get(key) ?? slots.push(one.slot) - 1;
    places.set(key, place);
    return [{ ...one, slot: place }];
  };
  return { events: events.flatMap(ofSlot), changes: changes.flatMap(ofSlot), slots };
}

function keysOf(file: Library['files'][number], named: ReadonlySet<string>): readonly string[] {
  const instance: InstanceName = { service: file.service, name: file.instance };
  if (!named.has(`${instanceKey(instance)}#${file.fileId}`)) return [];
  return slotsOf(file, instance).map(slotKey);
}

/** Keys of the files that sections name, `instanceKey#fileId`. */
export function namedFiles(sections: readonly Section[]): ReadonlySet<string> {
  const keys = sections.flatMap(({ blocks }) => blocks.flatMap(keysOfBlock));
  return new Set(keys.filter((key) => key !== null));
}

function keysOfBlock(block: Section['blocks'][number]): readonly (string | null)[] {
  if (block.kind === 'scatter') return block.points.map(({ title }) => title.fileKey);
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ cells }) => cells.flatMap(keysOfCell));
}

type Cell = Extract<Section['blocks'][number], { kind: 'table' }>['rows'][number]['cells'][number];

function keysOfCell(cell: Cell): readonly (string | null)[] {
  if (cell === null || typeof cell !== 'object' || !('kind' in cell)) return [];
  if (cell.kind === 'strip') return cell.files.map(({ fileKey }) => fileKey);
  return cell.kind === 'title' ? [cell.fileKey] : [];
}
