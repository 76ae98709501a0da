import type { Language } from './quality.ts';

/** A movie or a series. */
export interface Item {
  /** The server's own id; it dies with the server. */
  readonly id: number;
  readonly title: string;
  /** 0 where the server knows none. */
  readonly year: number;
  /** The last part of the server's page of a series. */
  readonly titleSlug: string;
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
  readonly tvdbId: number | null;
  readonly isMonitored: boolean;
  /** Names, in the server's order. */
  readonly tags: readonly string[];
  readonly path: string;
  readonly rootFolder: string | null;
  /** 0 where the server knows none. */
  readonly runtimeMinutes: number;
  readonly originalLanguage: Language | null;
  readonly profileId: number;
}
