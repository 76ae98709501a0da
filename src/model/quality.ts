/** A quality of the server's fixed table. Ids 20, 21 and 22 differ between Radarr and Sonarr. */
export interface Quality {
  readonly id: number;
  /** `Bluray-1080p` */
  readonly name: string;
  /** As the server writes it: `webdl`, `bluray`, `television` … */
  readonly source: string;
  /** Lines: 0 (unknown), 480, 576, 720, 1080, 2160 */
  readonly resolution: number;
  /** Radarr: `none`, `regional`, `screener`, `rawhd`, `brdisk`, `remux`; null for Sonarr, which has none */
  readonly modifier: string | null;
}

/** Which cut of the same release: 2 of `version` is a proper or repack. */
export interface Revision {
  readonly version: number;
  readonly real: number;
  readonly isRepack: boolean;
}

/** The quality of one file. */
export interface FileQuality extends Quality {
  readonly revision: Revision;
}

/** A language of the server's fixed table; ids above 25 differ between Radarr and Sonarr. */
export interface Language {
  readonly id: number;
  readonly name: string;
}
