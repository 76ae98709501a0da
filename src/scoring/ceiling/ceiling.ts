import type { CustomFormat } from '../../model/custom-format.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Service } from '../../model/service.ts';
import { type Bound, bound } from './bound.ts';

/** How far a profile can go, and whether that is as far as its format cutoff. */
export interface Ceiling {
  /** The highest score of files and history under today's rules; null where nothing was seen. */
  readonly bestSeen: number | null;
  readonly bound: Bound;
  readonly verdict: CeilingVerdict;
}

/** `unreachable` is proven; `never reached` says only that nothing seen so far got there. */
export type CeilingVerdict = 'reached' | 'never reached' | 'unreachable';

/** What the ceiling of a profile hangs on. */
export interface CeilingQuestion {
  readonly profile: QualityProfile;
  readonly formats: readonly CustomFormat[];
  readonly service: Service;
  readonly bestSeen: number | null;
}

/** How far a profile can go. Files of a quality it does not take may be above its bound. */
export function ceiling({ profile, formats, service, bestSeen }: CeilingQuestion): Ceiling {
  const found = bound(profile, formats, service);
  return { bestSeen, bound: found, verdict: verdictOf(profile.cutoffFormatScore, bestSeen, found.score) };
}

function verdictOf(cutoff: number, bestSeen: number | null, most: number): CeilingVerdict {
  if (bestSeen !== null && bestSeen >= cutoff) return 'reached';
  return cutoff > most ? 'unreachable' : 'never reached';
}
