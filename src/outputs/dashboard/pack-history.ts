import { fieldOf, type Series, valueAt } from '../../lib/series.ts';
import type { Cell } from '../../model/cell.ts';
import type { Change } from '../../model/change.ts';
import { slotsOf } from '../../model/changes/slots-of.ts';
import type { HistoryEvent } from '../../model/history-event.ts';
import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Library } from '../../model/library.ts';
import type { Section } from '../../model/report.ts';
import { type Slot, slotKey } from '../../model/slot.ts';
import type { OfSlot, ReportPacking, TimelineChange, TimelineEvent } from './packing.ts';

/** The parts of the packing that hang on slots. */
export type HistoryPacking = Pick<ReportPacking, 'slots' | 'events' | 'changes'>;

/** Packs what happened to slots: to all of them, or to those of the files that a list names. */
export function packHistory(
  { files, events, changes }: Pick<Library, 'files' | 'events' | 'changes'>,
  named: ReadonlySet<string> | null,
): HistoryPacking {
  const wanted = named === null ? null : new Set(files.flatMap((file) => keysOf(file, named)));
  const { slots, placeOf } = createSlotNumbers(wanted);
  const told = <From extends OnSlot, To extends OnSlot>(
    all: Series<From>,
    tell: (one: From) => To,
  ): readonly OfSlot<To>[] => {
    const found: OfSlot<To>[] = [];
    for (let at = 0; at < all.length; at += 1) {
      const slot = placeOf(fieldOf(all, at, 'slot'));
      if (slot !== null) found.push({ ...tell(valueAt(all, at)), slot });
    }
    return found;
  };
  return { events: told(events, toldEvent), changes: told(changes, toldChange), slots };
}

interface OnSlot {
  readonly slot: Slot;
}

interface SlotNumbers {
  /** Those that were numbered, in that order. */
  readonly slots: readonly Slot[];
  /** null for one that is not wanted. */
  readonly placeOf: (slot: Slot) => number | null;
}

/** Slots are shared: for most of them no key is made a second time. */
function createSlotNumbers(wanted: ReadonlySet<string> | null): SlotNumbers {
  const slots: Slot[] = [];
  const places = new Map<string, number>();
  const known = new Map<Slot, number | null>();
  const look = (slot: Slot): number | null => {
    const key = slotKey(slot);
    if (wanted !== null && !wanted.has(key)) return null;
    const place = places.get(key) ?? slots.push(slot) - 1;
    places.set(key, place);
    return place;
  };
  return {
    slots,
    placeOf: (slot) => {
      const found = known.get(slot);
      if (found !== undefined) return found;
      const place = look(slot);
      known.set(slot, place);
      return place;
    },
  };
}

function toldEvent({
  slot,
  at,
  kind,
  reason,
  sourceTitle,
  scoreToday,
  scoreThen,
}: HistoryEvent): TimelineEvent {
  return { slot, at, kind, reason, sourceTitle, score: scoreToday ?? scoreThen };
}

function toldChange({ slot, at, kind, causes, after }: Change): TimelineChange {
  return {
    ...{ slot, at, kind },
    causes: causes.map(({ kind: cause, points }) => ({ kind: cause, points })),
    relativePath: after?.relativePath ?? '',
    score: after?.score ?? null,
  };
}

function keysOf(file: Library['files'][number], named: ReadonlySet<string>): readonly string[] {
  const instance: InstanceName = { service: file.service, name: file.instance };
  if (!named.has(`${instanceKey(instance)}#${file.fileId}`)) return [];
  return slotsOf(file, instance).map(slotKey);
}

/** Keys of the files whose titles stand in a list, `instanceKey#fileId`; marks of a picture are no list. */
export function namedFiles(sections: readonly Section[]): ReadonlySet<string> {
  const tables = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
  const cells = tables.flatMap(({ rows }) => [...rows].flatMap((row) => row.cells));
  return new Set(cells.flatMap((cell) => keyOf(cell) ?? []));
}

function keyOf(cell: Cell): string | null {
  return cell !== null && typeof cell === 'object' && 'kind' in cell && cell.kind === 'title'
    ? cell.fileKey
    : null;
}
