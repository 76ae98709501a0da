import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';

/** A snapshot, and the one before it. */
export interface ReadRun {
  readonly run: number;
  readonly at: Date;
  /** null for the first. */
  readonly previous: { readonly run: number; readonly at: Date } | null;
}

/** All snapshots of an instance, oldest first. */
export async function loadReadRuns(work: Work, instance: number): Promise<readonly ReadRun[]> {
  const rows = await work
    .selectFrom('run')
    .select(['run', 'at'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .where('plan', 'is not', null)
    .orderBy('run')
    .execute();
  const moments = rows.map(({ run, at }) => ({ run, at: new Date(at) }));
  return moments.map((moment, index) => ({ ...moment, previous: moments[index - 1] ?? null }));
}

/** A snapshot that is not the first. */
export interface LaterRun extends ReadRun {
  readonly previous: { readonly run: number; readonly at: Date };
}

/** Those of some snapshots that are not the first; however many there are besides. */
export async function findLaterRuns(
  work: Work,
  instance: number,
  runs: readonly number[],
): Promise<readonly LaterRun[]> {
  if (runs.length === 0) return [];
  const rows = await work
    .selectFrom('run')
    .innerJoin('run as earlier', (join) =>
      join
        .onRef('earlier.tenant', '=', 'run.tenant')
        .onRef('earlier.instance', '=', 'run.instance')
        .on((eb) =>
          eb(
            'earlier.run',
            '=',
            eb
              .selectFrom('run as before')
              .select(({ fn }) => fn.max('before.run').as('run'))
              .whereRef('before.tenant', '=', 'run.tenant')
              .whereRef('before.instance', '=', 'run.instance')
              .whereRef('before.run', '<', 'run.run')
              .where('before.plan', 'is not', null),
          ),
        ),
    )
    .select(['run.run', 'run.at', 'earlier.run as earlier_run', 'earlier.at as earlier_at'])
    .where('run.tenant', '=', tenant)
    .where('run.instance', '=', instance)
    .where('run.run', 'in', [...runs])
    .orderBy('run.run')
    .execute();
  return rows.map(({ run, at, earlier_run, earlier_at }) => ({
    run,
    at: new Date(at),
    previous: { run: earlier_run, at: new Date(earlier_at) },
  }));
}
