import type { FailedTry } from '../collecting.ts';
import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';
import { instanceRow } from './instance-row.ts';
import { nextRun } from './next-run.ts';

/** Records a try that brought nothing. */
export async function saveFailure(work: Work, failed: FailedTry): Promise<void> {
  const row = await instanceRow(work, failed.instance);
  const { run, at } = await nextRun(work, row, failed.at);
  const { requests, retries, bytes, durationMs } = failed.traffic;
  await work
    .insertInto('run')
    .values({
      tenant,
      instance: row.instance,
      run,
      started_at: failed.startedAt.toISOString(),
      at: at.toISOString(),
      plan: null,
      items: 0,
      files: 0,
      items_without_file: 0,
      changed: 0,
      requests,
      retries,
      bytes,
      duration_ms: Math.round(durationMs),
      skipped: null,
      failure: JSON.stringify(failed.failure),
    })
    .execute();
}
