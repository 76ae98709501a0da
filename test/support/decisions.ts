import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { FileQualityShape, LanguageShape } from '../../src/exporters/shared/quality.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { DecidingSettings } from '../../src/model/rules.ts';
import type { FileOnDisk, Offer } from '../../src/scoring/decision/offer.ts';
import type { ParsedRelease } from '../../src/scoring/matching/release-input.ts';
import type { ReadSet } from './read-set.ts';
import { recordings } from './recordings.ts';

/** A decision of a real server, and what it was taken on. */
export interface RecordedDecision {
  /** Place in the file, to find it again. */
  readonly n: number;
  /** Without the score, which is to be computed. */
  readonly offer: Omit<Offer, 'release'>;
  readonly parsed: ParsedRelease;
  /** The formats and the score of the release, as the server says. */
  readonly formatIds: readonly number[];
  readonly score: number;
  /** In Sonarr's spelling. */
  readonly reasons: readonly string[];
}

/** Every recorded decision of a set; `left` names those that were no decision about something in the library. */
export interface RecordedDecisions {
  readonly decisions: readonly RecordedDecision[];
  readonly left: readonly string[];
}

const propers = z.enum(['preferAndUpgrade', 'doNotUpgrade', 'doNotPrefer']);
const Formats = z.array(z.object({ id: z.number() }));

/** Radarr says so itself; Sonarr answers 400. */
const Unparsed = z.union([
  z.object({ answer: z.object({ unparsable: z.literal(true) }) }),
  z.object({ v5: z.object({ status: z.literal(400) }) }),
]);

const Override = z.strictObject({
  upgradeAllowed: z.boolean().exactOptional(),
  minFormatScore: z.number().exactOptional(),
  cutoffFormatScore: z.number().exactOptional(),
  minUpgradeFormatScore: z.number().exactOptional(),
  language: LanguageShape.exactOptional(),
});

const RadarrLine = z.object({
  n: z.number(),
  mode: z.enum(['push', 'search']),
  downloadPropersAndRepacks: propers,
  movieFileId: z.number(),
  qualityProfileId: z.number(),
  profileOverride: Override.optional(),
  request: z.object({ size: z.number(), publishDate: z.coerce.date() }),
  answer: z.object({
    reasons: z.array(z.string()),
    year: z.number(),
    simpleReleaseTitle: z.string().nullish(),
    indexerFlags: z.number(),
    release: z.object({
      mappedMovieId: z.number().optional(),
      quality: FileQualityShape,
      languages: z.array(LanguageShape),
      releaseGroup: z.string().nullish(),
      edition: z.string().nullish(),
      customFormats: Formats,
      customFormatScore: z.number(),
      ageMinutes: z.number(),
    }),
  }),
});

/** Radarr's decisions of a set. */
export function radarrDecisions(set: string, read: ReadSet): RecordedDecisions {
  return sortOut('radarr', set, (line) => radarrDecision(line, read));
}

function radarrDecision(line: unknown, { rules, files, items }: ReadSet): RecordedDecision | string {
  if (Unparsed.safeParse(line).success) return 'unableToParse';
  const parsed = RadarrLine.parse(line);
  const { n, mode, request, answer, qualityProfileId, profileOverride, ...recorded } = parsed;
  const { release, simpleReleaseTitle = null, year, indexerFlags } = answer;
  const file = files.find(({ fileId }) => fileId === recorded.movieFileId);
  if (release.mappedMovieId === undefined) return 'unknownMovie';
  const profile = rules.profiles.find(({ id }) => id === qualityProfileId);
  if (profile === undefined) throw new Error(`no profile ${qualityProfileId}`);
  const fedAt = new Date(request.publishDate.getTime() + release.ageMinutes * 60_000);
  const originalLanguage = items.get(release.mappedMovieId)?.originalLanguage ?? null;
  return {
    n,
    offer: {
      profile: { ...profile, ...profileOverride },
      settings: { propersAndRepacks: recorded.downloadPropersAndRepacks, seasonPackUpgrade: null },
      files: file === undefined ? [] : [file],
      seasonPack: null,
      originalLanguage,
      isAnime: false,
      fedAt: mode === 'push' ? fedAt : null,
    },
    parsed: {
      service: 'radarr',
      title: simpleReleaseTitle,
      quality: release.quality,
      languages: release.languages,
      originalLanguage,
      releaseGroup: release.releaseGroup ?? null,
      edition: release.edition ?? null,
      releaseType: null,
      indexerFlags,
      sizeBytes: request.size,
      year,
    },
    formatIds: release.customFormats.map(({ id }) => id),
    score: release.customFormatScore,
    reasons: answer.reasons.map((reason) => `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`),
  };
}

const Known = z.object({ seriesId: z.number(), profileId: z.number() });

