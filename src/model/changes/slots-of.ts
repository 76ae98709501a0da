import type { InstanceName } from '../instance.ts';
import type { Item } from '../item.ts';
import type { MediaFile } from '../media-file.ts';
import type { Part } from '../part.ts';
import type { Service } from '../service.ts';
import type { Slot } from '../slot.ts';

/** The slots a file fills: one for a movie, one an episode for a series. */
export function slotsOf(file: MediaFile, instance: InstanceName): readonly Slot[] {
  const { item, part, fileId } = file;
  const { title, year } = item;
  const place = { instance, itemKey: itemKey(item, instance.service), title, year };
  if (part === null) return [{ ...place, episode: null }];
  const { season } = part;
  return slotNumbers(part, fileId).map((number) => ({ ...place, episode: { season, number } }));
}

/**
 * The numbers of a file's slots in its season: its episodes'.
 *
 * Sonarr can hold a file and link no episode to it. It has a score like any other, so it gets a slot of its own under
 * its id, below 0, where no episode is.
 */
export function slotNumbers({ episodes }: Part, fileId: number): readonly number[] {
  return episodes.length === 0 ? [-fileId] : episodes.map(({ number }) => number);
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
