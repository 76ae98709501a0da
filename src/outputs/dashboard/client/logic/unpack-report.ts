import { instanceKey } from '../../../../model/instance.ts';
import type { Item } from '../../../../model/item.ts';
import type { Library, LibraryInstance } from '../../../../model/library.ts';
import type { Report } from '../../../../model/report.ts';
import type { Slot } from '../../../../model/slot.ts';
import type { PackedReport, TimelineChange, TimelineEvent } from '../../packing.ts';
import { unpackFiles } from './unpack-files.ts';
import { unpackItems } from './unpack-items.ts';
import { unpackSection } from './unpack-section.ts';

/** A report as the page works with it. */
export interface PageReport extends Omit<Report, 'library'> {
  readonly library: PageLibrary;
  readonly version: string;
  readonly isRedacted: boolean;
  readonly isFull: boolean;
  /** How many rows a table had where it was cut, by `section/block`. */
  readonly cut: Readonly<Record<string, number>>;
}

/** A library with as much of its past as timelines tell. */
export interface PageLibrary extends Omit<Library, 'events' | 'changes'> {
  readonly events: readonly TimelineEvent[];
  readonly changes: readonly TimelineChange[];
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
      events: packed.events.flatMap((event) => onSlot(event, slots)),
      changes: packed.changes.flatMap((change) => onSlot(change, slots)),
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

/** Its slot and its time again; empty only for a slot that is not there. */
function onSlot<T extends { readonly slot: number; readonly at: string }>(
  one: T,
  slots: readonly Slot[],
): readonly (Omit<T, 'slot' | 'at'> & { readonly slot: Slot; readonly at: Date })[] {
  const slot = slots[one.slot];
  return slot === undefined ? [] : [{ ...one, slot, at: new Date(one.at) }];
}

function dateOrNull(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

/** `radarr/main#12`: how lists name a file. */
export function fileKey({ service, instance: name, fileId }: Report['library']['files'][number]): string {
  return `${instanceKey({ service, name })}#${fileId}`;
}
