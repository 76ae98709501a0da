import { seededRandom } from '../../src/lib/seeded-random.ts';
import type { CustomFormat } from '../../src/model/custom-format.ts';
import type { FormatHit, MediaFile } from '../../src/model/media-file.ts';
import type { QualityProfile } from '../../src/model/quality-profile.ts';
import type { Snapshot } from '../../src/store/collecting.ts';
import { fileMark } from '../../src/store/file-mark.ts';
import { aSnapshot } from '../../test/support/a-snapshot.ts';
import { aFile, anItem, aProfile, aQuality } from '../../test/support/builders.ts';

/** A library at one moment; the same numbers give the same library. */
export interface MoviesAt {
  readonly movies: number;
  /** Day of January 2026, from 1. */
  readonly day: number;
  /** Points that the first format gives on top: an edit of scores that touches every file. */
  readonly extraPoints?: number;
  /** Every so many movies have another file; 0 is none. */
  readonly replacedEvery?: number;
}

/** Eight formats, four profiles; the first format matches every file, each other two in five. */
export function snapshotOfMovies(at: MoviesAt): Snapshot {
  const formats = eightFormats();
  const profiles = fourProfiles(formats, at.extraPoints ?? 0);
  const files = filesOf(at, formats, profiles);
  const byId = new Map(files.map((file) => [file.fileId, file]));
  const { reading, ...rest } = aSnapshot({ at: new Date(Date.UTC(2026, 0, at.day)), profiles, formats });
  const counts = { ...reading.counts, items: files.length, files: files.length };
  return {
    ...rest,
    reading: { ...reading, items: new Map(files.map(({ item }) => [item.id, item])), counts },
    marks: files.map((file) => ({ fileId: file.fileId, itemId: file.item.id, mark: fileMark(file) })),
    *read(ids) {
      yield [...ids].flatMap((id) => byId.get(id) ?? []);
    },
  };
}

function eightFormats(): readonly CustomFormat[] {
  return Array.from({ length: 8 }, (_, index) => ({
    id: index + 1,
    name: `Format ${index + 1}`,
    includedWhenRenaming: false,
    specifications: [
      {
        name: 'name',
        implementation: 'ReleaseTitleSpecification',
        isNegated: false,
        isRequired: false,
        fields: { value: `\\bF${index}\\b` },
      },
    ],
  }));
}

function fourProfiles(formats: readonly CustomFormat[], extraPoints: number): readonly QualityProfile[] {
  return [1, 2, 3, 4].map((id) =>
    aProfile({
      id,
      name: `Profile ${id}`,
      formatScores: formats.map((format, index) => ({
        formatId: format.id,
        name: format.name,
        score: (index + 1) * 10 * id + (index === 0 ? extraPoints : 0),
      })),
    }),
  );
}

function filesOf(
  { movies, replacedEvery = 0 }: MoviesAt,
  formats: readonly CustomFormat[],
  profiles: readonly QualityProfile[],
): readonly MediaFile[] {
  const random = seededRandom('movies');
  return Array.from({ length: movies }, (_, index) => {
    const id = index + 1;
    const matched = formats.filter((format) => format.id === 1 || random() < 0.4);
    const isReplaced = replacedEvery > 0 && id % replacedEvery === 0;
    return movieFile({ id, fileId: isReplaced ? movies + id : id }, matched, profiles[id % 4] ?? aProfile());
  });
}

/** The same objects for all files, as a spool gives them. */
const qualities = Array.from({ length: 9 }, (_, id) => aQuality({ id }));
const { languages, indexerFlags } = aFile();
const { originalLanguage } = anItem();
const shared = { languages, indexerFlags };

function movieFile(
  { id, fileId }: { readonly id: number; readonly fileId: number },
  matched: readonly CustomFormat[],
  profile: QualityProfile,
): MediaFile {
  const title = `The Long Title of Movie ${id}`;
  const path = `/movies/${title} (1999)`;
  const ids = { id, tmdbId: id * 7, titleSlug: String(id * 7), profileId: profile.id };
  const item = anItem({ ...ids, title, path, originalLanguage });
  const name = `The.Long.Title.of.Movie.${id}.1999.1080p.BluRay.DTS-HD.MA.5.1.x264-GROUP${fileId % 50}`;
  const formats = matched.map((format): FormatHit => {
    const score = profile.formatScores.find(({ formatId }) => formatId === format.id)?.score ?? 0;
    return { id: format.id, name: format.name, score };
  });
  return aFile({
    item,
    fileId,
    relativePath: `${name}.mkv`,
    path: `${path}/${name}.mkv`,
    sceneName: name,
    ...shared,
    quality: qualities[id % qualities.length] ?? aQuality(),
    profile,
    formats,
    sizeBytes: 8e9 + fileId * 1000,
    releaseGroup: `GROUP${fileId % 50}`,
    mediaInfo: {
      resolution: '1920x1080',
      dynamicRange: '',
      dynamicRangeType: '',
      videoCodec: 'x264',
      videoBitDepth: 8,
      videoBitrate: 1_000_000 + fileId,
      audioCodec: 'DTS-HD MA',
      audioChannels: 5.1,
      audioBitrate: 4_000_000 + fileId,
      audioLanguages: 'eng',
      subtitles: 'eng/fre',
      runtimeSeconds: 6_000 + id,
    },
  });
}
