import { sql } from 'kysely';
import type { Work } from '../engine/engine.ts';
import type { FileRow } from '../file-tables.ts';
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

/** Groups files as they are written: for a first snapshot, which would be read again otherwise. */
export interface GroupCounter {
  readonly add: (rows: readonly FileRow[]) => void;
  readonly groups: () => readonly FileGroup[];
}

/** A counter of nothing yet. */
export function countGroups(): GroupCounter {
  const bySet = new Map<number, OpenGroup[]>();
  const groupOf = (row: FileRow): OpenGroup => {
    const { profile, match_set, surplus, quality } = row;
    const known = bySet.get(match_set) ?? [];
    bySet.set(match_set, known);
    const found = known.find((group) => isOfGroup(row, group));
    if (found !== undefined) return found;
    const group = { profile, match_set, surplus, quality, fresh: 1, files: 0, bytes: 0 };
    known.push(group);
    return group;
  };
  return {
    add: (rows) => {
      for (const row of rows) {
        const group = groupOf(row);
        group.files += 1;
        group.bytes += row.size_bytes;
      }
    },
    groups: () => [...bySet.values()].flat(),
  };
}

type OpenGroup = { -readonly [Key in keyof FileGroup]: FileGroup[Key] };

function isOfGroup({ profile, quality, surplus }: FileRow, group: FileGroup): boolean {
  return group.profile === profile && group.quality === quality && group.surplus === surplus;
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