const SonarrLine = z.object({
  n: z.number(),
  config: z.object({
    downloadPropersAndRepacks: propers,
    seasonPackUpgrade: z.enum(['all', 'threshold', 'any']),
    seasonPackUpgradeThreshold: z.number(),
  }),
  files: z.array(
    z.object({
      id: z.number(),
      quality: FileQualityShape,
      score: z.number(),
      releaseGroup: z.string().nullish(),
      dateAdded: z.coerce.date(),
    }),
  ),
  request: z.object({
    title: z.string(),
    size: z.number(),
    publishDate: z.coerce.date(),
    indexerFlags: z.number().default(0),
  }),
  v5: z.object({
    body: z.object({
      parsedInfo: z.object({
        quality: FileQualityShape,
        releaseGroup: z.string().nullish(),
        fullSeason: z.boolean(),
        episodeNumbers: z.array(z.number()),
        absoluteEpisodeNumbers: z.array(z.number()),
      }),
      release: z.object({ ageMinutes: z.number() }),
      decision: z.object({ rejections: z.array(z.object({ reason: z.string() })) }),
      languages: z.array(LanguageShape),
      mappedSeriesId: z.number().optional(),
      mappedEpisodeInfo: z.array(z.object({ id: z.number() })).optional(),
      customFormats: Formats,
      customFormatScore: z.number(),
    }),
  }),
});

/** What Sonarr's decisions hang on besides the set: its anime, and which file holds which episode. */
export interface SonarrSeries {
  readonly animeIds: ReadonlySet<number>;
}

/** Sonarr's decisions of a set: all are made as from a feed. */
export function sonarrDecisions(set: string, read: ReadSet, series: SonarrSeries): RecordedDecisions {
  return sortOut('sonarr', set, (line) => sonarrDecision(line, read, series));
}

type SonarrLine = z.infer<typeof SonarrLine>;

function sonarrDecision(line: unknown, read: ReadSet, { animeIds }: SonarrSeries): RecordedDecision | string {
  if (Unparsed.safeParse(line).success) return 'unableToParse';
  const parsed = SonarrLine.parse(line);
  const { n, v5, request, config, files } = parsed;
  const { body } = v5;
  if (body.mappedSeriesId === undefined) return 'unknownSeries';
  const { seriesId, profileId } = Known.parse(line);
  const profile = read.rules.profiles.find(({ id }) => id === profileId);
  if (profile === undefined) throw new Error(`no profile ${profileId}`);
  if ((body.mappedEpisodeInfo ?? []).length === 0) return 'unknownEpisode';
  const originalLanguage = read.items.get(seriesId)?.originalLanguage ?? null;
  return {
    n,
    offer: {
      profile,
      settings: settingsOf(config),
      files: files.map(onDisk),
      seasonPack: body.parsedInfo.fullSeason ? { missingEpisodes: missingOf(parsed, read.files) } : null,
      originalLanguage,
      isAnime: animeIds.has(seriesId),
      fedAt: new Date(request.publishDate.getTime() + body.release.ageMinutes * 60_000),
    },
    parsed: {
      service: 'sonarr',
      title: request.title,
      quality: body.parsedInfo.quality,
      languages: body.languages,
      originalLanguage,
      releaseGroup: body.parsedInfo.releaseGroup ?? null,
      edition: null,
      releaseType: releaseTypeOf(body.parsedInfo),
      indexerFlags: request.indexerFlags,
      sizeBytes: request.size,
      year: 0,
    },
    formatIds: body.customFormats.map(({ id }) => id),
    score: body.customFormatScore,
    reasons: body.decision.rejections.map(({ reason }) => reason),
  };
}

function settingsOf(config: SonarrLine['config']): DecidingSettings {
  const { downloadPropersAndRepacks, seasonPackUpgrade: mode, seasonPackUpgradeThreshold } = config;
  return {
    propersAndRepacks: downloadPropersAndRepacks,
    seasonPackUpgrade: { mode, thresholdPercent: seasonPackUpgradeThreshold },
  };
}

function onDisk({ releaseGroup = null, ...file }: SonarrLine['files'][number]): FileOnDisk {
  return { ...file, releaseGroup };
}

function missingOf({ v5, files }: SonarrLine, library: readonly MediaFile[]): number {
  const held = new Set(
    files.flatMap(({ id }) =>
      library
        .filter(({ fileId }) => fileId === id)
        .flatMap(({ part }) => part?.episodes.map((one) => one.id) ?? []),
    ),
  );
  return (v5.body.mappedEpisodeInfo ?? []).filter(({ id }) => !held.has(id)).length;
}

function releaseTypeOf({
  fullSeason,
  episodeNumbers,
  absoluteEpisodeNumbers,
}: SonarrLine['v5']['body']['parsedInfo']): ParsedRelease['releaseType'] {
  if (fullSeason) return 'seasonPack';
  const count = Math.max(episodeNumbers.length, absoluteEpisodeNumbers.length);
  if (count === 0) return 'unknown';
  return count === 1 ? 'singleEpisode' : 'multiEpisode';
}

function sortOut(
  service: string,
  set: string,
  read: (line: unknown) => RecordedDecision | string,
): RecordedDecisions {
  const path = join(recordings, service, set, 'decisions.ndjson.gz');
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  const all = lines.map((line) => read(JSON.parse(line)));
  return {
    decisions: all.filter((one) => typeof one !== 'string'),
    left: all.filter((one) => typeof one === 'string'),
  };
}
