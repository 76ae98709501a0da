import { compareQuality } from '../../scoring/decision/quality-order.ts';
import { compareRevision } from '../../scoring/decision/revision-order.ts';
import type { Replacement } from './replacements.ts';

/** Whether only the score let a replacement in: same quality, no better revision. Only there the step has a say. Source: servarr.md 6.3. */
export function isFormatUpgrade({ group, before, after }: Replacement): boolean {
  return (
    compareQuality(group.profile, after.source.quality, before.source.quality) === 0 &&
    compareRevision(after.source.quality.revision, before.source.quality.revision) <= 0
  );
}
