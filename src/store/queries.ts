import type { CauseKind, Change, ChangeKind, RuleChange } from '../model/change.ts';
import type { JudgeMatch, JudgeState } from '../model/changes/comparison.ts';
import type { HistoryEvent } from '../model/history-event.ts';
import type { InstanceName } from '../model/instance.ts';
import type { DayCounts, Library, LibraryFile } from '../model/library.ts';
import type { Slot } from '../model/slot.ts';
import type { ReadPlan, RunTraffic } from './collecting.ts';

/** What reports, `history`, `export --from-store` and the server ask of a store. */
export interface Queries {
  /** The newest snapshots with what led to them. */
  readonly loadLibrary: (question: LibraryQuestion) => Promise<Library>;
  /**
   * The newest files in the order in which they lie, page by page; memory does not grow with the library. Each page
   * is of one moment: what is collected between two pages shows from the next one on.
   */
  readonly files: (question: FilesQuestion) => AsyncIterable<FilePage>;
  /** Slots whose title holds the text, without regard to case; at most `limit`, in order of title. */
  readonly findSlots: (question: SlotQuestion) => Promise<readonly Slot[]>;
  /** All that happened to one slot, oldest first; empty for a slot that was never seen. */
  readonly timeline: (slot: Slot, judges: Judges) => Promise<Timeline>;
  /**
   * Changes, oldest first; within one moment instance by instance, in order of item, season, episode. Read page by page
   * as they are asked for.
   */
  readonly changes: (question: ChangesQuestion) => AsyncIterable<Change>;
  /** Edits of rules with what they did, oldest first. */
  readonly ruleChanges: (question: TimeQuestion) => Promise<readonly RuleChange[]>;
  /** Days on which something was read, oldest first; a day on which nothing changed repeats the counts before it. */
  readonly days: (question: TimeQuestion) => Promise<readonly DayCounts[]>;
  /** Tries to read, newest first. */
  readonly runs: (question: RunsQuestion) => Promise<readonly Run[]>;
  /** Every score as it was at a moment, page by page; nothing before an instance's first snapshot. */
  readonly scoresAt: (question: MomentQuestion) => AsyncIterable<readonly SlotScore[]>;
  /** Events of the servers' own history, oldest first. Read page by page as they are asked for. */
  readonly events: (question: TimeQuestion) => AsyncIterable<HistoryEvent>;
}

/** Which instances; null is all of them. */
export interface InstanceQuestion {
  readonly instances: readonly InstanceName[] | null;
}

/** The rules of the game, handed in. */
export interface Judges {
  readonly stateOf: JudgeState;
  readonly matches: JudgeMatch | null;
}

/** How much history comes with the library. */
export interface LibraryQuestion extends InstanceQuestion, Judges {
  /** Changes, edits, events and days from here on; null leaves them out. */
  readonly since: Date | null;
  /**
   * Whether changes that only edited rules caused come along, one a touched slot. Without them an edit that touched
   * 100,000 files is one rule change and no more.
   */
  readonly withRescored: boolean;
}

/** Which files of the newest snapshots. */
export interface FilesQuestion extends InstanceQuestion {
  /** Files a page. */
  readonly pageSize: number;
  readonly matches: ((file: LibraryFile) => boolean) | null;
  /** Goes on behind this file; null begins at the first. */
  readonly after: FileKey | null;
}

/** Some files, and where to go on. */
export interface FilePage {
  readonly files: readonly LibraryFile[];
  /** null behind the last one. */
  readonly next: FileKey | null;
}

/** Where a page ended: nothing to be read by people. */
export interface FileKey {
  readonly instance: InstanceName;
  readonly item: number;
  readonly fileId: number;
}

/** Which slots. */
export interface SlotQuestion extends InstanceQuestion {
  readonly title: string;
  readonly limit: number;
}

/** From when on. */
export interface TimeQuestion extends InstanceQuestion {
  /** null is from the first day. */
  readonly since: Date | null;
}

/** Which changes. */
export interface ChangesQuestion extends TimeQuestion, Judges {
  /** null is all kinds. */
  readonly kinds: readonly ChangeKind[] | null;
  /** Changes with at least one cause of these; null is all. */
  readonly causes: readonly CauseKind[] | null;
  readonly withRescored: boolean;
}

/** One slot's history. */
export interface Timeline {
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly events: readonly HistoryEvent[];
}

/** Which tries. */
export interface RunsQuestion extends TimeQuestion {
  readonly limit: number;
}

/** One try to read an instance. */
export interface Run {
  readonly instance: InstanceName;
  readonly run: number;
  readonly startedAt: Date;
  readonly at: Date;
  readonly outcome: RunOutcome;
  readonly traffic: RunTraffic;
}

/** How a try ended. */
export type RunOutcome =
  | {
      readonly kind: 'read';
      readonly plan: ReadPlan;
      readonly items: number;
      readonly files: number;
      readonly skipped: number;
      /** Slots that changed, without those that only edited rules moved. */
      readonly changed: number;
    }
  | { readonly kind: 'failed'; readonly sentence: string };

/** A moment. */
export interface MomentQuestion extends InstanceQuestion {
  readonly at: Date;
}

/** The score of a slot at a moment. */
export interface SlotScore {
  readonly slot: Slot;
  readonly fileId: number;
  readonly profileName: string;
  readonly score: number;
}
