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
  const byOldFile = (file: FileFacts, contributions: readonly Contribution[]): readonly FeltEdit[] => {
    const fate = difference.profiles.get(file.profileId);
    if (fate === undefined || !isNewBefore(file)) return [];
    return feltByOldFile(file, { contributions, fate, stateOf });
  };
  const byNewFile = (file: FileFacts, contributions: readonly Contribution[]): readonly FeltEdit[] => {
    const profile = difference.profilesAfter.get(file.profileId);
    if (profile === undefined || !isNewAfter(file)) return [];
    return feltByNewFile(file, { contributions, profile, stateOf });
  };
  return {
    add: ({ before, after }, contributions, files) => {
      const felt = [...byOldFile(before, contributions), ...byNewFile(after, contributions)];
      for (const one of felt) enter(one, files);
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
