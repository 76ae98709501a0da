import { z } from 'zod';
import type { ArrClient } from '../../arr/client.ts';
import type { NameTrace } from '../../scoring/recovery/recover-name.ts';

const Row = z.object({
  date: z.coerce.date(),
  eventType: z.string(),
  data: z.record(z.string(), z.string().nullable()).default({}),
});

const Page = z.object({ totalRecords: z.number(), records: z.array(Row) });

const pageSize = 1000;

/** Imports and renames, by their numbers. Source: servarr.md 3.6. */
const kinds = 'eventType=3&eventType=6';

/** Everything that Sonarr's history says of names of files; a page costs it more than a second. @throws {ArrError} */
export async function readNameTraces(client: ArrClient): Promise<readonly NameTrace[]> {
  const traces: NameTrace[] = [];
  for (let page = 1; ; page += 1) {
    const query = `page=${page}&pageSize=${pageSize}&sortKey=date&sortDirection=ascending&${kinds}`;
    const { totalRecords, records } = await client.get(`/api/v3/history?${query}`, Page);
    traces.push(...records.flatMap(traceOf));
    if (records.length === 0 || page * pageSize >= totalRecords) return traces;
  }
}

function traceOf({ date, eventType, data }: z.infer<typeof Row>): readonly NameTrace[] {
  const { fileId, droppedPath, sourcePath, path } = data;
  if (eventType === 'downloadFolderImported' && fileId && droppedPath) {
    return [{ kind: 'imported', fileId: Number(fileId), droppedPath }];
  }
  if (eventType === 'episodeFileRenamed' && sourcePath && path) {
    return [{ kind: 'renamed', at: date, from: sourcePath, to: path }];
  }
  return [];
}
