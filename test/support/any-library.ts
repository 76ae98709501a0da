import fc from 'fast-check';
import type { Cause, Change, RuleChange } from '../../src/model/change.ts';
import type { CutoffState } from '../../src/model/cutoff-state.ts';
import type { HistoryEvent } from '../../src/model/history-event.ts';
import type { DayCounts, Library, LibraryFile, LibraryInstance } from '../../src/model/library.ts';
import { type FormatHit, sumOfFormats } from '../../src/model/media-file.ts';
import type { MediaInfo } from '../../src/model/media-info.ts';
import type { Quality } from '../../src/model/quality.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import { anItem } from './builders.ts';
import { aFormat, aLibraryFile, aState, daysAgo, instancesOf, now, slotOf } from './libraries.ts';

const qualities: readonly Quality[] = [
  { id: 4, name: 'HDTV-720p', source: 'tv', resolution: 720, modifier: 'none' },
  { id: 3, name: 'WEBDL-1080p', source: 'webdl', resolution: 1080, modifier: 'none' },
  { id: 7, name: 'Bluray-1080p', source: 'bluray', resolution: 1080, modifier: 'none' },
  { id: 99, name: 'Unlisted', source: 'bluray', resolution: 1080, modifier: 'none' },
];

/** Names that a filter cannot tell apart are among them. */
const formatNames = ['HDR', 'hdr', 'Dolby Vision', 'x265', 'Bad "quoted" one', ''];
const points = fc.constantFrom(0, 0, 1, 50, -50, 500, -10_000, 1_000_000_000, -1_000_000_000);

const anyProfile = (id: number): fc.Arbitrary<QualityProfile> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constantFrom('HD', 'hd', 'Best of everything', ''),
    upgradeAllowed: fc.boolean(),
    cutoff: fc.constantFrom(4, 3, 7, 1000),
    items: fc.constant(
      qualities.slice(0, 3).map((quality, at) => ({ kind: 'quality' as const, quality, isAllowed: at > 0 })),
    ),
    minFormatScore: points,
    cutoffFormatScore: points,
    minUpgradeFormatScore: fc.constantFrom(1, 100, 1_000_000_000),
    formatScores: fc
      .array(points, { minLength: formatNames.length, maxLength: formatNames.length })
      .map((scores) => scores.map((score, at) => ({ formatId: at + 1, name: formatNames[at] ?? '', score }))),
    language: fc.constant(null),
  });

const mediaInfo: fc.Arbitrary<MediaInfo | null> = fc.option(
  fc.record({
    resolution: fc.constantFrom(null, '1920x1080'),
    dynamicRange: fc.constantFrom(null, '', 'HDR'),
    dynamicRangeType: fc.constantFrom(null, '', 'HDR10', 'DV HDR10'),
    videoCodec: fc.constantFrom(null, 'x264', 'x265'),
    videoBitDepth: fc.constantFrom(null, 0, 8, 10),
    videoBitrate: fc.constant(0),
    audioCodec: fc.constantFrom(null, 'TrueHD Atmos', 'AAC'),
    audioChannels: fc.constant(2),
    audioBitrate: fc.constant(0),
    audioLanguages: fc.constant(null),
    subtitles: fc.constant(null),
    runtimeSeconds: fc.constantFrom(null, 0, 5400),
  }),
);

interface Drawn {
  readonly service: 'radarr' | 'sonarr';
  readonly profile: number;
  readonly quality: number;
  readonly formats: readonly number[];
  readonly group: string | null;
  readonly scene: string | null;
  readonly isMonitored: boolean;
  readonly isStale: boolean;
  readonly sizeBytes: number;
  readonly runtimeMinutes: number;
  readonly mediaInfo: MediaInfo | null;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  service: fc.constantFrom('radarr' as const, 'sonarr' as const),
  profile: fc.nat(2),
  quality: fc.nat(qualities.length - 1),
  formats: fc.uniqueArray(fc.integer({ min: 1, max: formatNames.length + 1 })),
  group: fc.constantFrom(null, '', 'NTb', 'ntb', 'FraMeSToR'),
  scene: fc.constantFrom(null, '', 'Movie.HDR.DV.x265.TrueHD.Atmos.10bit', 'Movie.SDR.x264.DTS-HD.FLAC.AV1'),
  isMonitored: fc.boolean(),
  isStale: fc.boolean(),
  sizeBytes: fc.constantFrom(0, 1, 4_000_000_000, 80_000_000_000),
  runtimeMinutes: fc.constantFrom(0, 100),
  mediaInfo,
});

