import type { RejectionReason } from './offer.ts';

const sentences: Readonly<Record<RejectionReason, string>> = {
  qualityNotWanted: 'the profile does not allow its quality',
  customFormatMinimumScore: 'its score is below the minimum of the profile',
  wantedLanguage: 'it does not speak the language that the profile wants',
  diskCutoffMet: 'the file on disk meets the cutoffs',
  diskHigherPreference: 'the file on disk has a better quality',
  diskHigherRevision: 'the file on disk is a newer revision',
  diskCustomFormatCutoffMet: 'the file on disk has reached the format cutoff',
  diskCustomFormatScore: 'the file on disk has the same score or a better one',
  diskCustomFormatScoreIncrement: 'it does not score enough more than the file on disk',
  diskUpgradesNotAllowed: 'the profile allows no upgrades',
  diskNotUpgrade: 'too few episodes of the season would gain',
  qualityUpgradesDisabled: 'the profile allows no upgrades',
  repackDisabled: 'the server does not upgrade to repacks',
  repackUnknownReleaseGroup: 'a repack needs a known group, on disk and in its name',
  repackReleaseGroupDoesNotMatch: 'the repack is of another group than the file on disk',
  propersDisabled: 'the server does not upgrade to propers',
  properForOldFile: 'feeds bring propers of files younger than a week only',
  unknownReleaseGroup: 'a new version of an anime needs a known group, on disk and in its name',
  releaseGroupDoesNotMatch: 'the new version is of another group than the file on disk',
};

/** Why a release is refused, for a person, without a full stop. */
export function describeReason(reason: RejectionReason): string {
  return sentences[reason];
}
