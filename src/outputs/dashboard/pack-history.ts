import type { Series } from '../../lib/series.ts';
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
  const slots: Slot[] = [];
  const places = new Map<string, number>();
  const told = <From extends OnSlot, To extends OnSlot>(
    all: Series<From>,
    tell: (one: From) => To,
  ): readonly OfSlot<To>[] => {
    const found: OfSlot<To>[] = [];
    for (const one of all) {
      const key = slotKey(one.slot);
      if (wanted !== null && !wanted.has(key)) continue;
      const place = places.get(key) ?? slots.push(one.slot) - 1;
      places.set(key, place);
      found.push({ ...tell(one), slot: place });
    }
    return found;
  };
  return { events: told(events, toldEvent), changes: told(changes, toldChange), slots };
}

interface OnSlot {
  readonly slot: Slot;
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
