import { instanceKey } from '../../model/instance.ts';
import type { DayCounts } from '../../model/library.ts';
import { isAlive } from '../rules/rule-span.ts';
import { unpackCounts } from '../saving/count-days.ts';
import { tenant } from '../tenant.ts';
import type { InstanceView } from './instance-view.ts';
import { loadReadRuns } from './read-runs.ts';

type Counted = Omit<DayCounts, 'day'>;

/** Counts of every day on which the instance was read, oldest first; profiles in the order of their ids. */
export async function daysOf(view: InstanceView, since: Date | null): Promise<readonly DayCounts[]> {
  const lastRuns = await lastRunOfDays(view);
  const written = await loadCounts(view);
  const first = since?.toISOString().slice(0, 10) ?? '';
  const current = new Map<number, Counted>();
  const days: DayCounts[] = [];
  let next = 0;
  for (const [day, run] of lastRuns) {
    const until = written.findIndex((one, at) => at >= next && one.day > day);
    const due = written.slice(next, until < 0 ? written.length : until);
    next += due.length;
    for (const { counted } of due) current.set(counted.profileId, counted);
    if (day < first) continue;
    const there = [...current.values()].filter(({ profileId }) => isThere(view, profileId, run));
    days.push(...there.toSorted((a, b) => a.profileId - b.profileId).map((counted) => ({ ...counted, day })));
  }
  return days;
}

function isThere({ book }: InstanceView, profile: number, run: number): boolean {
  return book.spans.some((span) => span.kind === 'profile' && span.rule === profile && isAlive(span, run));
}

async function lastRunOfDays({ work, row }: InstanceView): Promise<ReadonlyMap<string, number>> {
  const runs = await loadReadRuns(work, row.instance);
  return new Map(runs.map(({ run, at }) => [at.toISOString().slice(0, 10), run]));
}

async function loadCounts({
  work,
  row,
  instance,
}: InstanceView): Promise<readonly { readonly day: string; readonly counted: Counted }[]> {
  const rows = await work
    .selectFrom('day_count')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .orderBy('day')
    .execute();
  return rows.map(({ day, profile, profile_name, size_bytes, counts }) => ({
    day,
    counted: {
      instanceKey: instanceKey(instance),
      profileId: profile,
      profileName: profile_name,
      sizeBytes: size_bytes,
      ...unpackCounts(counts),
    },
  }));
}
