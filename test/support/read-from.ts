import type { CarryFormats, ItemsRead } from '../../src/exporters/exporter.ts';
import type { MediaFile } from '../../src/model/media-file.ts';
import type { Service } from '../../src/model/service.ts';
import { exporters } from '../../src/pipeline/registry.ts';
import { aClient } from './client.ts';
import { aJsonServer, type JsonAnswer } from './json-server.ts';

/** What an exporter makes of a server's answers. */
export interface ReadFrom extends ItemsRead {
  readonly files: readonly MediaFile[];
}

/** Reads rules and items of a server that answers as it is told. @param carry  null asks for every file */
export async function readFrom(
  service: Service,
  answers: Readonly<Record<string, JsonAnswer>>,
  carry: CarryFormats | null = null,
): Promise<ReadFrom> {
  await using server = await aJsonServer(answers);
  await using client = aClient(server.url, { service });
  const files: MediaFile[] = [];
  const rules = await exporters[service].rules(client);
  const read = await exporters[service].read(client, {
    instance: 'main',
    rules,
    chunkSize: 100,
    carry,
    take: (some) => files.push(...some),
    progress: () => undefined,
  });
  return { ...read, files };
}
