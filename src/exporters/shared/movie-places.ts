import { itemKey } from '../../model/changes/slots-of.ts';
import type { Slot } from '../../model/slot.ts';
import type { HistoryRequest } from '../exporter.ts';
import type { HistoryRow } from './history-shape.ts';

/** The slots of rows of Radarr's history. */
export function moviePlaces({
  instance,
  items,
}: HistoryRequest): (rows: readonly HistoryRow[]) => Promise<readonly (Slot | null)[]> {
  return async (rows) =>
    rows.map(({ movieId }): Slot | null => {
      const item = movieId === null ? undefined : items.get(movieId);
      if (item === undefined) return null;
      const { title, year } = item;
      return { instance, itemKey: itemKey(item, instance.service), episode: null, title, year };
    });
}
