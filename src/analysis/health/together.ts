import {
  type HealthParts,
  type HealthPoints,
  healthOf,
  mostPoints,
  pointsOfHealth,
} from '../shared/health-of.ts';
import { sum } from '../shared/statistics.ts';

/** The health of several profiles: means by file count, so that scores of different profiles never meet. */
export interface Together {
  readonly files: number;
  readonly health: number;
  /** Points that each part brings, and could bring, in the mean. */
  readonly points: HealthPoints;
  readonly most: HealthPoints;
}

/** null without files. */
export function together(profiles: readonly HealthParts[]): Together | null {
  const files = sum(profiles.map((parts) => parts.files));
  if (files === 0) return null;
  const meanOf = (figure: (parts: HealthParts) => number): number =>
    sum(profiles.map((parts) => figure(parts) * parts.files)) / files;
  const meanPoints = (of: (parts: HealthParts) => HealthPoints): HealthPoints => ({
    accepted: meanOf((parts) => of(parts).accepted),
    fulfilled: meanOf((parts) => of(parts).fulfilled),
    qualityMet: meanOf((parts) => of(parts).qualityMet),
  });
  return {
    files,
    health: meanOf(healthOf),
    points: meanPoints(pointsOfHealth),
    most: meanPoints(({ fulfilled }) => mostPoints(fulfilled !== null)),
  };
}
