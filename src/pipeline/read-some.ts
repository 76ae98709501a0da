import { ArrError } from '../arr/arr-error.ts';
import type { ArrClient } from '../arr/client.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { Item, Items } from '../model/item.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import type { Server } from '../model/server.ts';
import { openStore } from '../store/open.ts';
import { openClient, type ReadContext, readServer } from './read-instance.ts';
import { exporters } from './registry.ts';
import { storedInstance } from './stored-instance.ts';

/** The files of some items, as their server has them. */
export type SomeFiles =
  | {
      readonly ok: true;
      readonly instance: InstanceName;
      readonly server: Server;
      readonly rules: Rules;
      readonly items: Items;
      readonly files: readonly MediaFile[];
      /** When a store learned of them; null: now, by asking. */
      readonly collectedAt: Date | null;
    }
  | { readonly ok: false; readonly instance: InstanceName; readonly failure: ArrFailure };

/** What small questions need. */
export type SomeContext = Pick<ReadContext, 'effects' | 'proxy' | 'tell'>;

/** The files of a few items: the list, then nothing but those. Its failure is a result. */
export async function readSome(
  config: InstanceConfig,
  wants: (item: Item) => boolean,
  context: SomeContext,
): Promise<SomeFiles> {
  return asResult(config, context, (client, server) => readWanted(client, server, { config, wants }));
}

/**
 * The same as last collected: no server is asked.
 *
 * @param place  of the store
 * @throws {AppError} code `store`, also for an instance that was never collected
 */
export async function recallSome(
  place: string,
  instances: readonly InstanceName[],
  wants: (item: Item) => boolean,
): Promise<readonly SomeFiles[]> {
  await using store = await openStore(place, { use: 'read' });
  const found: SomeFiles[] = [];
  for (const { service, name } of instances) {
    const instance = { service, name };
    const { about, files } = await storedInstance(store, instance);
    const { server, rules, items, readAt: collectedAt } = about;
    const wanted = files.filter(({ item }) => wants(item));
    found.push({ ok: true, instance, server, rules, items, files: wanted, collectedAt });
  }
  return found;
}

/** Does something with a server, and turns its failure into a result. @throws the signal's reason when interrupted */
export async function asResult<Value>(
  config: InstanceConfig,
  context: SomeContext,
  work: (client: ArrClient, server: Server) => Promise<Value>,
): Promise<Value | { readonly ok: false; readonly instance: InstanceName; readonly failure: ArrFailure }> {
  const instance = { service: config.service, name: config.name };
  try {
    await using client = openClient(config, context);
    return await work(client, await readServer(client, config));
  } catch (error) {
    context.effects.signal.throwIfAborted();
    if (error instanceof ArrError) return { ok: false, instance, failure: error.failure };
    throw error;
  }
}

interface Wanted {
  readonly config: InstanceConfig;
  readonly wants: (item: Item) => boolean;
}

/** For whoever has a client already. @throws {ArrError} */
export async function readWanted(
  client: ArrClient,
  server: Server,
  { config, wants }: Wanted,
): Promise<SomeFiles & { readonly ok: true }> {
  const exporter = exporters[config.service];
  const rules = await exporter.rules(client);
  const files: MediaFile[] = [];
  const { items, skipped } = await exporter.read(client, {
    instance: config.name,
    rules,
    chunkSize: config.chunkSize,
    wants,
    carry: null,
    take: (some) => void files.push(...some),
    progress: () => undefined,
  });
  const [failed] = skipped;
  if (failed !== undefined) throw new ArrError(failed.failure);
  const instance = { service: config.service, name: config.name };
  return { ok: true, instance, server, rules, items, files, collectedAt: null };
}
