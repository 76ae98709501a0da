import { ArrError } from '../arr/arr-error.ts';
import type { ArrClient } from '../arr/client.ts';
import { openArrClient } from '../arr/open-client.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { ProxySettings } from '../model/proxy-settings.ts';
import type { Server } from '../model/server.ts';
import type { Carriable } from '../store/collecting.ts';
import type { Effects } from './effects.ts';
import { type ExactReading, type ExactRequest, readExactly } from './read-exactly.ts';
import type { ReadingEvent, TellReading } from './reading-event.ts';
import { exporters } from './registry.ts';
import type { Spool } from './spool.ts';
import type { InstanceOutcome, SpooledReading } from './spooled-reading.ts';

/** What reading an instance needs besides its configuration. */
export interface ReadContext {
  readonly effects: Effects;
  readonly proxy: ProxySettings;
  /** A new spool for an instance. */
  readonly newSpool: () => Spool;
  /** How the formats become known; `computed` is for Radarr, others are asked. */
  readonly plan?: 'asked' | 'computed';
  /** What the store lets the reading carry over; null asks for everything. */
  readonly carriable: Carriable | null;
  readonly tell: TellReading;
}

/**
 * Reads one instance into a spool. Its failure is a result.
 *
 * @throws the reason of the effects' signal when interrupted; what is left open is closed first
 */
export async function readInstance(config: InstanceConfig, context: ReadContext): Promise<InstanceOutcome> {
  const { service, name } = config;
  const instance = { service, name };
  context.tell(instance, { kind: 'started' });
  try {
    await using client = openClient(config, context);
    const server = await readServer(client, config);
    const reading = await readIntoSpool({ client, server, config, context });
    return { ok: true, instance, reading };
  } catch (error) {
    context.effects.signal.throwIfAborted();
    if (!(error instanceof ArrError)) throw error;
    context.tell(instance, { kind: 'failed', failure: error.failure });
    return { ok: false, instance, failure: error.failure };
  }
}

/** A client for a configured instance; sends nothing by itself. */
export function openClient(
  config: InstanceConfig,
  { effects, proxy, tell }: Pick<ReadContext, 'effects' | 'proxy' | 'tell'>,
): ReturnType<typeof openArrClient> {
  const { elapsedMs: now, random, sleep, signal } = effects;
  return openArrClient(
    { ...config, proxy },
    { now, random, sleep, signal, tell: (event) => tell(config, { kind: 'talk', event }) },
  );
}

/** @throws {ArrError} kind `wrong-service` when something else answers */
export async function readServer(client: ArrClient, { service, baseUrl }: InstanceConfig): Promise<Server> {
  const { appName: expected, server: read } = exporters[service];
  const server = await read(client);
  if (server.appName === expected) return server;
  throw new ArrError({ kind: 'wrong-service', url: baseUrl, expected, found: server.appName });
}

interface Work {
  readonly client: ArrClient;
  readonly server: Server;
  readonly config: InstanceConfig;
  readonly context: ReadContext;
}

async function readIntoSpool({ client, server, config, context }: Work): Promise<SpooledReading> {
  const { effects, newSpool, tell, carriable } = context;
  using opened = new DisposableStack();
  const spool = opened.use(newSpool());
  const startedAt = effects.now();
  const since = effects.elapsedMs();
  const tellOf = (event: ReadingEvent): void => tell(config, event);
  const request = { client, config, spool, server, carriable, tell: tellOf };
  const isComputed = context.plan === 'computed' && config.service === 'radarr';
  const exact = isComputed ? await computed(request, effects) : await readExactly(request);
  const { rules, items, itemsWithoutFile, skipped, oddities, entries, plan } = exact;
  const durationMs = effects.elapsedMs() - since;
  const { repairedTexts } = client.traffic();
  const counts = { items: items.size, files: entries.length, itemsWithoutFile, repairedTexts };
  tell(config, { kind: 'read', counts, ms: durationMs, traffic: client.traffic() });
  const kept = opened.move();
  const read: SpooledReading['read'] = (wanted) => spool.read(wanted, { items, profiles: rules.profiles });
  return {
    instance: { service: config.service, name: config.name },
    server,
    startedAt,
    finishedAt: new Date(startedAt.getTime() + durationMs),
    scope: { kind: 'all' },
    rules,
    items,
    counts,
    skipped,
    oddities,
    entries,
    read,
    plan,
    traffic: client.traffic(),
    durationMs,
    async *files() {
      yield* read(entries);
    },
    [Symbol.dispose]: () => kept.dispose(),
  };
}

/** Loads the engine only for those who compute with it. */
async function computed(request: ExactRequest, { random }: Effects): Promise<ExactReading> {
  const { readComputed } = await import('./read-computed.ts');
  return readComputed({ ...request, random });
}
