import { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';
import type { Server } from '../../model/server.ts';

const Status = z.object({
  appName: z.string().default('a server without a name'),
  version: z.string().default('unknown'),
  urlBase: z.string().nullish(),
  isWindows: z.boolean().default(false),
  authentication: z.string().nullish(),
});

/** What the server says of itself. Source: servarr.md 2.5, the same for Radarr and Sonarr. */
export async function readServer(client: ArrClient): Promise<Server> {
  const { appName, version, urlBase, isWindows, authentication } = await client.get(
    '/api/v3/system/status',
    Status,
  );
  return { appName, version, urlBase: urlBase ?? '', isWindows, authentication: authentication ?? null };
}
