import type { InstanceName } from './instance.ts';

/**
 * The place a file fills: a movie, or an episode of a series. History hangs on it, because file ids
 * change with every replacement and item ids die with the server.
 */
export interface Slot {
  readonly instance: InstanceName;
  /** The item by its id outside: `tmdb:603`, `tvdb:81189`; `item:12` where the server knows none. */
  readonly itemKey: string;
  /** null for a movie; season 0 holds the specials. A number below 0 is a file's id, see `slotNumbers`. */
  readonly episode: { readonly season: number; readonly number: number } | null;
  /** As it was called when last seen. */
  readonly title: string;
  readonly year: number;
}

/** Unique over all instances and stable across runs: `radarr/main tmdb:603`, `sonarr/main tvdb:81189 S01E02`. */
export function slotKey({ instance, itemKey, episode }: Slot): string {
  const place = `${instance.service}/${instance.name} ${itemKey}`;
  return episode === null ? place : `${place} ${episodeLabel(episode)}`;
}

/** `S01E02`; `S01 file 190` for a file to which the server links no episode. */
export function episodeLabel({ season, number }: NonNullable<Slot['episode']>): string {
  if (number < 0) return `S${String(season).padStart(2, '0')} file ${-number}`;
  return `S${String(season).padStart(2, '0')}E${String(number).padStart(2, '0')}`;
}
