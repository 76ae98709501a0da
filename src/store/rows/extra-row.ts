import { z } from 'zod';
import type { MediaFile, ScoreSource } from '../../model/media-file.ts';
import type { MediaInfo } from '../../model/media-info.ts';
import type { Share } from './sharing.ts';

/** What is kept of a file besides its facts, in this order in the column `extra`. */
type Packed = readonly [
  /** null where it is the item's folder and the relative path. */
  path: string | null,
  isQualityCutoffMet: 0 | 1,
  addedMs: number,
  scoreSource: ScoreSource,
  mediaInfo: PackedMediaInfo | null,
];

type PackedMediaInfo = readonly [
  resolution: string | null,
  dynamicRange: string | null,
  dynamicRangeType: string | null,
  videoCodec: string | null,
  videoBitDepth: number | null,
  videoBitrate: number | null,
  audioCodec: string | null,
  audioChannels: number | null,
  audioBitrate: number | null,
  audioLanguages: string | null,
  subtitles: string | null,
  runtimeSeconds: number | null,
];

/** The part of a file that is no fact of its history. */
export type Extra = Pick<
  MediaFile,
  'path' | 'isQualityCutoffMet' | 'dateAdded' | 'scoreSource' | 'mediaInfo'
>;

/** We wrote it ourselves: the type is told, not checked. */
const PackedShape = z.custom<Packed>();

/** The column `extra`. */
export function packExtra(file: MediaFile): string {
  const { path, isQualityCutoffMet, dateAdded, scoreSource, mediaInfo } = file;
  const packed: Packed = [
    isPathBelow(path, file.item.path, file.relativePath) ? null : path,
    isQualityCutoffMet ? 1 : 0,
    dateAdded.getTime(),
    scoreSource,
    mediaInfo === null ? null : packMediaInfo(mediaInfo),
  ];
  return JSON.stringify(packed);
}

/** What the column `extra` says of a file below the item's folder. */
export function unpackExtra(
  text: string,
  place: { readonly itemPath: string; readonly relativePath: string; readonly share: Share<string | null> },
): Extra {
  const [path, isMet, addedMs, scoreSource, mediaInfo] = PackedShape.parse(JSON.parse(text));
  return {
    path: path ?? pathBelow(place.itemPath, place.relativePath),
    isQualityCutoffMet: isMet === 1,
    dateAdded: new Date(addedMs),
    scoreSource,
    mediaInfo: mediaInfo === null ? null : unpackMediaInfo(mediaInfo, place.share),
  };
}

/** A slash between folder and file, as most servers have it. */
function pathBelow(itemPath: string, relativePath: string): string {
  return `${itemPath}/${relativePath}`;
}

/** Whether the path is that of {@link pathBelow}; without making it, as that is done for every file. */
function isPathBelow(path: string, itemPath: string, relativePath: string): boolean {
  const isAsLong = path.length === itemPath.length + 1 + relativePath.length;
  return isAsLong && path.startsWith(`${itemPath}/`) && path.endsWith(relativePath);
}

function packMediaInfo(info: MediaInfo): PackedMediaInfo {
  return [
    info.resolution,
    info.dynamicRange,
    info.dynamicRangeType,
    info.videoCodec,
    info.videoBitDepth,
    info.videoBitrate,
    info.audioCodec,
    info.audioChannels,
    info.audioBitrate,
    info.audioLanguages,
    info.subtitles,
    info.runtimeSeconds,
  ];
}

function unpackMediaInfo(packed: PackedMediaInfo, share: Share<string | null>): MediaInfo {
  return {
    resolution: share(packed[0]),
    dynamicRange: share(packed[1]),
    dynamicRangeType: share(packed[2]),
    videoCodec: share(packed[3]),
    videoBitDepth: packed[4],
    videoBitrate: packed[5],
    audioCodec: share(packed[6]),
    audioChannels: packed[7],
    audioBitrate: packed[8],
    audioLanguages: share(packed[9]),
    subtitles: share(packed[10]),
    runtimeSeconds: packed[11],
  };
}
