import type { LibraryFile } from '../../model/library.ts';
import type { Work } from '../engine/engine.ts';
import type { FileKey, FilePage, FilesQuestion } from '../queries.ts';
import { tenant } from '../tenant.ts';
import { type InstanceView, loadViews } from './instance-view.ts';
import { createFileReader, rowsBehind, type StoredFile } from './read-files.ts';
import { findItems } from './read-items.ts';

/** One page: files of one instance, behind a key. */
export async function readFilePage(work: Work, question: FilesQuestion): Promise<FilePage> {
  const views = await loadViews(work, question.instances);
  const { after, pageSize } = question;
  const first = after === null ? 0 : views.findIndex((view) => isOf(view, after));
  for (const view of views.slice(Math.max(first, 0))) {
    const key = after !== null && isOf(view, after) ? { item: after.item, file_id: after.fileId } : null;
    const rows = await rowsBehind(view, key, pageSize);
    const last = rows.at(-1);
    if (last === undefined) continue;
    const files = await filesOf(view, rows);
    const next = { instance: view.instance, item: last.item, fileId: last.file_id };
    return { files: question.matches === null ? files : files.filter(question.matches), next };
  }
  return { files: [], next: null };
}

function isOf({ instance }: InstanceView, key: FileKey): boolean {
  return instance.service === key.instance.service && instance.name === key.instance.name;
}

async function filesOf(view: InstanceView, rows: readonly StoredFile[]): Promise<readonly LibraryFile[]> {
  const { plan } = await view.work
    .selectFrom('run')
    .select('plan')
    .where('tenant', '=', tenant)
    .where('instance', '=', view.row.instance)
    .where('run', '=', view.readRun)
    .executeTakeFirstOrThrow();
  const newest = { run: view.readRun, plan, previous: view.row.snapshots - 1 };
  const items = await findItems(view, new Set(rows.map(({ item }) => item)));
  const toFile = createFileReader(view, items, newest);
  return rows.map(toFile);
}
