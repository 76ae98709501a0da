import { ArrError } from '../arr/arr-error.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { HistoryStart } from '../exporters/exporter.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { Items } from '../model/item.ts';
import type { Backfill } from '../store/collecting.ts';
import type { CollectRequest } from './collect-request.ts';
import type { Effects } from './effects.ts';
import { openClient } from './read-instance.ts';
import { exporters } from './registry.ts';

/** What was read of a server's own history. */
export interface ReadHistory {
  readonly events: number;
  /** Rows that could not be read, or belong to nothing that is known. */
  readonly leftOut: number;
  /** Why it ended early; what was read until then is stored, and the next run goes on there. */
  readonly failure: ArrFailure | null;
}

/** Nothing was asked. */
export const noHistory: ReadHistory = { events: 0, leftOut: 0, failure: null };

/** What back-filling needs. */
export interface HistoryRead extends Pick<CollectRequest, 'store' | 'proxy' | 'tell'> {
  /** Of the newest reading. */
  readonly items: Items;
}

/**
 * Reads what the server remembers and the store does not: all of it the first time, later what is new. Each batch is
 * stored before the next is asked for.
 *
 * @throws {AppError} code `store`; the reason of the effects' signal when interrupted
 */
export async function backfillHistory(
  config: InstanceConfig,
  { store, proxy, tell, items }: HistoryRead,
  effects: Effects,
): Promise<ReadHistory> {
  const { service, name } = config;
  const instance: InstanceName = { service, name };
  const from = startOf(await store.backfill(instance));
  let [events, leftOut] = [0, 0];
  try {
    await using client = openClient(config, { effects, proxy, tell });
    const batches = exporters[service].history(client, {
      instance,
      items,
      from,
      progress: (done) => tell(instance, { kind: 'history', progress: done }),
    });
    for await (const batch of batches) {
      await store.saveEvents({ instance, events: batch.events, nextPage: batch.nextPage });
      events += batch.events.length;
      leftOut += batch.leftOut + batch.unread;
    }
    return { events, leftOut, failure: null };
  } catch (error) {
    effects.signal.throwIfAborted();
    if (error instanceof ArrError) return { events, leftOut, failure: error.failure };
    throw error;
  }
}

function startOf(known: Backfill | null): HistoryStart {
  if (known === null) return { kind: 'page', page: 1 };
  if (known.nextPage !== null) return { kind: 'page', page: known.nextPage };
  return known.newestEventId === null
    ? { kind: 'page', page: 1 }
    : { kind: 'after', eventId: known.newestEventId };
}
