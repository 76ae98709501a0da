import { z } from 'zod';
import { ArrError } from '../../arr/arr-error.ts';
import type { ArrClient } from '../../arr/client.ts';
import { itemKey } from '../../model/changes/slots-of.ts';
import type { Slot } from '../../model/slot.ts';
import type { HistoryRequest } from '../exporter.ts';
import type { HistoryRow } from './history-shape.ts';
import { readWhole } from './read-whole.ts';

type EpisodeNumber = NonNullable<Slot['episode']>;

/** By the server's id of the episode. */
type Episodes = ReadonlyMap<number, EpisodeNumber>;

const EpisodeShape = z.object({
  id: z.number(),
  seasonNumber: z.number().default(0),
  episodeNumber: z.number().default(0),
});

/** The slots of rows of Sonarr's history: a row knows the id of its episode only, so each series is asked once. */
export function episodePlaces(
  client: ArrClient,
  { instance, items }: HistoryRequest,
): (rows: readonly HistoryRow[]) => Promise<readonly (Slot | null)[]> {
  const known = new Map<number, Promise<Episodes>>();
  const episodesOf = (seriesId: number): Promise<Episodes> => {
    const asked = known.get(seriesId) ?? readEpisodes(client, seriesId);
    known.set(seriesId, asked);
    return asked;
  };
  const placeOf = async ({ seriesId, episodeId }: HistoryRow): Promise<Slot | null> => {
    const item = seriesId === null ? undefined : items.get(seriesId);
    if (item === undefined || episodeId === null) return null;
    const episode = (await episodesOf(item.id)).get(episodeId);
    const { title, year } = item;
    return episode === undefined
      ? null
      : { instance, itemKey: itemKey(item, instance.service), episode, title, year };
  };
  return (rows) => Promise.all(rows.map(placeOf));
}

/** Far more than any series has. */
const mostEpisodes = 50_000;

/** None for a series that is gone, or at which the server fails: its events have no place then. */
async function readEpisodes(client: ArrClient, seriesId: number): Promise<Episodes> {
  try {
    const rows = await readWhole(client, `/api/v3/episode?seriesId=${seriesId}`, {
      shape: EpisodeShape,
      mostRows: mostEpisodes,
    });
    return new Map(
      rows.map(({ id, seasonNumber, episodeNumber }) => [
        id,
        { season: seasonNumber, number: episodeNumber },
      ]),
    );
  } catch (error) {
    if (error instanceof ArrError && hasNoEpisodes.has(error.failure.kind)) return new Map();
    throw error;
  }
}

const hasNoEpisodes: ReadonlySet<string> = new Set(['gone', 'list-broken']);
