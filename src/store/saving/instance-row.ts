import { type InstanceName, instanceKey } from '../../model/instance.ts';
import type { Work } from '../engine/engine.ts';
import { RefusedReading } from '../refused-reading.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';

/** The row of an instance; null before the first try to read it. */
export async function findInstance(work: Work, { service, name }: InstanceName): Promise<InstanceRow | null> {
  const row = await work
    .selectFrom('instance')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('service', '=', service)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ?? null;
}

/** The row of an instance, made if need be. */
export async function instanceRow(work: Work, wanted: InstanceName): Promise<InstanceRow> {
  const found = await findInstance(work, wanted);
  if (found !== null) return found;
  const newest = await work
    .selectFrom('instance')
    .select(({ fn }) => fn.max('instance').as('last'))
    .where('tenant', '=', tenant)
    .executeTakeFirst();
  const row: InstanceRow = {
    tenant,
    instance: Number(newest?.last ?? 0) + 1,
    service: wanted.service,
    name: wanted.name,
    external_url: null,
    server: null,
    definitions: null,
    first_run: null,
    read_run: null,
    snapshots: 0,
    items_sum: null,
    files_sum: null,
    history_page: null,
    history_since: null,
  };
  await work.insertInto('instance').values(row).execute();
  return row;
}

/** @throws {RefusedReading} when the lock is not the owner's any more */
export async function holdLock(
  work: Work,
  instance: InstanceRow,
  { owner, name }: { readonly owner: string; readonly name: InstanceName },
): Promise<void> {
  const held = await work
    .selectFrom('lock')
    .select('owner')
    .where('tenant', '=', tenant)
    .where('instance', '=', instance.instance)
    .executeTakeFirst();
  if (held?.owner === owner) return;
  throw new RefusedReading(`${instanceKey(name)}: another arr-score took over while this one was reading`, {
    hint: 'Nothing was stored by this one. Let one program collect an instance, not two.',
  });
}
