import { compareWithDisk } from './compare-with-disk.ts';
import { hasWantedLanguage } from './has-wanted-language.ts';
import { isUpgradeAllowed } from './is-upgrade-allowed.ts';
import { judgeRevision } from './judge-revision.ts';
import type { Offer, RejectionReason } from './offer.ts';
import { isQualityAllowed } from './quality-order.ts';

/**
 * Every reason for which a server would refuse a release, as far as profile, formats, upgrades, revisions and
 * languages decide; empty when it would be taken. Source: servarr.md 6.5.
 */
export function judgeRelease(offer: Offer): readonly RejectionReason[] {
  return [
    ...judgeByProfile(offer),
    ...[compareWithDisk(offer)].filter((reason) => reason !== null),
    ...judgeUpgrade(offer),
    ...judgeRevision(offer),
  ];
}

function judgeByProfile({ profile, release, originalLanguage }: Offer): readonly RejectionReason[] {
  const reasons: RejectionReason[] = [];
  if (!isQualityAllowed(profile, release.quality)) reasons.push('qualityNotWanted');
  if (release.score < profile.minFormatScore) reasons.push('customFormatMinimumScore');
  if (!hasWantedLanguage(profile, release.languages, originalLanguage)) reasons.push('wantedLanguage');
  return reasons;
}

function judgeUpgrade({ profile, release, files }: Offer): readonly RejectionReason[] {
  const mayReplaceAll = files.every((file) => isUpgradeAllowed(profile, file, release));
  return mayReplaceAll ? [] : ['qualityUpgradesDisabled'];
}
