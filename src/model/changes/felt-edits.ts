import type { RuleEdit } from '../change.ts';
import type { CutoffState } from '../cutoff-state.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { JudgeState } from './comparison.ts';
import type { Contribution } from './contribution.ts';
import type { FileFacts } from './file-facts.ts';
import type { ProfileFate } from './profile-fates.ts';
import { scoreOf } from './scores.ts';

/** What one edit of the rules did to one file. */
export interface FeltEdit {
  readonly edit: RuleEdit;
  readonly points: number;
  readonly isStateChanged: boolean;
}

/** An edit, with the profile as it leaves it. */
interface Step {
  readonly edit: RuleEdit;
  readonly points: number;
  readonly profile: QualityProfile;
  /** Whether it did something even where the state stays: points moved, or a format came or went. */
  readonly isFelt: boolean;
}

/** Formats removed, scores edited, formats edited, thresholds edited: all on the file of before, in this order. */
export function feltByOldFile(
  file: FileFacts,
  { contributions, fate, stateOf }: OldFileEdits,
): readonly FeltEdit[] {
  const profile = fate.before;
  const byEdit = stepsOf(
    contributions.filter(({ kind }) => kind !== 'format-added'),
    profile,
  );
  const thresholds = fate.thresholds.map((step) => ({ ...step, points: 0, isFelt: false }));
  return walk([...byEdit, ...thresholds], { file, profile, score: scoreOf(file, profile), stateOf });
}

/** What `feltByOldFile` needs besides the file. */
export interface OldFileEdits {
  readonly contributions: readonly Contribution[];
  readonly fate: ProfileFate;
  readonly stateOf: JudgeState;
}

/** Formats added: on the file of after, in the profile of after. */
export function feltByNewFile(
  file: FileFacts,
  { contributions, profile, stateOf }: NewFileEdits,
): readonly FeltEdit[] {
  const steps = stepsOf(
    contributions.filter(({ kind }) => kind === 'format-added'),
    profile,
  );
  const points = steps.reduce((sum, step) => sum + step.points, 0);
  return walk(steps, { file, profile, score: scoreOf(file, profile) - points, stateOf });
}

/** What `feltByNewFile` needs besides the file. */
export interface NewFileEdits {
  readonly contributions: readonly Contribution[];
  readonly profile: QualityProfile;
  readonly stateOf: JudgeState;
}

function stepsOf(contributions: readonly Contribution[], profile: QualityProfile): readonly Step[] {
  const byEdit = Map.groupBy(contributions, ({ edit }) => edit);
  return [...byEdit].flatMap(([edit, parts]) => {
    const points = parts.reduce((sum, part) => sum + part.points, 0);
    return edit === null ? [] : [{ edit, points, profile, isFelt: true }];
  });
}

/** The file that feels the edits, before the first of them. */
interface Start {
  readonly file: FileFacts;
  readonly profile: QualityProfile;
  readonly score: number;
  readonly stateOf: JudgeState;
}

function walk(steps: readonly Step[], { file, profile, score: start, stateOf }: Start): readonly FeltEdit[] {
  if (steps.length === 0) return [];
  let score = start;
  let state = stateOf(profile, file.quality, score);
  const felt: FeltEdit[] = [];
  for (const step of steps) {
    score += step.points;
    const next = stateOf(step.profile, file.quality, score);
    const isStateChanged = !isSameState(state, next);
    state = next;
    if (step.isFelt || isStateChanged) felt.push({ edit: step.edit, points: step.points, isStateChanged });
  }
  return felt;
}

function isSameState(a: CutoffState, b: CutoffState): boolean {
  return (
    a.belowMinimum === b.belowMinimum &&
    a.quality === b.quality &&
    a.format === b.format &&
    a.upgradesAllowed === b.upgradesAllowed
  );
}
