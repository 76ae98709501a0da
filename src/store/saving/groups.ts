import { sql } from 'kysely';
import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';

/** Files of one profile that the rules cannot tell apart. */
export interface FileGroup {
  readonly profile: number;
  readonly match_set: number;
  readonly surplus: number;
  /** A term. */
  readonly quality: number;
  /** 1 where the span began in this run. */
  readonly fresh: number;
  readonly files: number;
  readonly bytes: number;
}

/** A library as groups: as many as there are combinations, not files. */
export async function loadGroups(
  work: Work,
  { instance, run }: { readonly instance: number; readonly run: number },
): Promise<readonly FileGroup[]> {
  const fresh = sql<number>`case when from_run = ${sql.lit(run)} then 1 else 0 end`;
  return work
    .selectFrom('file')
    .select(({ fn }) => [
      'profile',
      'match_set',
      'surplus',
      'quality',
      fresh.as('fresh'),
      fn.countAll<number>().as('files'),
      sql<number>`sum(size_bytes)`.as('bytes'),
    ])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .groupBy(['profile', 'match_set', 'surplus', 'quality', fresh])
    .execute();
}
