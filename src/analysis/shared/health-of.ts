import type { ProfileGroup } from './indexed-file.ts';
import { clamp } from './statistics.ts';
import { countOf } from './sums.ts';

/** How well some files of one profile do, in shares from 0 to 1. */
export interface HealthParts {
  readonly files: number;
  /** At or above the minimum. */
  readonly accepted: number;
  /** How far the scores are on the way to what can be reached, in the mean; null where there is no way. */
  readonly fulfilled: number | null;
  /** With the quality cutoff met. */
  readonly qualityMet: number;
}

/** What each part counts, before a part that is left out gives its weight to the others. */
const weights = { accepted: 0.4, fulfilled: 0.3, qualityMet: 0.3 } as const;

/** One part as points of the hundred. */
export interface HealthPoints {
  readonly accepted: number;
  readonly fulfilled: number;
  readonly qualityMet: number;
}

/** The parts of a profile's health; null without files. @param bound  the highest score that is not provably out of reach */
export function healthParts({ profile, files, scores }: ProfileGroup, bound: number): HealthParts | null {
  if (files.length === 0) return null;
  const base = Math.max(0, profile.minFormatScore);
  const reference = referenceOf(profile.cutoffFormatScore, bound);
  return {
    files: files.length,
    accepted: countOf(files, ({ state }) => !state.belowMinimum) / files.length,
    fulfilled: reference <= base ? null : fulfilment(scores, base, reference),
    qualityMet: countOf(files, ({ state }) => state.quality === 'met') / files.length,
  };
}

/** What a full score is: the bound, or the cutoff where that comes before. */
function referenceOf(cutoff: number, bound: number): number {
  return cutoff > 0 && cutoff < bound ? cutoff : bound;
}

/** Of sorted scores, so that the last digit does not hang on the order of the files. */
function fulfilment(scores: readonly number[], base: number, reference: number): number {
  let total = 0;
  for (const score of scores) total += clamp((score - base) / (reference - base), 0, 1);
  return total / scores.length;
}

/** Points of the hundred that each part brings. Their sum is the health. */
export function pointsOfHealth({ accepted, fulfilled, qualityMet }: HealthParts): HealthPoints {
  const of = mostPoints(fulfilled !== null);
  return {
    accepted: of.accepted * accepted,
    fulfilled: of.fulfilled * (fulfilled ?? 0),
    qualityMet: of.qualityMet * qualityMet,
  };
}

/** Points that each part could bring. */
export function mostPoints(hasFulfilment: boolean): HealthPoints {
  const { accepted, fulfilled, qualityMet } = weights;
  const whole = hasFulfilment ? 1 : 1 - fulfilled;
  return {
    accepted: (100 * accepted) / whole,
    fulfilled: hasFulfilment ? 100 * fulfilled : 0,
    qualityMet: (100 * qualityMet) / whole,
  };
}

/** 0 to 100. */
export function healthOf(parts: HealthParts): number {
  const { accepted, fulfilled, qualityMet } = pointsOfHealth(parts);
  return accepted + fulfilled + qualityMet;
}

/** The verdict on a health. */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** A from 90, B from 75, C from 60, D from 40. */
export function gradeOf(health: number): Grade {
  if (health >= 90) return 'A';
  if (health >= 75) return 'B';
  if (health >= 60) return 'C';
  return health >= 40 ? 'D' : 'E';
}
