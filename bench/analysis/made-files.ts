import { randomBelow, type SeededRandom } from '../../src/lib/seeded-random.ts';
import type { Item } from '../../src/model/item.ts';
import type { LibraryFile } from '../../src/model/library.ts';
import { sumOfFormats } from '../../src/model/media-file.ts';
import type { MediaInfo } from '../../src/model/media-info.ts';
import type { Part } from '../../src/model/part.ts';
import type { Service } from '../../src/model/service.ts';
import { aQualityOf, hitsOf, profileOf } from './made-rules.ts';

/** Which files are made. */
export interface MadeFiles {
  readonly service: Service;
  readonly count: number;
  /** Formats that each file matches. */
  readonly formats: number;
  /** When the library is taken: no file is newer. */
  readonly now: Date;
}

const dayMs = 86_400_000;
const episodesASeason = 10;
const episodesASeries = 30;

const languages: LibraryFile['languages'] = [{ id: 1, name: 'English' }];
const indexerFlags: LibraryFile['indexerFlags'] = { bits: 0, names: [] };
const tags: Item['tags'] = [];
const mediaInfo: MediaInfo = {
  resolution: '3840x2160',
  dynamicRange: 'HDR',
  dynamicRangeType: 'HDR10',
  videoCodec: 'x265',
  videoBitDepth: 10,
  videoBitrate: 0,
  audioCodec: 'DTS',
  audioChannels: 5.1,
  audioBitrate: 0,
  audioLanguages: 'eng',
  subtitles: '',
  runtimeSeconds: 6000,
};
const groups = Array.from({ length: 300 }, (_, place) => flat(`GRP${place}`));

/**
 * Files of one service: a movie each, or thirty episodes a series. They share what files of a loaded library share:
 * items, profiles, qualities, hits, languages, flags, media info and the names of groups.
 */
export function madeFiles(made: MadeFiles, random: SeededRandom): readonly LibraryFile[] {
  const items = new Map<number, Item>();
  return Array.from({ length: made.count }, (_, place) => {
    const id = made.service === 'radarr' ? place + 1 : 1 + Math.floor(place / episodesASeries);
    const item = items.get(id) ?? madeItem(made.service, id);
    items.set(id, item);
    return madeFile(item, { ...made, place }, random);
  });
}

function madeFile(
  item: Item,
  { service, formats, now, place }: MadeFiles & { readonly place: number },
  random: SeededRandom,
): LibraryFile {
  const profile = profileOf(item.id);
  const hits = hitsOf(profile, formats, random);
  const name = flat(`Title.${item.id}.word${place % 80}.2160p.HDR.x265-GRP${place % 300}`);
  const relativePath = flat(`${name}.mkv`);
  return {
    instance: 'main',
    service,
    item,
    part: service === 'radarr' ? null : madePart(place),
    fileId: place + 1,
    path: `${item.path}/${relativePath}`,
    relativePath,
    sceneName: name,
    originalFilePath: null,
    quality: aQualityOf(random),
    isQualityCutoffMet: true,
    languages,
    releaseGroup: groups[place % groups.length] ?? null,
    edition: null,
    indexerFlags,
    releaseType: null,
    sizeBytes: Math.round(1e9 * Math.exp(3 * random())),
    dateAdded: new Date(now.getTime() - randomBelow(random, 900) * dayMs),
    mediaInfo,
    profile,
    score: sumOfFormats(hits),
    formats: hits,
    scoreSource: 'asked',
    staleSince: null,
  };
}

function madeItem(service: Service, id: number): Item {
  return {
    id,
    title: flat(`Title ${id}`),
    year: 1950 + (id % 75),
    titleSlug: flat(`title-${id}`),
    imdbId: null,
    tmdbId: service === 'radarr' ? id : null,
    tvdbId: service === 'sonarr' ? id : null,
    isMonitored: id % 7 !== 0,
    tags,
    path: flat(`/media/${id}`),
    rootFolder: '/media',
    runtimeMinutes: 100,
    originalLanguage: null,
    profileId: profileOf(id).id,
  };
}

function madePart(place: number): Part {
  const number = 1 + (place % episodesASeason);
  const episode = { id: place, number, title: '', tvdbId: null, airDate: null, isMonitored: true };
  return { season: 1 + (Math.floor(place / episodesASeason) % 3), episodes: [episode] };
}

/** A text in one piece, as a database gives it; a joined one keeps all its parts until it is searched. */
export function flat(text: string): string {
  return Buffer.from(text).toString();
}
