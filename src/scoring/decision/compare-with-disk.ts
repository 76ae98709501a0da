import type { QualityProfile } from '../../model/quality-profile.ts';
import type { PropersAndRepacks, SeasonPackUpgrade } from '../../model/rules.ts';
import { isCutoffOpen } from './cutoffs.ts';
import { decideUpgrade, type UpgradeVerdict } from './decide-upgrade.ts';
import type { Graded } from './graded.ts';
import type { Offer, RejectionReason } from './offer.ts';

const reasons: Readonly<Record<UpgradeVerdict, RejectionReason | null>> = {
  upgrade: null,
  betterQuality: 'diskHigherPreference',
  upgradesNotAllowed: 'diskUpgradesNotAllowed',
  betterRevision: 'diskHigherRevision',
  qualityCutoff: 'diskCutoffMet',
  customFormatScore: 'diskCustomFormatScore',
  customFormatCutoff: 'diskCustomFormatCutoffMet',
  minCustomFormatScore: 'diskCustomFormatScoreIncrement',
};

/** Whether what is on disk is as good: the servers' `UpgradeDisk`; null when the release may come. Source: servarr.md 6.5. */
export function compareWithDisk(offer: Offer): RejectionReason | null {
  const verdicts = offer.files.map((file) => compareFile(offer, file));
  if (offer.seasonPack !== null) {
    return comparePack(verdicts, offer.seasonPack.missingEpisodes, offer.settings.seasonPackUpgrade);
  }
  return verdicts.find((reason) => reason !== null) ?? null;
}

interface Rules {
  readonly profile: QualityProfile;
  readonly settings: { readonly propersAndRepacks: PropersAndRepacks };
  readonly release: Graded;
}

function compareFile({ profile, settings, release }: Rules, current: Graded): RejectionReason | null {
  if (!isCutoffOpen(profile, current, release.quality)) return 'diskCutoffMet';
  const { propersAndRepacks } = settings;
  return reasons[decideUpgrade({ profile, current, next: release, propersAndRepacks })];
}

/** A season counts its missing episodes and its files that gain; how many suffice is a setting. Source: servarr.md 6.5. */
function comparePack(
  verdicts: readonly (RejectionReason | null)[],
  missing: number,
  setting: SeasonPackUpgrade | null,
): RejectionReason | null {
  const gaining = missing + verdicts.filter((reason) => reason === null).length;
  return isEnough(gaining, missing + verdicts.length, setting) ? null : 'diskNotUpgrade';
}

function isEnough(gaining: number, total: number, setting: SeasonPackUpgrade | null): boolean {
  if (setting?.mode === 'any') return gaining > 0;
  if (setting?.mode === 'threshold') return (gaining / total) * 100 >= setting.thresholdPercent;
  return gaining === total;
}
