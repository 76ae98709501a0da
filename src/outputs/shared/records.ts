import type { FormatHit, ScoreSource } from '../../model/media-file.ts';
import type { MediaInfo } from '../../model/media-info.ts';
import type { Episode } from '../../model/part.ts';
import type { Quality, Revision } from '../../model/quality.ts';
import type { QualityProfile } from '../../model/quality-profile.ts';
import type { Oddity } from '../../model/reading.ts';
import type { Service } from '../../model/service.ts';

/** One file: a line of NDJSON, an element of `files` in JSON. Times are ISO 8601 in UTC. */
export interface FileRecord {
  readonly instance: string;
  readonly service: Service;
  readonly itemId: number;
  readonly fileId: number;
  readonly title: string;
  readonly year: number | null;
  readonly part: string | null;
  readonly score: number;
  readonly formats: readonly FormatHit[];
  readonly profile: ProfileRecord;
  readonly quality: QualityRecord;
  readonly sizeBytes: number;
  readonly scoreSource: ScoreSource;
  readonly qualityCutoff: string | null;
  readonly qualityCutoffMet: boolean;
  readonly dateAdded: string;
  readonly monitored: boolean;
  readonly languages: readonly string[] | null;
  readonly originalLanguage: string | null;
  readonly releaseGroup: string | null;
  readonly edition: string | null;
  readonly indexerFlags: readonly string[];
  readonly releaseType: string | null;
  readonly season: number | null;
  readonly episodes: readonly EpisodeRecord[];
  readonly tags: readonly string[];
  readonly titleSlug: string;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly tvdbId: number | null;
  readonly runtimeMinutes: number | null;
  readonly rootFolder: string | null;
  readonly path: string;
  readonly relativePath: string;
  readonly sceneName: string | null;
  readonly originalFilePath: string | null;
  readonly mediaInfo: MediaInfo | null;
}

/** The thresholds of a file's profile. */
export interface ProfileRecord
  extends Pick<
    QualityProfile,
    'name' | 'cutoffFormatScore' | 'minFormatScore' | 'minUpgradeFormatScore' | 'upgradeAllowed'
  > {}

/** The quality of a file, without the server's number for it. */
export interface QualityRecord extends Omit<Quality, 'id'> {
  readonly revision: Revision;
}

/** One episode of a file. */
export interface EpisodeRecord extends Pick<Episode, 'number' | 'title' | 'airDate'> {}

/** Why something could not be read. */
export interface FailureRecord {
  readonly kind: string;
  readonly message: string;
  readonly hint: string;
}

/** An item that could not be read. */
export interface SkippedRecord {
  readonly itemId: number;
  readonly title: string;
  readonly failure: FailureRecord;
}

/** Something that was read and should not be; what it is not about is null. */
export interface OddityRecord {
  readonly kind: Oddity['kind'];
  readonly itemId: number | null;
  readonly title: string | null;
  readonly fileId: number | null;
  readonly message: string;
}

/** What was and was not read of one instance. */
export type InstanceRecord = InstanceReadRecord | InstanceFailedRecord;

/** An instance whose files are in the output. */
export interface InstanceReadRecord {
  readonly service: Service;
  readonly name: string;
  readonly ok: true;
  readonly server: { readonly appName: string; readonly version: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly items: number;
  readonly files: number;
  readonly itemsWithoutFile: number;
  readonly repairedTexts: number;
  readonly skipped: readonly SkippedRecord[];
  readonly oddities: readonly OddityRecord[];
}

/** An instance that gave nothing. */
export interface InstanceFailedRecord {
  readonly service: Service;
  readonly name: string;
  readonly ok: false;
  readonly failure: FailureRecord;
}

/** What one run did; written beside its outputs. */
export interface RunRecord {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly exitCode: number;
  readonly redacted: boolean;
  readonly selection: SelectionRecord;
  readonly outputs: readonly OutputRecord[];
  readonly instances: readonly InstanceRecord[];
}

/** Which files were asked for; null where a flag was not given. */
export interface SelectionRecord {
  readonly filter: string | null;
  readonly sort: string | null;
  readonly limit: number | null;
}

/** One output that is complete. */
export interface OutputRecord {
  readonly format: string;
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
}
