import { z } from 'zod';
import { services } from '../../model/service.ts';
import type { FileRecord } from './records.ts';

const text = z.string();
const number = z.number();
const service = z.enum(services);
const instant = z.iso.datetime().describe('ISO 8601, UTC');

/** Grows when a key changes its meaning or goes away; new keys may come at any time. */
export const schemaVersion = 1;

const FormatRecord = z
  .object({ id: number, name: text, score: number.describe('what the profile of the item gives for it') })
  .readonly();

const MediaInfoRecord = z
  .object({
    resolution: text.nullable(),
    dynamicRange: text.nullable(),
    dynamicRangeType: text.nullable(),
    videoCodec: text.nullable(),
    videoBitDepth: number.nullable(),
    videoBitrate: number.nullable().describe('bits a second'),
    audioCodec: text.nullable(),
    audioChannels: number.nullable(),
    audioBitrate: number.nullable().describe('bits a second'),
    audioLanguages: text.nullable(),
    subtitles: text.nullable(),
    runtimeSeconds: number.nullable(),
  })
  .readonly();

const ProfileRecord = z
  .object({
    name: text,
    cutoffFormatScore: number,
    minFormatScore: number,
    minUpgradeFormatScore: number,
    upgradeAllowed: z.boolean(),
  })
  .readonly();

const QualityRecord = z
  .object({
    name: text.describe('Bluray-1080p …'),
    source: text.describe('webdl, bluray, television …'),
    resolution: number.describe('lines; 0 where unknown'),
    modifier: text.nullable().describe('Radarr only'),
    revision: z.object({ version: number, real: number, isRepack: z.boolean() }).readonly(),
  })
  .readonly();

const EpisodeRecord = z.object({ number, title: text, airDate: text.nullable() }).readonly();

/** The published shape of a file. */
export const FileRecordShape: z.ZodType<FileRecord> = z
  .object({
    instance: text,
    service,
    itemId: number.describe('of the movie or series, on its server'),
    fileId: number,
    title: text,
    year: number.nullable(),
    part: text.nullable().describe('S01E02, S01E02-E03; null for a movie'),
    score: number.describe('the sum of the scores of the formats'),
    formats: z.array(FormatRecord).readonly(),
    profile: ProfileRecord,
    quality: QualityRecord,
    sizeBytes: number,
    scoreSource: z.enum(['asked', 'carried', 'computed']).describe('how the formats became known'),
    qualityCutoff: text.nullable().describe('the quality or group from which on quality is good enough'),
    qualityCutoffMet: z.boolean().describe('by the server: the quality alone, without the score'),
    dateAdded: instant,
    monitored: z.boolean(),
    languages: z.array(text).readonly().nullable(),
    originalLanguage: text.nullable(),
    releaseGroup: text.nullable(),
    edition: text.nullable().describe('Radarr only'),
    indexerFlags: z.array(text).readonly(),
    releaseType: text.nullable().describe('Sonarr only'),
    season: number.nullable().describe('0 is the specials'),
    episodes: z.array(EpisodeRecord).readonly(),
    tags: z.array(text).readonly(),
    titleSlug: text,
    imdbId: text.nullable(),
    tmdbId: number.nullable(),
    tvdbId: number.nullable(),
    runtimeMinutes: number.nullable(),
    rootFolder: text.nullable(),
    path: text,
    relativePath: text,
    sceneName: text.nullable(),
    originalFilePath: text.nullable().describe('Radarr only: Sonarr hides it'),
    mediaInfo: MediaInfoRecord.nullable(),
  })
  .readonly();
