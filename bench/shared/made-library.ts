import { randomBelow, type SeededRandom, seededRandom } from '../../src/lib/seeded-random.ts';
import type { Cause, Change, FileState } from '../../src/model/change.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import { type FormatHit, sumOfFormats } from '../../src/model/media-file.ts';
import type { FileQuality, Quality } from '../../src/model/quality.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import type { Service } from '../../src/model/service.ts';
import type { Slot } from '../../src/model/slot.ts';

/** How large a library is made. */
export interface MadeSize {
  readonly files: number;
  /** Formats that each file matches. */
  readonly formats: number;
  readonly changes: number;
  readonly events: number;
}

const now = new Date('2026-11-22T12:00:00Z');
const dayMs = 86_400_000;
const formatsInRules = 80;
const profilesInRules = 6;
const episodesASeason = 10;

const qualities: readonly Quality[] = [
  { id: 4, name: 'HDTV-720p', source: 'tv', resolution: 720, modifier: 'none' },
  { id: 9, name: 'HDTV-1080p', source: 'tv', resolution: 1080, modifier: 'none' },
  { id: 3, name: 'WEBDL-1080p', source: 'webdl', resolution: 1080, modifier: 'none' },
  { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080, modifier: 'none' },
  { id: 19, name: 'Bluray-2160p', source: 'bluray', resolution: 2160, modifier: 'none' },
];

/** A library as large as one likes, the same for the same size: three movies for two episodes, ten formats a profile score. */
export function madeLibrary(size: MadeSize): Library {
  const random = seededRandom('made library');
  const movies = Math.round(size.files * 0.6);
  const files = [
    ...filesOf('radarr', { count: movies, size, random }),
    ...filesOf('sonarr', { count: size.files - movies, size, random }),
  ];
  const slots = files.map(slotOf);
  return {
    takenAt: now,
    instances: [instanceOf('radarr', files), instanceOf('sonarr', files)],
    files,
    changes: changesOf(files, slots, { count: size.changes, random }),
    ruleChanges: [],
    events: eventsOf(files, slots, { count: size.events, random }),
    days: [],
  };
}

interface Making {
  readonly count: number;
  readonly random: SeededRandom;
}

const formats: readonly CustomFormat[] = Array.from({ length: formatsInRules }, (_, at) => ({
  id: at + 1,
  name: `Format ${at + 1}`,
  includedWhenRenaming: false,
  specifications: [
    {
      name: 'word',
      implementation: 'ReleaseTitleSpecification',
      isNegated: false,
      isRequired: false,
      fields: { value: `\\b(word${at}|other${at})\\b` },
    },
  ],
}));

const profiles: readonly QualityProfile[] = Array.from({ length: profilesInRules }, (_, at) => ({
  id: at + 1,
  name: `Profile ${at + 1}`,
  upgradeAllowed: at !== 5,
  cutoff: 7,
  items: qualities.map((quality) => ({ kind: 'quality', quality, isAllowed: true })),
  minFormatScore: at * 20,
  cutoffFormatScore: 1000 * (at + 1),
  minUpgradeFormatScore: 1,
  formatScores: formats.map(({ id, name }) => ({
    formatId: id,
    name,
    score: ((id * 37 + at * 11) % 21) * 25 - 100,
  })),
  language: null,
}));

