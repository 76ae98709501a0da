import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { Oddity, ReadingCounts, SkippedItem } from '../model/reading.ts';
import type { InstanceLock, LockHolder, ReadPlan, Saved, Snapshot } from '../store/collecting.ts';
import { fileMark } from '../store/file-mark.ts';
import { RefusedReading } from '../store/refused-reading.ts';
import { backfillHistory, noHistory, type ReadHistory } from './backfill-history.ts';
import type { CollectRequest } from './collect-request.ts';
import type { Effects } from './effects.ts';
import { keepBeating } from './keep-beating.ts';
import { readInstance } from './read-instance.ts';
import type { TellReading } from './reading-event.ts';
import { openOwnSpool } from './spool-folder.ts';
import type { SpooledReading } from './spooled-reading.ts';
import { isProcessAlive } from './temporary-names.ts';

/** How collecting one instance ended. */
export type CollectedInstance = { readonly instance: InstanceName } & (
  | ({ readonly kind: 'stored' } & StoredInstance)
  | { readonly kind: 'failed'; readonly failure: ArrFailure }
  /** Somebody else collects it just now. */
  | { readonly kind: 'busy'; readonly holder: LockHolder }
  /** It was read, and the store would not take it. */
  | { readonly kind: 'refused'; readonly refusal: RefusedReading }
);

/** What was stored, and how well it was read. */
export interface StoredInstance {
  readonly saved: Saved;
  readonly plan: ReadPlan;
  readonly counts: ReadingCounts;
  readonly skipped: readonly SkippedItem[];
  readonly oddities: readonly Oddity[];
  /** Whose lock was taken over, as it was dead; null as a rule. */
  readonly takenOverFrom: LockHolder | null;
  readonly history: ReadHistory;
}

/** Locks, reads, stores, unlocks. @throws {AppError} code `store` when the database fails */
export async function collectInstance(
  config: InstanceConfig,
  request: CollectRequest,
  effects: Effects,
): Promise<CollectedInstance> {
  const { service, name } = config;
  const instance = { service, name };
  const taken = await request.store.lock(instance, {
    id: randomUUID(),
    host: hostname(),
    processId: process.pid,
    now: effects.now(),
    isAlive: isProcessAlive,
  });
  if (!taken.ok) return { instance, kind: 'busy', holder: taken.holder };
  await using lock = taken.lock;
  using _ = keepBeating(lock, effects);
  try {
    return { instance, ...(await readAndStore(config, { ...request, lock }, effects)) };
  } catch (error) {
    if (error instanceof RefusedReading) return { instance, kind: 'refused', refusal: error };
    throw error;
  }
}

interface LockedRequest extends CollectRequest {
  readonly lock: InstanceLock;
}

type Ended =
  | Omit<Extract<CollectedInstance, { kind: 'stored' }>, 'instance'>
  | Omit<Extract<CollectedInstance, { kind: 'failed' }>, 'instance'>;

async function readAndStore(
  config: InstanceConfig,
  request: LockedRequest,
  effects: Effects,
): Promise<Ended> {
  const { store, proxy, lock } = request;
  const { service, name } = config;
  const isCarried = service === 'radarr' && request.plan !== 'asked';
  const carriable = isCarried ? await store.carriable({ service, name }) : null;
  const meter = measuring(request.tell);
  const startedAt = effects.now();
  const since = effects.elapsedMs();
  const outcome = await readInstance(config, {
    effects,
    proxy,
    newSpool: () => openOwnSpool(fileMark),
    carriable,
    tell: meter.tell,
  });
  if (!outcome.ok) {
    const { failure, instance } = outcome;
    const traffic = { ...meter.traffic(), bytes: 0, durationMs: effects.elapsedMs() - since };
    await store.saveFailure({ instance, startedAt, at: effects.now(), failure, traffic });
    return { kind: 'failed', failure };
  }
  using reading = outcome.reading;
  const saved = await store.save(snapshotOf(reading, config, request));
  const history = request.withHistory
    ? await backfillHistory(config, { ...request, items: reading.items }, effects)
    : noHistory;
  const { plan, counts, skipped, oddities } = reading;
  const { takenOverFrom } = lock;
  return { kind: 'stored', saved, plan, counts, skipped, oddities, takenOverFrom, history };
}

function snapshotOf(
  reading: SpooledReading,
  { externalUrl }: InstanceConfig,
  { lock, acceptNewServer, judges }: LockedRequest,
): Snapshot {
  const { plan, traffic, durationMs } = reading;
  const entries = new Map(reading.entries.map((entry) => [entry.fileId, entry]));
  return {
    reading,
    marks: reading.entries,
    read: (ids) => reading.read([...ids].flatMap((id) => entries.get(id) ?? [])),
    plan,
    traffic: { requests: traffic.requests, retries: traffic.retries, bytes: traffic.bytes, durationMs },
    externalUrl,
    ownerId: lock.ownerId,
    acceptNewServer,
    ...judges,
  };
}

/** Counts requests on the way: a try that fails leaves nothing else to tell. */
function measuring(tell: TellReading): {
  readonly tell: TellReading;
  readonly traffic: () => { readonly requests: number; readonly retries: number };
} {
  let [requests, retries] = [0, 0];
  return {
    tell: (instance, event) => {
      if (event.kind === 'talk' && event.event.kind === 'request') requests += 1;
      if (event.kind === 'talk' && event.event.kind === 'retry') retries += 1;
      tell(instance, event);
    },
    traffic: () => ({ requests, retries }),
  };
}
