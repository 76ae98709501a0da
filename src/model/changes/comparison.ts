import type { Change, RuleChange, RuleEdit } from '../change.ts';
import type { CustomFormat } from '../custom-format.ts';
import type { CutoffState } from '../cutoff-state.ts';
import type { InstanceName } from '../instance.ts';
import type { FileQuality } from '../quality.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { Rules } from '../rules.ts';
import type { Slot } from '../slot.ts';
import type { FileFacts } from './file-facts.ts';

/** The rules of one moment. */
export interface RulesAt {
  readonly at: Date;
  readonly rules: Rules;
}

/** What a comparison needs besides the facts. Both judges are pure; `scoring/` has them, who joins the stages hands them in. */
export interface ComparisonQuestion {
  readonly instance: InstanceName;
  readonly before: RulesAt;
  readonly after: RulesAt;
  /** What the server would still accept. */
  readonly stateOf: JudgeState;
  /** Asked only where a format was edited while its file changed too; null: no such judge, and what it would tell is unexplained. */
  readonly matches: JudgeMatch | null;
}

/** The cutoff state of a file of this quality and score. */
export type JudgeState = (profile: QualityProfile, quality: FileQuality, score: number) => CutoffState;

/** Whether a format matches a file; null where it cannot be told. */
export type JudgeMatch = (file: FileFacts, format: CustomFormat) => boolean | null;

/** One slot at both moments; a null is an empty slot. *Gone* is for the caller to conclude: only inside the scope that was read. */
export interface SlotPair {
  readonly slot: Slot;
  readonly before: FileFacts | null;
  readonly after: FileFacts | null;
}

/**
 * Two moments of one instance, ready to be asked slot by slot, in any order. Made by `createComparison(question)`.
 *
 * Made for streams: it holds the rules and sums of edits, never files. A pure edit of rules needs `count` alone, which
 * builds nothing; the change of each slot is derived when somebody asks for it, then or years later, from facts and rules.
 */
export interface Comparison {
  /** In the order of evaluation; empty where nothing that can be seen in scores, states or names was edited. */
  readonly edits: readonly RuleEdit[];
  /** False: a slot whose facts are the same has no change, and need not be asked about. */
  readonly canMoveSameFacts: boolean;
  /**
   * Adds the slot to what the edits did. A file in several slots counts once.
   *
   * @param files  how many files of one slot each, with the same facts as far as rules see them, stand behind this pair
   */
  readonly count: (pair: SlotPair, files?: number) => void;
  /** What became of the slot; null where nothing happened to it. Counts nothing. */
  readonly change: (pair: SlotPair) => Change | null;
  /** The edits with what they did to all slots counted so far. */
  readonly ruleChanges: () => readonly RuleChange[];
}
