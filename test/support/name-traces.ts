import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { NameTrace } from '../../src/scoring/recovery/recover-name.ts';

const Index = z.array(z.object({ path: z.string(), status: z.number(), body: z.string().nullable() }));
const Page = z.object({
  records: z.array(
    z.object({
      date: z.coerce.date(),
      eventType: z.string(),
      data: z.record(z.string(), z.string().nullable()),
    }),
  ),
});

/** What the recorded history of a set says of names. */
export async function nameTraces(folder: string): Promise<readonly NameTrace[]> {
  const index = Index.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
  const pages = index.filter(
    ({ path, status }) => status === 200 && path.startsWith('/api/v3/history?page='),
  );
  return pages.flatMap(({ body }) => {
    const bytes = readFileSync(join(folder, String(body)));
    const text = (String(body).endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    return Page.parse(JSON.parse(text)).records.flatMap(({ date, eventType, data }): readonly NameTrace[] => {
      const { fileId, droppedPath, sourcePath, path } = data;
      if (eventType === 'downloadFolderImported' && fileId && droppedPath) {
        return [{ kind: 'imported', fileId: Number(fileId), droppedPath }];
      }
      if (eventType === 'episodeFileRenamed' && sourcePath && path) {
        return [{ kind: 'renamed', at: date, from: sourcePath, to: path }];
      }
      return [];
    });
  });
}
