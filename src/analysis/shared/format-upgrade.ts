import { compareQuality } from '../../scoring/decision/quality-order.ts';
import { compareRevision } from '../../scoring/decision/revision-order.ts';
import type { Replacement } from './replacement.ts';

/** Whether only the score let a replacement in: same quality, no better revision. Only there the step has a say. Source: servarr.md 6.3. */
export function isFormatUpgrade({ group, qualityBefore, quality }: Replacement): boolean {
  return (
    compareQuality(group.profile, quality, qualityBefore) === 0 &&
    compareRevision(quality.revision, qualityBefore.revision) <= 0
  );
}
