import type { InstanceName } from '../instance.ts';
import type { Item } from '../item.ts';
import type { MediaFile } from '../media-file.ts';
import type { Service } from '../service.ts';
import type { Slot } from '../slot.ts';

/**
 * The slots a file fills: one for a movie, one an episode for a series.
 *
 * None for a file of a series to which the server links no episode: it has no place that history could hang on.
 */
export function slotsOf(file: MediaFile, instance: InstanceName): readonly Slot[] {
  const { item, part } = file;
  const { title, year } = item;
  const place = { instance, itemKey: itemKey(item, instance.service), title, year };
  if (part === null) return [{ ...place, episode: null }];
  return part.episodes.map(({ number }) => ({ ...place, episode: { season: part.season, number } }));
}

/**
 * The item by the id it has everywhere, which outlives the server: `tmdb:603` for a movie, `tvdb:81189` for a series
 * (which may have a tmdb id besides), `item:12` where the server knows none.
 */
export function itemKey(
  { id, tmdbId, tvdbId }: Pick<Item, 'id' | 'tmdbId' | 'tvdbId'>,
  service: Service,
): string {
  const known = service === 'radarr' ? tmdbId : tvdbId;
  if (known === null) return `item:${id}`;
  return service === 'radarr' ? `tmdb:${known}` : `tvdb:${known}`;
}
