import { z } from 'zod';
import type { MediaFile, ScoreSource } from '../../model/media-file.ts';
import { type MediaInfoValues, mediaInfoOf, mediaInfoValues } from '../../model/media-info-values.ts';
import type { Share } from './sharing.ts';

/** What is kept of a file besides its facts, in this order in the column `extra`. */
type Packed = readonly [
  /** null where it is the item's folder and the relative path. */
  path: string | null,
  isQualityCutoffMet: 0 | 1,
  addedMs: number,
  scoreSource: ScoreSource,
  mediaInfo: MediaInfoValues | null,
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
    mediaInfo === null ? null : mediaInfoValues(mediaInfo),
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
    mediaInfo: mediaInfo === null ? null : mediaInfoOf(mediaInfo, place.share),
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
