import { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';
import type { ParsedRelease } from '../../scoring/matching/release-input.ts';
import { FileQualityShape, LanguageShape } from './quality.ts';

/** What the server's parser makes of a release's name. Size and flags are not in a name: both are 0. */
export interface ReleaseAnswer {
  /** null: the name cannot be taken apart. */
  readonly parsed: ParsedRelease | null;
  /** The movie or series in the library; null where the server finds none. */
  readonly itemId: number | null;
  /** The episodes it holds; empty for a movie. */
  readonly episodeIds: readonly number[];
  readonly isSeasonPack: boolean;
  readonly isAnime: boolean;
  /** The formats of the server, which has size and flags 0 here. */
  readonly formatIds: readonly number[];
}

const Found = z.object({
  languages: z.array(LanguageShape).nullish(),
  customFormats: z.array(z.object({ id: z.number() })).nullish(),
});

const Parsed = z.object({
  quality: FileQualityShape,
  releaseGroup: z.string().nullish(),
});

const MovieAnswer = Found.extend({
  movie: z.object({ id: z.number().default(0), originalLanguage: LanguageShape.nullish() }).nullish(),
  parsedMovieInfo: Parsed.extend({
    simpleReleaseTitle: z.string().nullish(),
    edition: z.string().nullish(),
    year: z.number().default(0),
  }).nullish(),
});

/** Radarr's answer. Source: servarr.md 2.10. */
export async function parseMovieRelease(client: ArrClient, title: string): Promise<ReleaseAnswer> {
  const answer = await client.get(`/api/v3/parse?title=${encodeURIComponent(title)}`, MovieAnswer);
  const { movie, parsedMovieInfo: info, languages } = answer;
  const parsed: ParsedRelease | null = info
    ? {
        ...plain(info, languages),
        service: 'radarr',
        title: info.simpleReleaseTitle ?? null,
        originalLanguage: movie?.originalLanguage ?? null,
        edition: info.edition ?? null,
        releaseType: null,
        year: info.year,
      }
    : null;
  return {
    parsed,
    itemId: known(movie?.id),
    episodeIds: [],
    isSeasonPack: false,
    isAnime: false,
    formatIds: idsOf(answer),
  };
}

const EpisodeAnswer = Found.extend({
  series: z
    .object({
      id: z.number().default(0),
      originalLanguage: LanguageShape.nullish(),
      seriesType: z.string().nullish(),
    })
    .nullish(),
  episodes: z.array(z.object({ id: z.number() })).nullish(),
  parsedEpisodeInfo: Parsed.extend({
    releaseTitle: z.string().nullish(),
    fullSeason: z.boolean().default(false),
    releaseType: z.enum(['unknown', 'singleEpisode', 'multiEpisode', 'seasonPack']).nullish().catch(null),
  }).nullish(),
});

/** Sonarr's answer. Source: servarr.md 3.8. */
export async function parseEpisodeRelease(client: ArrClient, title: string): Promise<ReleaseAnswer> {
  const answer = await client.get(`/api/v3/parse?title=${encodeURIComponent(title)}`, EpisodeAnswer);
  const { series, parsedEpisodeInfo: info, languages } = answer;
  const parsed: ParsedRelease | null = info
    ? {
        ...plain(info, languages),
        service: 'sonarr',
        title: info.releaseTitle ?? title,
        originalLanguage: series?.originalLanguage ?? null,
        edition: null,
        releaseType: info.releaseType ?? null,
        year: 0,
      }
    : null;
  return {
    parsed,
    itemId: known(series?.id),
    episodeIds: (answer.episodes ?? []).map(({ id }) => id),
    isSeasonPack: info?.fullSeason ?? false,
    isAnime: series?.seriesType === 'anime',
    formatIds: idsOf(answer),
  };
}

type PlainPart = Pick<ParsedRelease, 'quality' | 'languages' | 'releaseGroup' | 'indexerFlags' | 'sizeBytes'>;

/** The languages beside the parsed name are those that the server matches on: it adds what it knows of the item. */
function plain(
  { quality, releaseGroup }: z.infer<typeof Parsed>,
  languages: z.infer<typeof Found>['languages'],
): PlainPart {
  return {
    quality,
    languages: languages ?? null,
    releaseGroup: releaseGroup ?? null,
    indexerFlags: 0,
    sizeBytes: 0,
  };
}

/** The server leaves an id out, or writes 0, for what it does not have. */
function known(id: number | undefined): number | null {
  return id === undefined || id === 0 ? null : id;
}

function idsOf({ customFormats }: z.infer<typeof Found>): readonly number[] {
  return (customFormats ?? []).map(({ id }) => id);
}