function pick<T>(random: SeededRandom, values: readonly T[]): T {
  const value = values[randomBelow(random, values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

function aQualityOf(random: SeededRandom): FileQuality {
  return { ...pick(random, qualities), revision: { version: 1, real: 0, isRepack: false } };
}

function hitsOf(profile: QualityProfile, count: number, random: SeededRandom): readonly FormatHit[] {
  const ids = new Set<number>();
  while (ids.size < count) ids.add(1 + Math.floor(random() ** 2 * formatsInRules));
  return [...ids]
    .toSorted((a, b) => a - b)
    .map((id) => {
      const worth = profile.formatScores[id - 1];
      return { id, name: worth?.name ?? '', score: worth?.score ?? 0 };
    });
}

function filesOf(
  service: Service,
  { count, size, random }: Making & { readonly size: MadeSize },
): readonly LibraryFile[] {
  return Array.from({ length: count }, (_, at) => {
    const itemId = service === 'radarr' ? at + 1 : 1 + Math.floor(at / 30);
    const profile = profiles[itemId % profilesInRules] ?? pick(random, profiles);
    const hits = hitsOf(profile, size.formats, random);
    const name = `Title.${itemId}.word${at % 80}.2160p.HDR.x265-GRP${at % 300}`;
    return {
      instance: 'main',
      service,
      item: {
        id: itemId,
        title: `Title ${itemId}`,
        year: 1950 + (itemId % 75),
        titleSlug: `title-${itemId}`,
        imdbId: null,
        tmdbId: service === 'radarr' ? itemId : null,
        tvdbId: service === 'sonarr' ? itemId : null,
        isMonitored: itemId % 7 !== 0,
        tags: [],
        path: `/media/${itemId}`,
        rootFolder: '/media',
        runtimeMinutes: 100,
        originalLanguage: null,
        profileId: profile.id,
      },
      part:
        service === 'radarr'
          ? null
          : {
              season: 1 + (Math.floor(at / episodesASeason) % 3),
              episodes: [
                {
                  id: at,
                  number: 1 + (at % episodesASeason),
                  title: '',
                  tvdbId: null,
                  airDate: null,
                  isMonitored: true,
                },
              ],
            },
      fileId: at + 1,
      path: `/media/${itemId}/${name}.mkv`,
      relativePath: `${name}.mkv`,
      sceneName: name,
      originalFilePath: null,
      quality: aQualityOf(random),
      isQualityCutoffMet: true,
      languages: [{ id: 1, name: 'English' }],
      releaseGroup: `GRP${at % 300}`,
      edition: null,
      indexerFlags: { bits: 0, names: [] },
      releaseType: null,
      sizeBytes: Math.round(1e9 * Math.exp(3 * random())),
      dateAdded: new Date(now.getTime() - randomBelow(random, 900) * dayMs),
      mediaInfo: {
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
      },
      profile,
      score: sumOfFormats(hits),
      formats: hits,
      scoreSource: 'asked',
      staleSince: null,
    };
  });
}

function slotOf({ service, instance: name, item, part }: LibraryFile): Slot {
  const key = service === 'radarr' ? `tmdb:${item.tmdbId}` : `tvdb:${item.tvdbId}`;
  const [episode] = part?.episodes ?? [];
  return {
    instance: { service, name },
    itemKey: key,
    episode: part === null || episode === undefined ? null : { season: part.season, number: episode.number },
    title: item.title,
    year: item.year,
  };
}

function instanceOf(service: Service, files: readonly LibraryFile[]): LibraryInstance {
  const own = files.filter((file) => file.service === service);
  return {
    instance: { service, name: 'main' },
    server: { appName: service, version: '6', urlBase: '', isWindows: false, authentication: null },
    externalUrl: null,
    rules: {
      service,
      profiles,
      formats,
      settings: { propersAndRepacks: 'preferAndUpgrade', seasonPackUpgrade: null },
    },
    items: new Map(own.map(({ item }) => [item.id, item])),
    itemsWithoutFile: 0,
    firstReadAt: new Date(now.getTime() - 800 * dayMs),
    readAt: now,
    failure: null,
    triedAt: now,
    skipped: [],
    historySince: new Date(now.getTime() - 900 * dayMs),
  };
}

function at(place: number, count: number): Date {
  return new Date(now.getTime() - 800 * dayMs * (1 - place / count));
}

function changesOf(
  files: readonly LibraryFile[],
  slots: readonly Slot[],
  { count, random }: Making,
): readonly Change[] {
  return Array.from({ length: count }, (_, place) => {
    const which = randomBelow(random, files.length);
    const [file, slot] = [
      pick(random, files.slice(which, which + 1)),
      pick(random, slots.slice(which, which + 1)),
    ];
    const before = stateOf(file, hitsOf(file.profile, 8, random));
    const after = stateOf(file, file.formats);
    const points = after.score - before.score;
    const cause: Cause =
      place % 2 === 0
        ? { kind: 'file-replaced', points }
        : { kind: 'profile-scores-edited', points, formats: [] };
    return {
      slot,
      at: at(place, count),
      since: at(place - 1, count),
      kind: place % 2 === 0 ? 'replaced' : 'rescored',
      before: { ...before, fileId: place % 2 === 0 ? 1_000_000 + place : before.fileId },
      after,
      replacement: null,
      attributes: [],
      causes: [cause],
    };
  });
}

function stateOf(file: LibraryFile, hits: readonly FormatHit[]): FileState {
  const { fileId, relativePath, quality, sizeBytes, releaseGroup, profile } = file;
  return {
    fileId,
    relativePath,
    quality,
    sizeBytes,
    releaseGroup,
    profileName: profile.name,
    score: sumOfFormats(hits),
    formats: hits,
  };
}

function eventsOf(
  files: readonly LibraryFile[],
  slots: readonly Slot[],
  { count, random }: Making,
): readonly HistoryEvent[] {
  return Array.from({ length: count }, (_, place) => {
    const which = randomBelow(random, files.length);
    const [file, slot] = [
      pick(random, files.slice(which, which + 1)),
      pick(random, slots.slice(which, which + 1)),
    ];
    return {
      slot,
      at: at(place, count),
      kind: place % 2 === 0 ? 'grabbed' : 'imported',
      sourceTitle: file.sceneName ?? '',
      quality: file.quality,
      downloadId: `download ${Math.floor(place / 2)}`,
      fileId: 2_000_000 + place,
      sizeBytes: file.sizeBytes,
      releaseGroup: file.releaseGroup,
      scoreThen: file.score,
      scoreToday: file.score,
      formatsToday: file.formats.map(({ id }) => id),
      reason: null,
    };
  });
}
