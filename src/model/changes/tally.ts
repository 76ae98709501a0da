import type { RuleChange, RuleEdit } from '../change.ts';
import type { JudgeState } from './comparison.ts';
import type { Contribution } from './contribution.ts';
import { type FeltEdit, feltByNewFile, feltByOldFile } from './felt-edits.ts';
import type { FileFacts } from './file-facts.ts';
import type { Pair } from './pair-up.ts';
import type { RuleDifference } from './rule-difference.ts';

/** What an edit did to the files counted so far. */
export type Effect = Pick<RuleChange, 'filesTouched' | 'pointsMoved' | 'statesChanged'>;

/** Adds up, slot by slot, what each edit did. Holds sums, and the ids of files that fill several slots. */
export interface Tally {
  /** @param files  how many files fare alike */
  readonly add: (pair: Pair<FileFacts>, contributions: readonly Contribution[], files: number) => void;
  readonly effectOf: (edit: RuleEdit) => Effect;
}

const none: Effect = { filesTouched: 0, pointsMoved: 0, statesChanged: 0 };

/** A tally of nothing yet. */
export function createTally(difference: RuleDifference, stateOf: JudgeState): Tally {
  const effects = new Map<RuleEdit, Effect>();
  const [isNewBefore, isNewAfter] = [createOnce(), createOnce()];
  const enter = ({ edit, points, isStateChanged }: FeltEdit, files: number): void => {
    const { filesTouched, pointsMoved, statesChanged } = effects.get(edit) ?? none;
    effects.set(edit, {
      filesTouched: filesTouched + files,
      pointsMoved: pointsMoved + points * files,
      statesChanged: statesChanged + Number(isStateChanged) * files,
    });
  };
  return {
    add: ({ before, after }, contributions, files) => {
      const fate = difference.profiles.get(before.profileId);
      const profile = difference.profilesAfter.get(after.profileId);
      const old = fate !== undefined && isNewBefore(before) ? { contributions, fate, stateOf } : null;
      const fresh = profile !== undefined && isNewAfter(after) ? { contributions, profile, stateOf } : null;
      for (const felt of old === null ? [] : feltByOldFile(before, old)) enter(felt, files);
      for (const felt of fresh === null ? [] : feltByNewFile(after, fresh)) enter(felt, files);
    },
    effectOf: (edit) => effects.get(edit) ?? none,
  };
}

/** True the first time it sees a file; only those that fill several slots come twice. */
function createOnce(): (file: FileFacts) => boolean {
  const seen = new Set<number>();
  return ({ fileId, isShared }) => {
    if (!isShared) return true;
    if (seen.has(fileId)) return false;
    seen.add(fileId);
    return true;
  };
}
