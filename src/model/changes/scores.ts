import type { QualityProfile } from '../quality-profile.ts';
import type { FileFacts } from './file-facts.ts';

const known = new WeakMap<QualityProfile, ReadonlyMap<number, number>>();

/** What the profile gives for each format it lists, by format id; made once a profile. */
export function scoresOf(profile: QualityProfile): ReadonlyMap<number, number> {
  const scores = known.get(profile) ?? new Map(profile.formatScores.map((one) => [one.formatId, one.score]));
  known.set(profile, scores);
  return scores;
}

/** The file's score in a profile, as the server said or would have said it; 0 without a profile (servarr.md 5.7). */
export function scoreOf({ formatIds, surplus }: FileFacts, profile: QualityProfile | null): number {
  const scores = profile === null ? null : scoresOf(profile);
  return formatIds.reduce((sum, id) => sum + (scores?.get(id) ?? 0), surplus);
}
