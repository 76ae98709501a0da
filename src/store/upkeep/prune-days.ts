import type { Work } from '../engine/engine.ts';
import { tenant } from '../tenant.ts';
import type { Pruned } from '../upkeep.ts';

/** Keeps the last written day of each week before a time; what files and rules did stays whole. */
export async function pruneDays(work: Work, before: Date): Promise<Pruned> {
  const rows = await work
    .selectFrom('day_count')
    .select(['instance', 'profile', 'day'])
    .where('tenant', '=', tenant)
    .where('day', '<', before.toISOString().slice(0, 10))
    .orderBy('day')
    .execute();
  const lastOfWeek = new Map(
    rows.map((row) => [`${row.instance} ${row.profile} ${weekOf(row.day)}`, row.day]),
  );
  const thinned = rows.filter(
    ({ instance, profile, day }) => lastOfWeek.get(`${instance} ${profile} ${weekOf(day)}`) !== day,
  );
  for (const { instance, profile, day } of thinned) {
    await work
      .deleteFrom('day_count')
      .where('tenant', '=', tenant)
      .where('instance', '=', instance)
      .where('profile', '=', profile)
      .where('day', '=', day)
      .execute();
  }
  return { days: thinned.length };
}

const dayMs = 86_400_000;

/** Weeks since 1970; they begin on a Monday, which 5 January 1970 was. */
function weekOf(day: string): number {
  return Math.floor((Date.parse(`${day}T00:00:00Z`) / dayMs - 4) / 7);
}
