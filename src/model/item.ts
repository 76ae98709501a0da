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

/** Items by the server's id: a map of them, or what makes an item each time it is asked for one. */
export interface Items {
  readonly size: number;
  readonly get: (id: number) => Item | undefined;
  readonly values: () => IteratorObject<Item>;
}