function fileOf(one: Drawn, at: number, profiles: readonly QualityProfile[]): LibraryFile {
  const { service, group, scene, isMonitored, isStale, runtimeMinutes } = one;
  const profile = profiles[one.profile] ?? aLibraryFile().profile;
  const formats: readonly FormatHit[] = one.formats.map((id) => ({
    id,
    name: formatNames[id - 1] ?? 'gone',
    score: profile.formatScores.find(({ formatId }) => formatId === id)?.score ?? 0,
  }));
  const itemId = service === 'radarr' ? at + 1 : 1 + (at % 3);
  const outside =
    service === 'radarr' ? { tmdbId: at % 5 === 0 ? null : itemId } : { tvdbId: itemId, tmdbId: null };
  const episode = { id: at, number: at, title: '', tvdbId: null, airDate: null, isMonitored };
  const file = aLibraryFile({
    service,
    fileId: at + 1,
    item: anItem({
      id: itemId,
      title: `Title ${itemId}`,
      isMonitored,
      runtimeMinutes,
      profileId: profile.id,
      ...outside,
    }),
    part: service === 'radarr' ? null : { season: at % 2, episodes: at % 7 === 6 ? [] : [episode] },
    quality: {
      ...(qualities[one.quality] ?? qualities[0] ?? aLibraryFile().quality),
      revision: { version: 1, real: 0, isRepack: false },
    },
    releaseGroup: group,
    sceneName: scene,
    sizeBytes: one.sizeBytes,
    mediaInfo: one.mediaInfo,
    profile,
    formats,
    score: sumOfFormats(formats),
  });
  return { ...file, staleSince: isStale ? daysAgo(3) : null };
}

function hasSlot({ part }: LibraryFile): boolean {
  return part === null || part.episodes.length > 0;
}

const ago = fc.integer({ min: 0, max: 400 });

const anyEvent = (file: LibraryFile): fc.Arbitrary<HistoryEvent> =>
  fc.record({
    slot: fc.constant(slotOf(file)),
    at: ago.map(daysAgo),
    kind: fc.constantFrom('grabbed', 'imported', 'imported', 'failed', 'ignored', 'deleted', 'renamed'),
    sourceTitle: fc.constantFrom('One', 'Two'),
    quality: fc.constant(file.quality),
    downloadId: fc.constantFrom(null, 'a', 'b', 'c', 'd'),
    fileId: fc.constantFrom(null, file.fileId, 1000),
    sizeBytes: fc.constantFrom(null, 0, 5_000_000_000),
    releaseGroup: fc.constant(null),
    scoreThen: fc.option(points),
    scoreToday: fc.option(points),
    formatsToday: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    reason: fc.constantFrom(null, 'upgrade', 'manual'),
  });

const causes: fc.Arbitrary<readonly Cause[]> = fc.array(
  fc.constantFrom<Cause>(
    { kind: 'file-replaced', points: 10 },
    { kind: 'profile-scores-edited', points: -10, formats: [] },
    { kind: 'attributes-edited', points: 5, attributes: ['name'] },
    { kind: 'unexplained', points: 1 },
  ),
  { maxLength: 3 },
);

const anyChange = (file: LibraryFile): fc.Arbitrary<Change> =>
  fc.record({
    slot: fc.constant(slotOf(file)),
    at: ago.map(daysAgo),
    since: fc.option(ago.map((days) => daysAgo(days + 400))),
    kind: fc.constantFrom('new', 'gone', 'replaced', 'replaced', 'renamed', 'attributes-edited', 'rescored'),
    before: fc.option(points.map((score) => aState(file, { score, fileId: file.fileId + 5000 }))),
    after: fc.option(points.map((score) => aState(file, { score }))),
    replacement: fc.constant(null),
    attributes: fc.constant([]),
    causes,
  });

