import { compareQuality } from '../../scoring/decision/quality-order.ts';
import { compareRevision } from '../../scoring/decision/revision-order.ts';
import type { Replacement } from './replacements.ts';

/** Whether only the score let a replacement in: same quality, no better revision. Only there the step has a say. Source: servarr.md 6.3. */
export function isFormatUpgrade({ group, before, after }: Replacement): boolean {
  return (
    compareQuality(group.profile, after.quality, before.quality) === 0 &&
    compareRevision(after.quality.revision, before.quality.revision) <= 0
  );
}
