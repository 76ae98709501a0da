import type { Quality } from '../../model/quality.ts';
import type { QualityItem, QualityProfile } from '../../model/quality-profile.ts';

/** A quality by id, as comparisons need it. */
type QualityId = Pick<Quality, 'id'>;

/**
 * Place of a quality, or of a group, in the profile's order: 0 is the worst. Members of a group share its place.
 * What the profile does not list stands at 0, as in the servers. Source: servarr.md 6.1.
 */
export function qualityIndex({ items }: QualityProfile, id: number): number {
  return Math.max(
    0,
    items.findIndex((item) => holds(item, id)),
  );
}

/** Below 0 when `a` is worse; the order inside a group does not count. Source: servarr.md 6.1. */
export function compareQuality(profile: QualityProfile, a: QualityId, b: QualityId): number {
  if (a.id === b.id) return 0;
  return Math.sign(qualityIndex(profile, a.id) - qualityIndex(profile, b.id));
}

/** Whether the profile takes releases of this quality. Source: servarr.md 6.5. */
export function isQualityAllowed(profile: QualityProfile, { id }: QualityId): boolean {
  return profile.items[qualityIndex(profile, id)]?.isAllowed ?? false;
}

/** Place of the worst allowed quality; null for a profile that allows none, which no server saves. */
export function firstAllowedIndex({ items }: QualityProfile): number | null {
  const index = items.findIndex(({ isAllowed }) => isAllowed);
  return index === -1 ? null : index;
}

/** The qualities of one step of the order. */
export function qualitiesOf(item: QualityItem): readonly Quality[] {
  return item.kind === 'quality' ? [item.quality] : item.qualities;
}

/** A group has an id of its own, and a cutoff may be one. Group id 0 does not exist. */
function holds(item: QualityItem, id: number): boolean {
  if (item.kind === 'quality') return item.quality.id === id;
  return (item.id > 0 && item.id === id) || item.qualities.some((quality) => quality.id === id);
}