const ruleChange: fc.Arbitrary<RuleChange> = fc.record({
  instanceKey: fc.constantFrom('radarr/main', 'sonarr/main', 'radarr/other'),
  at: ago.map(daysAgo),
  since: fc.constant(daysAgo(401)),
  edit: fc.constantFrom<RuleChange['edit']>(
    { kind: 'format-edited', format: 'HDR' },
    { kind: 'scores', profile: 'HD', formats: [{ format: 'HDR', from: 0, to: 500 }] },
  ),
  filesTouched: fc.nat(10),
  pointsMoved: fc.integer({ min: -100, max: 100 }),
  statesChanged: fc.nat(10),
});

const state: fc.Arbitrary<CutoffState> = fc.record({
  belowMinimum: fc.boolean(),
  quality: fc.constantFrom('open', 'met'),
  format: fc.constantFrom('open', 'met'),
  upgradesAllowed: fc.boolean(),
});

const dayCounts: fc.Arbitrary<DayCounts> = fc.record({
  instanceKey: fc.constantFrom('radarr/main', 'sonarr/main'),
  profileId: fc.integer({ min: 1, max: 4 }),
  profileName: fc.constant('HD'),
  day: ago.map((days) => daysAgo(days).toISOString().slice(0, 10)),
  sizeBytes: fc.nat(),
  scores: fc.array(fc.record({ score: points, files: fc.integer({ min: 1, max: 9 }) }), { maxLength: 4 }),
  states: fc.array(fc.record({ state, files: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
});

function byTime<T>(timeOf: (value: T) => number): (values: readonly T[]) => readonly T[] {
  return (values) => values.toSorted((a, b) => timeOf(a) - timeOf(b));
}

interface Fault {
  readonly isFailed: boolean;
  readonly isFilled: boolean;
  readonly hidesProfile: boolean;
}

function instancesWith(
  files: readonly LibraryFile[],
  { isFailed, isFilled, hidesProfile }: Fault,
): readonly LibraryInstance[] {
  return instancesOf(files).map((instance, at) => ({
    ...instance,
    failure: isFailed && at === 0 ? { kind: 'unauthorised', url: 'http://radarr:7878' } : null,
    skipped: isFailed ? [{ itemId: 1, title: 'Title 1', failure: { kind: 'gone', url: 'http://x' } }] : [],
    historySince: isFilled ? daysAgo(300) : null,
    rules: {
      ...instance.rules,
      profiles: instance.rules.profiles.slice(hidesProfile ? 1 : 0),
      formats: [...formatNames.entries()].map(([place, name]) => aFormat({ id: place + 1, name })),
    },
  }));
}

/** Libraries as they may be: no file, one, all alike, unknown profiles, no history, names that clash, scores of ±10⁹. */
export const anyLibrary: fc.Arbitrary<Library> = fc
  .tuple(anyProfile(1), anyProfile(2), anyProfile(3))
  .chain((profiles) =>
    fc
      .tuple(
        fc.array(drawn, { maxLength: 45 }),
        fc.record({ isFailed: fc.boolean(), isFilled: fc.boolean(), hidesProfile: fc.boolean() }),
      )
      .chain(([all, fault]) => {
        const files = all.map((one, at) => fileOf(one, at, profiles));
        const slotted = files.filter(hasSlot);
        const ofSlots = <T>(any: (file: LibraryFile) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
          slotted.length === 0
            ? fc.constant([])
            : fc.array(fc.constantFrom(...slotted).chain(any), { maxLength: 25 });
        return fc.record({
          takenAt: fc.constant(now),
          instances: fc.constant(instancesWith(files, fault)),
          files: fc.constant(files),
          changes: ofSlots(anyChange).map(byTime(({ at }) => at.getTime())),
          ruleChanges: fc.array(ruleChange, { maxLength: 3 }).map(byTime(({ at }) => at.getTime())),
          events: ofSlots(anyEvent).map(byTime(({ at }) => at.getTime())),
          days: fc.array(dayCounts, { maxLength: 12 }).map(byTime(({ day }) => Date.parse(day))),
        });
      }),
  );
