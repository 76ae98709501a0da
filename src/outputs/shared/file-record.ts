import { isMonitored, type MediaFile } from '../../model/media-file.ts';
import { partLabel } from '../../model/part.ts';
import type { FileQuality, Language } from '../../model/quality.ts';
import { cutoffName, type QualityProfile } from '../../model/quality-profile.ts';
import type { FileRecord } from './records.ts';

/** One file as JSON tells it: the keys people look for first, then everything else. */
export function fileRecord(file: MediaFile): FileRecord {
  const { item, part, profile } = file;
  return {
    instance: file.instance,
    service: file.service,
    itemId: item.id,
    fileId: file.fileId,
    title: item.title,
    year: item.year || null,
    part: part === null ? null : partLabel(part),
    score: file.score,
    formats: file.formats.map(({ id, name, score }) => ({ id, name, score })),
    profile: profileRecord(profile),
    quality: qualityRecord(file.quality),
    sizeBytes: file.sizeBytes,
    scoreSource: file.scoreSource,
    qualityCutoff: cutoffName(profile),
    qualityCutoffMet: file.isQualityCutoffMet,
    dateAdded: file.dateAdded.toISOString(),
    monitored: isMonitored(file),
    languages: file.languages === null ? null : namesOf(file.languages),
    originalLanguage: item.originalLanguage?.name ?? null,
    releaseGroup: file.releaseGroup,
    edition: file.edition,
    indexerFlags: file.indexerFlags.names,
    releaseType: file.releaseType,
    season: part?.season ?? null,
    episodes: (part?.episodes ?? []).map(({ number, title, airDate }) => ({ number, title, airDate })),
    tags: item.tags,
    titleSlug: item.titleSlug,
    imdbId: item.imdbId,
    tmdbId: item.tmdbId,
    tvdbId: item.tvdbId,
    runtimeMinutes: item.runtimeMinutes || null,
    rootFolder: item.rootFolder,
    path: file.path,
    relativePath: file.relativePath,
    sceneName: file.sceneName,
    originalFilePath: file.originalFilePath,
    mediaInfo: file.mediaInfo,
  };
}

function profileRecord(profile: QualityProfile): FileRecord['profile'] {
  const { name, cutoffFormatScore, minFormatScore, minUpgradeFormatScore, upgradeAllowed } = profile;
  return { name, cutoffFormatScore, minFormatScore, minUpgradeFormatScore, upgradeAllowed };
}

function qualityRecord({ name, source, resolution, modifier, revision }: FileQuality): FileRecord['quality'] {
  const { version, real, isRepack } = revision;
  return { name, source, resolution, modifier, revision: { version, real, isRepack } };
}

function namesOf(languages: readonly Language[]): readonly string[] {
  return languages.map(({ name }) => name);
}
