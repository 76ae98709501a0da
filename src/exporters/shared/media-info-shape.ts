import { z } from 'zod';
import type { MediaInfo } from '../../model/media-info.ts';

const text = z.string().nullish();
const number = z.number().nullish();

/** What the server read from the file. Source: servarr.md 2.2. */
export const MediaInfoShape: z.ZodType<MediaInfo> = z
  .object({
    resolution: text,
    videoDynamicRange: text,
    videoDynamicRangeType: text,
    videoCodec: text,
    videoBitDepth: number,
    videoBitrate: number,
    audioCodec: text,
    audioChannels: number,
    audioBitrate: number,
    audioLanguages: text,
    subtitles: text,
    runTime: text,
  })
  // One step for all fields: a step for each of them costs twelve times as much, on every file.
  .transform((info) => ({
    resolution: info.resolution ?? null,
    dynamicRange: info.videoDynamicRange ?? null,
    dynamicRangeType: info.videoDynamicRangeType ?? null,
    videoCodec: info.videoCodec ?? null,
    videoBitDepth: info.videoBitDepth ?? null,
    videoBitrate: info.videoBitrate ?? null,
    audioCodec: info.audioCodec ?? null,
    audioChannels: info.audioChannels ?? null,
    audioBitrate: info.audioBitrate ?? null,
    audioLanguages: info.audioLanguages ?? null,
    subtitles: info.subtitles ?? null,
    runtimeSeconds: runtimeSeconds(info.runTime ?? ''),
  }));

/** `1:41:31` and `43:12` as seconds; null for anything else. */
function runtimeSeconds(text: string): number | null {
  const parts = text.split(':').map(Number);
  if (parts.length < 2 || parts.some(Number.isNaN)) return null;
  return parts.reduce((seconds, part) => seconds * 60 + part, 0);
}
