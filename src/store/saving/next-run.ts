import type { Work } from '../engine/engine.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';

/** A run's number and time. */
export interface RunAt {
  readonly run: number;
  readonly at: Date;
}

/** The run that is about to be stored. */
export interface NextRun extends RunAt {
  readonly clockBehindMs: number;
  /** The newest snapshot before it. */
  readonly previous: RunAt | null;
}

/**
 * Numbers rise, and so do times: where the clock went back, a run is stored a millisecond after the one before it.
 */
export async function nextRun(work: Work, instance: InstanceRow, clock: Date): Promise<NextRun> {
  const ofInstance = work
    .selectFrom('run')
    .select(['run', 'at'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance.instance);
  const last = await ofInstance.orderBy('run', 'desc').limit(1).executeTakeFirst();
  const read = await ofInstance.where('run', '=', instance.read_run ?? 0).executeTakeFirst();
  const lastMs = last === undefined ? Number.NEGATIVE_INFINITY : Date.parse(last.at);
  const isBehind = clock.getTime() <= lastMs;
  return {
    run: (last?.run ?? 0) + 1,
    at: isBehind ? new Date(lastMs + 1) : clock,
    clockBehindMs: isBehind ? lastMs - clock.getTime() : 0,
    previous: read === undefined ? null : { run: read.run, at: new Date(read.at) },
  };
}
