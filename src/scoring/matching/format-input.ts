import type { Language } from '../../model/quality.ts';

/** All that custom formats look at, of a file, a release or an event of history. Source: servarr.md 5.1, 5.2. */
export interface FormatInput {
  /** The release's name, as the server puts it together; null where it has none. */
  readonly title: string | null;
  /** With its extension; null for what is no file. */
  readonly fileName: string | null;
  readonly edition: string | null;
  readonly releaseGroup: string | null;
  /** null and an empty list mean different things. */
  readonly languages: readonly Language[] | null;
  /** Of the movie or series; null where the server knows none. */
  readonly originalLanguage: Language | null;
  /** Numbers as the service's conditions write them. */
  readonly source: number;
  readonly resolution: number;
  readonly modifier: number;
  readonly releaseType: number;
  readonly indexerFlags: number;
  readonly sizeBytes: number;
  /** 0 for everything but a release that is offered. */
  readonly year: number;
}
