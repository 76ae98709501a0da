/** What the server read from the file itself. Never an input of custom formats. */
export interface MediaInfo {
  /** `1920x1080` */
  readonly resolution: string | null;
  /** `HDR`, or empty for SDR */
  readonly dynamicRange: string | null;
  /** `DV HDR10`, or empty */
  readonly dynamicRangeType: string | null;
  readonly videoCodec: string | null;
  readonly videoBitDepth: number | null;
  /** Bits a second; 0 where unknown. */
  readonly videoBitrate: number | null;
  readonly audioCodec: string | null;
  /** 5.1, 7.1 … */
  readonly audioChannels: number | null;
  /** Bits a second; 0 where unknown. */
  readonly audioBitrate: number | null;
  /** `eng/fre` */
  readonly audioLanguages: string | null;
  readonly subtitles: string | null;
  readonly runtimeSeconds: number | null;
}
