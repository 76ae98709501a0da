import type { RuleEdit, ScoreEdit } from '../change.ts';
import type { QualityProfile } from '../quality-profile.ts';
import type { FormatFate } from './format-fates.ts';
import { type Pair, pairUp } from './pair-up.ts';
import { scoresOf } from './scores.ts';
import { type ThresholdStep, thresholdSteps } from './threshold-steps.ts';

/** What became of a profile between two moments. */
export interface ProfileFate {
  readonly before: QualityProfile;
  /** null when it was removed. */
  readonly after: QualityProfile | null;
  /** null where no score of a format that was kept was edited. */
  readonly scores: RuleEdit | null;
  readonly thresholds: readonly ThresholdStep[];
}

/** What became of all profiles. */
export interface ProfileFates {
  /** By the id before. */
  readonly fates: ReadonlyMap<number, ProfileFate>;
  /** Edits that move neither a score nor a state. */
  readonly quietEdits: readonly RuleEdit[];
}

/** Finds each profile again and says what happened to it. */
export function profileFates(
  { before, after }: Pair<readonly QualityProfile[]>,
  formats: ReadonlyMap<number, FormatFate>,
): ProfileFates {
  const pairing = pairUp(before, after);
  const kept = pairing.kept.map((pair): ProfileFate => {
    return { ...pair, scores: scoresEdit(pair, formats), thresholds: thresholdSteps(pair) };
  });
  const removed = pairing.removed.map((profile): ProfileFate => {
    return { before: profile, after: null, scores: null, thresholds: [] };
  });
  return {
    fates: new Map([...kept, ...removed].map((fate) => [fate.before.id, fate])),
    quietEdits: [
      ...pairing.removed.map(({ name }): RuleEdit => ({ kind: 'profile-removed', profile: name })),
      ...pairing.added.map(({ name }): RuleEdit => ({ kind: 'profile-added', profile: name })),
      ...pairing.kept.flatMap(quietEdits),
    ],
  };
}

/** Formats that came or went have no score to edit; one that a profile does not list is worth 0 in it. */
function scoresEdit(
  { before, after }: Pair<QualityProfile>,
  formats: ReadonlyMap<number, FormatFate>,
): RuleEdit | null {
  const [old, now] = [scoresOf(before), scoresOf(after)];
  const edits: ScoreEdit[] = [];
  for (const fate of formats.values()) {
    if (fate.kind === 'removed') continue;
    const [from, to] = [old.get(fate.before.id) ?? 0, now.get(fate.after.id) ?? 0];
    if (from !== to) edits.push({ format: fate.after.name, from, to });
  }
  return edits.length === 0 ? null : { kind: 'scores', profile: after.name, formats: edits };
}

function quietEdits({ before, after }: Pair<QualityProfile>): readonly RuleEdit[] {
  const edits: RuleEdit[] = [];
  if (before.name !== after.name) edits.push({ kind: 'profile-renamed', from: before.name, to: after.name });
  const [from, to] = [before.language?.name ?? 'none', after.language?.name ?? 'none'];
  if (from !== to) edits.push({ kind: 'setting', name: `${after.name}: language`, from, to });
  return edits;
}
