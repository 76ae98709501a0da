import { ArrError } from '../arr/arr-error.ts';
import type { ArrClient } from '../arr/client.ts';
import type { InstanceConfig } from '../config/config.ts';
import type { ArrFailure } from '../model/arr-failure.ts';
import type { InstanceName } from '../model/instance.ts';
import type { Item } from '../model/item.ts';
import type { MediaFile } from '../model/media-file.ts';
import type { Rules } from '../model/rules.ts';
import type { Server } from '../model/server.ts';
import { openClient, type ReadContext, readServer } from './read-instance.ts';
import { exporters } from './registry.ts';

/** The files of some items, as their server has them now. */
export type SomeFiles =
  | {
      readonly ok: true;
      readonly instance: InstanceName;
      readonly server: Server;
      readonly rules: Rules;
      readonly items: ReadonlyMap<number, Item>;
      readonly files: readonly MediaFile[];
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
  return { ok: true, instance: { service: config.service, name: config.name }, server, rules, items, files };
}
