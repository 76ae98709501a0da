import type { Language } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { DecidingSettings } from '../../model/rules.ts';
import type { Graded } from './graded.ts';

/** A release as decisions see it. */
export interface Release extends Graded {
  readonly languages: readonly Language[];
  readonly releaseGroup: string | null;
}

/** A file that a release would replace. */
export interface FileOnDisk extends Graded {
  readonly releaseGroup: string | null;
  readonly dateAdded: Date;
}

/** A release that is offered for a movie, an episode or a season, with all that decides. */
export interface Offer {
  readonly release: Release;
  readonly profile: QualityProfile;
  readonly settings: DecidingSettings;
  /** Those it would replace: none for a missing movie, several for a double episode or a season. */
  readonly files: readonly FileOnDisk[];
  /** A whole season at once, with the number of its episodes that have no file; null for anything else. */
  readonly seasonPack: { readonly missingEpisodes: number } | null;
  readonly originalLanguage: Language | null;
  /** Sonarr's anime have a rule of their own for revisions. */
  readonly isAnime: boolean;
  /** When a feed brought it; null for a search by hand or by the server. Propers of old files are left alone in feeds only. */
  readonly fedAt: Date | null;
}

/**
 * Why a release is refused, in Sonarr's machine words; Radarr has the same with a capital. Reasons that hang on what
 * we cannot see (size limits, age, queue, history, availability, monitoring) are not among them.
 */
export type RejectionReason =
  | 'qualityNotWanted'
  | 'customFormatMinimumScore'
  | 'wantedLanguage'
  | 'diskCutoffMet'
  | 'diskHigherPreference'
  | 'diskHigherRevision'
  | 'diskCustomFormatCutoffMet'
  | 'diskCustomFormatScore'
  | 'diskCustomFormatScoreIncrement'
  | 'diskUpgradesNotAllowed'
  | 'diskNotUpgrade'
  | 'qualityUpgradesDisabled'
  | 'repackDisabled'
  | 'repackUnknownReleaseGroup'
  | 'repackReleaseGroupDoesNotMatch'
  | 'propersDisabled'
  | 'properForOldFile'
  | 'unknownReleaseGroup'
  | 'releaseGroupDoesNotMatch';
