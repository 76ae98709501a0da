import type { Engine } from '../engine/engine.ts';
import { readSchemaState } from '../migrate.ts';
import type { InstanceRow } from '../tables.ts';
import { tenant } from '../tenant.ts';
import type { InstanceInfo, StoreInfo } from '../upkeep.ts';

/** How big a store is, and how old. */
export async function describeStore(engine: Engine): Promise<StoreInfo> {
  const { kind, place, db } = engine;
  const { version } = await readSchemaState(engine);
  const rows = await db
    .selectFrom('instance')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('instance')
    .execute();
  const instances: InstanceInfo[] = [];
  for (const row of rows) instances.push(await describeInstance(engine, row));
  return { engine: kind, place, version, sizeBytes: await engine.sizeBytes(), instances };
}

async function describeInstance({ db }: Engine, row: InstanceRow): Promise<InstanceInfo> {
  const count = async (table: 'file' | 'fact' | 'event'): Promise<number> => {
    const found = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where('tenant', '=', tenant)
      .where('instance', '=', row.instance)
      .executeTakeFirstOrThrow();
    return Number(found.rows);
  };
  const items = await db
    .selectFrom('item')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('is_present', '=', 1)
    .executeTakeFirstOrThrow();
  const runs = await db
    .selectFrom('run')
    .select(({ fn }) => [fn.countAll<number>().as('rows'), fn.min('at').as('first'), fn.max('at').as('last')])
    .where('tenant', '=', tenant)
    .where('instance', '=', row.instance)
    .where('plan', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    key: `${row.service}/${row.name}`,
    items: Number(items.rows),
    files: await count('file'),
    facts: await count('fact'),
    snapshots: Number(runs.rows),
    events: await count('event'),
    firstAt: dateOf(runs.first),
    newestAt: dateOf(runs.last),
  };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
