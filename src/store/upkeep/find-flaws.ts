import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../engine/engine.ts';
import type { DayCountRow } from '../file-tables.ts';
import { unpackCounts } from '../saving/count-days.ts';
import { tenant } from '../tenant.ts';
import type { StoreFlaw } from '../upkeep.ts';

interface Invariant {
  /** Completes "3 …". */
  readonly problem: string;
  /** Gives `instance` and how many rows of it are wrong. */
  readonly query: RawBuilder<{ readonly instance: number; readonly flawed: number }>;
}

/** Rows of a table that have no partner in another. */
function orphans(problem: string, table: string, missing: RawBuilder<unknown>): Invariant {
  return {
    problem,
    query: sql`select instance, count(*) as flawed from ${sql.table(table)} as t
      where t.tenant = ${tenant} and not exists (${missing}) group by instance`,
  };
}

const invariants: readonly Invariant[] = [
  orphans(
    'items belong to no instance',
    'item',
    sql`select 1 from instance n where n.tenant = t.tenant and n.instance = t.instance`,
  ),
  ...(['file', 'fact', 'event'] as const).map((table) =>
    orphans(
      `rows of ${table} belong to no item`,
      table,
      sql`select 1 from item i where i.tenant = t.tenant and i.instance = t.instance and i.item = t.item`,
    ),
  ),
  ...(['file', 'fact'] as const).map((table) =>
    orphans(
      `rows of ${table} name matches that are not stored`,
      table,
      sql`select 1 from match_set m where m.tenant = t.tenant and m.instance = t.instance and m.match_set = t.match_set`,
    ),
  ),
  orphans(
    'rules have no content',
    'rule',
    sql`select 1 from rule_content c where c.tenant = t.tenant and c.hash = t.hash`,
  ),
  orphans(
    'files have a quality that is not stored',
    'file',
    sql`select 1 from term q where q.tenant = t.tenant and q.term = t.quality`,
  ),
  {
    problem: 'spans end before they begin',
    query: sql`select instance, count(*) as flawed from fact
      where tenant = ${tenant} and from_run >= to_run group by instance`,
  },
  {
    problem: 'spans of a slot overlap',
    query: sql`select instance, count(*) as flawed from (
      select instance, from_run, lag(to_run) over (
        partition by tenant, instance, item, season, episode order by to_run) as ended
      from fact where tenant = ${tenant}) as spans
      where from_run < ended group by instance`,
  },
  {
    problem: 'rules hold twice at the same time',
    query: sql`select instance, count(*) as flawed from (
      select instance, from_run, lag(to_run) over w as ended, lag(from_run) over w as began
      from rule where tenant = ${tenant}
      window w as (partition by tenant, instance, kind, rule order by from_run)) as spans
      where began is not null and (ended is null or from_run < ended) group by instance`,
  },
  {
    problem: 'tries are out of order',
    query: sql`select instance, count(*) as flawed from (
      select instance, at, lag(at) over (partition by tenant, instance order by run) as earlier
      from run where tenant = ${tenant}) as tries
      where at <= earlier group by instance`,
  },
  {
    problem: 'movies whose file began before their last span ended',
    query: sql`select f.instance, count(distinct f.item) as flawed from file f join fact p
      on p.tenant = f.tenant and p.instance = f.instance and p.item = f.item and p.season = f.season
      where f.tenant = ${tenant} and f.season = -1 and p.to_run > f.from_run group by f.instance`,
  },
];

/** What should not be, by our own invariants. */
export async function findFlaws(work: Work): Promise<readonly StoreFlaw[]> {
  const names = new Map(
    (await work.selectFrom('instance').select(['instance', 'service', 'name']).execute()).map((row) => [
      row.instance,
      `${row.service}/${row.name}`,
    ]),
  );
  const flaws: StoreFlaw[] = [];
  for (const { problem, query } of invariants) {
    const { rows } = await query.execute(work);
    for (const { instance, flawed } of rows) {
      flaws.push({ instance: names.get(instance) ?? null, problem: `${flawed} ${problem}` });
    }
  }
  return [...flaws, ...(await wrongSums(work, names))];
}

/** The newest counts of each profile are those of its files. */
async function wrongSums(work: Work, names: ReadonlyMap<number, string>): Promise<readonly StoreFlaw[]> {
  const counted = await work
    .selectFrom('day_count')
    .select(['instance', 'profile', 'profile_name', 'counts', 'size_bytes'])
    .where('tenant', '=', tenant)
    .orderBy('day')
    .execute();
  const newest = new Map(counted.map((row) => [`${row.instance} ${row.profile}`, row]));
  const { rows } =
    await sql<ProfileFiles>`select instance, profile, count(*) as files, sum(size_bytes) as bytes
     from file where tenant = ${tenant} group by instance, profile`.execute(work);
  return rows.flatMap((there) => {
    const problem = miscount(newest.get(`${there.instance} ${there.profile}`), there);
    return problem === null ? [] : { instance: names.get(there.instance) ?? null, problem };
  });
}

interface ProfileFiles {
  readonly instance: number;
  readonly profile: number;
  readonly files: number;
  readonly bytes: number;
}

function miscount(
  row: Pick<DayCountRow, 'profile_name' | 'counts' | 'size_bytes'> | undefined,
  { files, bytes }: ProfileFiles,
): string | null {
  if (row === undefined) return `${files} files are in no count of their profile`;
  const counted = unpackCounts(row.counts).scores.reduce((total, { files: some }) => total + some, 0);
  if (counted !== files) return `${row.profile_name} counts ${counted} files, and has ${files}`;
  if (row.size_bytes === bytes) return null;
  return `${row.profile_name} counts ${row.size_bytes} bytes, and has ${bytes}`;
}
