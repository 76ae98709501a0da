import type { ArrFailure } from '../model/arr-failure.ts';
import type { ChangeKind, RuleChange } from '../model/change.ts';
import type { JudgeMatch, JudgeState } from '../model/changes/comparison.ts';
import type { IdentifiedEvent } from '../model/history-event.ts';
import type { InstanceName } from '../model/instance.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Reading } from '../model/reading.ts';

/** What `collect` asks of a store. */
export interface Collecting {
  /**
   * Takes the instance for one collector, or says who has it. A lock whose owner is dead, or has not beaten for
   * `lockPatienceMs`, is taken over.
   */
  readonly lock: (instance: InstanceName, owner: LockOwner) => Promise<LockResult>;
  /** What can be carried over into the next reading; null before the first snapshot. */
  readonly carriable: (instance: InstanceName) => Promise<Carriable | null>;
  /**
   * Stores a reading as the newest snapshot: one write transaction, whole or not at all.
   *
   * @throws {RefusedReading} when another server answers behind the known name, or the lock was lost meanwhile
   */
  readonly save: (snapshot: Snapshot) => Promise<Saved>;
  /** Records that an instance could not be read; its last snapshot stays. */
  readonly saveFailure: (failed: FailedTry) => Promise<void>;
  /** How far the server's own history is known; null before the first back-fill. */
  readonly backfill: (instance: InstanceName) => Promise<Backfill | null>;
  /** Adds events of the server's history and moves the mark of how far it is known; known ids are skipped. */
  readonly saveEvents: (page: EventPage) => Promise<void>;
}

/** Who holds a lock, so that others can tell whether it still lives. */
export interface LockOwner {
  /** Unique to this run. */
  readonly id: string;
  readonly host: string;
  readonly processId: number;
  readonly now: Date;
  /** Whether a process of this host runs. */
  readonly isAlive: (processId: number) => boolean;
}

/** A lock that was taken, or who has it. */
export type LockResult =
  | { readonly ok: true; readonly lock: InstanceLock }
  | { readonly ok: false; readonly holder: LockHolder };

/** Who has a lock. */
export interface LockHolder {
  readonly host: string;
  readonly processId: number;
  readonly since: Date;
  readonly beatAt: Date;
}

/** One instance, kept from other collectors until it is disposed of. */
export interface InstanceLock extends AsyncDisposable {
  readonly ownerId: string;
  /** From whom it was taken over; null where it was free. */
  readonly takenOverFrom: LockHolder | null;
  /** Says that the owner lives. @throws {RefusedReading} when somebody else took it over */
  readonly beat: (now: Date) => Promise<void>;
}

/** A lock that has not beaten for so long belongs to nobody. */
export const lockPatienceMs = 120_000;

/** What matching depended on when the newest snapshot was taken. Carrying needs all of it unchanged. */
export interface Carriable {
  readonly serverVersion: string;
  /** Of the formats' definitions, see `definitionsMark`. */
  readonly definitions: string;
  /** How many there are so far: which fourteenth is asked next. */
  readonly snapshots: number;
  /** By file id; files whose score is not the sum of their formats are left out. */
  readonly files: ReadonlyMap<number, CarriableFile>;
}

/** One file's inputs, and what matched them. */
export interface CarriableFile {
  /** See `inputsMark`. */
  readonly inputs: number;
  /** The server's ids, ascending. */
  readonly formatIds: readonly number[];
}

/** How the files of a snapshot were read. */
export type ReadPlan = 'asked' | 'carried' | 'computed';

/** A reading on its way into the store. */
export interface Snapshot {
  readonly reading: Omit<Reading, 'files'>;
  /** All files of the reading, in any order. */
  readonly marks: readonly FileMark[];
  /** The files with these ids, some at a time. */
  readonly read: (fileIds: ReadonlySet<number>) => Iterable<readonly MediaFile[]>;
  readonly plan: ReadPlan;
  readonly traffic: RunTraffic;
  /** For links of people; null where they are off. */
  readonly externalUrl: string | null;
  /** The id of the lock's owner. */
  readonly ownerId: string;
  readonly acceptNewServer: boolean;
  readonly stateOf: JudgeState;
  readonly matches: JudgeMatch | null;
}

/** A file by its id, and a number that differs when anything differs that is kept of it; see `fileMark`. */
export interface FileMark {
  readonly fileId: number;
  readonly itemId: number;
  readonly mark: number;
}

/** What a run cost. */
export interface RunTraffic {
  readonly requests: number;
  readonly retries: number;
  /** Over the wire. */
  readonly bytes: number;
  readonly durationMs: number;
}

/** What a snapshot brought. */
export interface Saved {
  readonly run: number;
  /** The time it was stored under: later than every earlier snapshot's, whatever the clock says. */
  readonly at: Date;
  readonly isFirst: boolean;
  /** How far the clock was behind the last snapshot; 0 as a rule. */
  readonly clockBehindMs: number;
  readonly changes: ChangeCounts;
  readonly ruleChanges: readonly RuleChange[];
  /** Slots whose score changed by a cause that nothing explains. */
  readonly unexplained: number;
}

/** Slots that changed, without those that only edited rules moved. */
export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

/** A try that brought nothing. */
export interface FailedTry {
  readonly instance: InstanceName;
  readonly startedAt: Date;
  readonly at: Date;
  readonly failure: ArrFailure;
  readonly traffic: RunTraffic;
}

/** How far a server's history is known. */
export interface Backfill {
  /** From here on it is known; null before the first event. */
  readonly since: Date | null;
  /** The newest event that is known. */
  readonly newestEventId: number | null;
  /** Events that are known. */
  readonly events: number;
  /** Where the first, ascending pass goes on; null when it is done. */
  readonly nextPage: number | null;
}

/** Some events, and how far the history is known with them. */
export interface EventPage {
  readonly instance: InstanceName;
  readonly events: readonly IdentifiedEvent[];
  /** Where the first pass goes on; null when it is done. */
  readonly nextPage: number | null;
}
