import { folded } from '../shared/conditions.ts';
import { fileKey, type IndexedFile } from '../shared/indexed-file.ts';
import { robustZ, spreadOf } from '../shared/statistics.ts';

/** A file whose size is far from what its quality and length suggest. */
export interface SizeOutlier {
  readonly indexed: IndexedFile;
  readonly bytesPerMinute: number;
  /** Of the files of its quality, in the middle. */
  readonly usual: number;
  /** Robust z of the logarithm; above 0 is too large. */
  readonly z: number;
}

const fewestOfQuality = 30;
const farOff = 3.5;

/** Within each quality of 30 files or more whose length is known, the farthest first. */
export function sizeOutliers(files: readonly IndexedFile[]): readonly SizeOutlier[] {
  const measured = files.flatMap((indexed) => {
    const bytesPerMinute = rateOf(indexed);
    return bytesPerMinute === null ? [] : [{ indexed, bytesPerMinute }];
  });
  const byQuality = Map.groupBy(measured, ({ indexed }) => folded(indexed.file.quality.name));
  return [...byQuality.values()].flatMap(outliersOf).toSorted(byDistance);
}

interface Measured {
  readonly indexed: IndexedFile;
  readonly bytesPerMinute: number;
}

function outliersOf(peers: readonly Measured[]): readonly SizeOutlier[] {
  const spread =
    peers.length < fewestOfQuality
      ? null
      : spreadOf(peers.map(({ bytesPerMinute }) => Math.log(bytesPerMinute)));
  if (spread === null || spread.mad === 0) return [];
  const usual = Math.exp(spread.median);
  return peers
    .map((one) => ({ ...one, usual, z: robustZ(Math.log(one.bytesPerMinute), spread) }))
    .filter(({ z }) => Math.abs(z) > farOff);
}

/** As the file itself says how long it is, otherwise as the server says; null where neither is known. */
function rateOf({ file }: IndexedFile): number | null {
  const { mediaInfo, item, part, sizeBytes } = file;
  const seconds = mediaInfo?.runtimeSeconds ?? 0;
  const episodes = part === null ? 1 : Math.max(1, part.episodes.length);
  const minutes = seconds > 0 ? seconds / 60 : item.runtimeMinutes * episodes;
  return minutes > 0 && sizeBytes > 0 ? sizeBytes / minutes : null;
}

function byDistance(a: SizeOutlier, b: SizeOutlier): number {
  return Math.abs(b.z) - Math.abs(a.z) || Number(fileKey(a.indexed) > fileKey(b.indexed)) - 0.5;
}
