import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** Where the recorded answers of real servers lie beside a checkout; a user's clone has none. */
export const recordings = '../shared/recordings';

/** Whether tests that read recordings in place can run. */
export const hasRecordings: boolean = existsSync(recordings);

const Index = z.array(z.object({ path: z.string(), status: z.number(), body: z.string().nullable() }));

/** All rows of a list, over all recorded chunks of it, each once. */
export async function rawRows<T extends { readonly id: number }>(
  folder: string,
  resource: string,
  shape: z.ZodType<T>,
): Promise<readonly T[]> {
  const index = Index.parse(JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')));
  const pattern = new RegExp(`^/api/v3/${resource}([?]|$)`);
  const rows = new Map<number, T>();
  for (const { path, status, body } of index) {
    if (status !== 200 || body === null || !pattern.test(path)) continue;
    for (const row of z.array(shape).parse(JSON.parse(await text(join(folder, body))))) rows.set(row.id, row);
  }
  return [...rows.values()];
}

async function text(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
