import type { MediaInfo } from './media-info.ts';

/** Media info without its names, as spool and store keep it. Stores hold this order: it stays as it is. */
export type MediaInfoValues = readonly [
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

/** For `JSON.stringify`. */
export function mediaInfoValues(info: MediaInfo): MediaInfoValues {
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

/** The opposite. @param share  gives one text for all that are equal; by default texts stay as they are */
export function mediaInfoOf(
  values: MediaInfoValues,
  share: (text: string | null) => string | null = asItIs,
): MediaInfo {
  return {
    resolution: share(values[0]),
    dynamicRange: share(values[1]),
    dynamicRangeType: share(values[2]),
    videoCodec: share(values[3]),
    videoBitDepth: values[4],
    videoBitrate: values[5],
    audioCodec: share(values[6]),
    audioChannels: values[7],
    audioBitrate: values[8],
    audioLanguages: share(values[9]),
    subtitles: share(values[10]),
    runtimeSeconds: values[11],
  };
}

function asItIs(text: string | null): string | null {
  return text;
}
