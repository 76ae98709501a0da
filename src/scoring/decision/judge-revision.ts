import type { FileOnDisk, Offer, RejectionReason } from './offer.ts';
import { isRevisionUpgrade } from './revision-order.ts';

const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * What repacks, propers and new versions of anime must fulfil besides being better. Nothing when revisions are not
 * preferred: then they are releases like any other. Source: servarr.md 6.5, 12.
 */
export function judgeRevision(offer: Offer): readonly RejectionReason[] {
  if (offer.settings.propersAndRepacks === 'doNotPrefer') return [];
  const replaced = offer.files.filter(({ quality }) => isRevisionUpgrade(quality, offer.release.quality));
  return [judgeRepack, judgeProper, judgeAnime].flatMap((judge) => firstReason(judge, offer, replaced));
}

type Judge = (offer: Offer, file: FileOnDisk) => RejectionReason | null;

function firstReason(judge: Judge, offer: Offer, files: readonly FileOnDisk[]): readonly RejectionReason[] {
  const found = files.map((file) => judge(offer, file)).find((reason) => reason !== null);
  return found === undefined || found === null ? [] : [found];
}

/** A repack must come from the group that it mends; case does not count. */
function judgeRepack({ release, settings }: Offer, file: FileOnDisk): RejectionReason | null {
  if (!release.quality.revision.isRepack) return null;
  if (settings.propersAndRepacks === 'doNotUpgrade') return 'repackDisabled';
  const [old, next] = [named(file.releaseGroup), named(release.releaseGroup)];
  if (old === null || next === null) return 'repackUnknownReleaseGroup';
  return old.toLowerCase() === next.toLowerCase() ? null : 'repackReleaseGroupDoesNotMatch';
}

/** Only feeds are judged by it: whoever searches wants the proper. */
function judgeProper({ settings, fedAt }: Offer, file: FileOnDisk): RejectionReason | null {
  if (fedAt === null) return null;
  if (settings.propersAndRepacks === 'doNotUpgrade') return 'propersDisabled';
  return fedAt.getTime() - file.dateAdded.getTime() > weekMs ? 'properForOldFile' : null;
}

/** A new version of an anime must come from the same group; here case counts. */
function judgeAnime({ release, isAnime }: Offer, file: FileOnDisk): RejectionReason | null {
  if (!isAnime) return null;
  const [old, next] = [named(file.releaseGroup), named(release.releaseGroup)];
  if (old === null || next === null) return 'unknownReleaseGroup';
  return old === next ? null : 'releaseGroupDoesNotMatch';
}

/** null for a blank name too. */
function named(group: string | null): string | null {
  return group === null || group.trim() === '' ? null : group;
}
