import type { Change } from '../../../../model/change.ts';
import type { HistoryEvent } from '../../../../model/history-event.ts';
import { instanceKey } from '../../../../model/instance.ts';
import type { Item } from '../../../../model/item.ts';
import type { LibraryInstance } from '../../../../model/library.ts';
import type { Report } from '../../../../model/report.ts';
import type { Slot } from '../../../../model/slot.ts';
import type { Jsoned, OfSlot, PackedReport } from '../../packing.ts';
import { unpackFiles } from './unpack-files.ts';
import { unpackItems } from './unpack-items.ts';
import { unpackSection } from './unpack-section.ts';

/** A report as the page works with it. */
export interface PageReport extends Report {
  readonly version: string;
  readonly isRedacted: boolean;
  readonly isFull: boolean;
  /** How many rows a table had where it was cut, by `section/block`. */
  readonly cut: Readonly<Record<string, number>>;
}

/** Whether this is data that this page reads. */
export function isPackedReport(value: unknown): value is PackedReport {
  return typeof value === 'object' && value !== null && 'packing' in value && value.packing === 1;
}

/** The report again; what the packing left out is null. */
export function unpackReport(packed: PackedReport): PageReport {
  const { version, isRedacted, isFull, cut, profiles } = packed;
  const items = unpackItems(packed.items);
  const slots: readonly Slot[] = packed.slots;
  return {
    version,
    isRedacted,
    isFull,
    cut,
    generatedAt: new Date(packed.generatedAt),
    sections: packed.sections.map(unpackSection),
    library: {
      takenAt: dateOrNull(packed.takenAt),
      instances: packed.instances.map((instance, at) => ({
        ...instance,
        items: itemsOf(items, packed.items.instance, at),
        firstReadAt: new Date(instance.firstReadAt),
        readAt: new Date(instance.readAt),
        triedAt: new Date(instance.triedAt),
        historySince: dateOrNull(instance.historySince),
      })),
      files: unpackFiles(packed.files, {
        items,
        profiles,
        instances: packed.instances.map(({ instance }) => instance),
        instanceOf: packed.items.instance,
      }),
      events: packed.events.flatMap((event) => unpackEvent(event, slots)),
      changes: packed.changes.flatMap((change) => unpackChange(change, slots)),
      ruleChanges: packed.ruleChanges.map((change) => ({
        ...change,
        at: new Date(change.at),
        since: new Date(change.since),
      })),
      days: packed.days,
    },
  };
}

function itemsOf(
  items: readonly Item[],
  instanceOf: readonly number[],
  instance: number,
): LibraryInstance['items'] {
  const own = items.filter((_, at) => instanceOf[at] === instance);
  return new Map(own.map((item) => [item.id, item]));
}

function unpackEvent(event: Jsoned<OfSlot<HistoryEvent>>, slots: readonly Slot[]): readonly HistoryEvent[] {
  const slot = slots[event.slot];
  return slot === undefined ? [] : [{ ...event, slot, at: new Date(event.at) }];
}

function unpackChange(change: Jsoned<OfSlot<Change>>, slots: readonly Slot[]): readonly Change[] {
  const slot = slots[change.slot];
  if (slot === undefined) return [];
  return [{ ...change, slot, at: new Date(change.at), since: dateOrNull(change.since) }];
}

function dateOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** `radarr/main#12`: how lists name a file. */
export function fileKey({ service, instance: name, fileId }: Report['library']['files'][number]): string {
  return `${instanceKey({ service, name })}#${fileId}`;
}
