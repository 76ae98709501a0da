import type { FileQuality } from './quality.ts';
import type { Slot } from './slot.ts';

/** Something the server itself remembers about a slot. One download of several episodes is one event a slot. */
export interface HistoryEvent {
  readonly slot: Slot;
  readonly at: Date;
  readonly kind: HistoryEventKind;
  /** The release; for a delete and a rename the file's path as it was. Addresses are cut out: they can hold passkeys. */
  readonly sourceTitle: string;
  readonly quality: FileQuality;
  /** Joins the events of one download; null where the server knows none. */
  readonly downloadId: string | null;
  readonly fileId: number | null;
  readonly sizeBytes: number | null;
  readonly releaseGroup: string | null;
  /** The score at the time: only grabs and imports carry one. A delete's comes from its slot's last import, see `createDeletedScores`. */
  readonly scoreThen: number | null;
  /** What the server's history says it is worth under the rules of the time it was read. */
  readonly scoreToday: number | null;
  /** Ids of the formats behind `scoreToday`. */
  readonly formatsToday: readonly number[];
  /** Why a file was deleted: `upgrade`, `manual`, `missingFromDisk`; null for other kinds. */
  readonly reason: string | null;
}

/** What the servers' histories tell apart. */
export type HistoryEventKind = 'grabbed' | 'imported' | 'failed' | 'ignored' | 'deleted' | 'renamed';

/** An event with the server's id of it: greater than all earlier ones. */
export interface IdentifiedEvent {
  readonly eventId: number;
  readonly event: HistoryEvent;
}
