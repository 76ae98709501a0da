import { z } from 'zod';
import type { MediaInfo } from '../../model/media-info.ts';

const text = z.string().nullable().default(null);
const number = z.number().nullable().default(null);

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
  .transform((info) => ({
    resolution: info.resolution,
    dynamicRange: info.videoDynamicRange,
    dynamicRangeType: info.videoDynamicRangeType,
    videoCodec: info.videoCodec,
    videoBitDepth: info.videoBitDepth,
    videoBitrate: info.videoBitrate,
    audioCodec: info.audioCodec,
    audioChannels: info.audioChannels,
    audioBitrate: info.audioBitrate,
    audioLanguages: info.audioLanguages,
    subtitles: info.subtitles,
    runtimeSeconds: runtimeSeconds(info.runTime ?? ''),
  }));

/** `1:41:31` and `43:12` as seconds; null for anything else. */
function runtimeSeconds(text: string): number | null {
  const parts = text.split(':').map(Number);
  if (parts.length < 2 || parts.some(Number.isNaN)) return null;
  return parts.reduce((seconds, part) => seconds * 60 + part, 0);
}
