import { z } from 'zod';
import type { InstanceName } from '../../model/instance.ts';
import type { Server } from '../../model/server.ts';
import type { Carriable, CarriableFile } from '../collecting.ts';
import type { Work } from '../engine/engine.ts';
import { loadMatchSets } from '../rows/match-sets.ts';
import { loadRuleBook } from '../rules/rule-book.ts';
import { tenant } from '../tenant.ts';
import { findInstance } from './instance-row.ts';

/** We wrote it ourselves: the type is told, not checked. */
const ServerShape = z.custom<Server>();

/** What the newest snapshot lets the next reading carry over. */
export async function loadCarriable(work: Work, name: InstanceName): Promise<Carriable | null> {
  const row = await findInstance(work, name);
  if (row?.read_run == null || row.server === null || row.definitions === null) return null;
  const { instance } = row;
  const book = await loadRuleBook(work, { instance, service: name.service });
  const rules = await book.at(row.read_run);
  const sets = await loadMatchSets(work, instance);
  const rows = await work
    .selectFrom('file')
    .select(['file_id', 'inputs', 'match_set'])
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .where('surplus', '=', 0)
    .execute();
  const files = rows.map(({ file_id, inputs, match_set }): readonly [number, CarriableFile] => [
    file_id,
    { inputs, formatIds: rules.idsOf(sets.formats(match_set)) },
  ]);
  return {
    serverVersion: ServerShape.parse(JSON.parse(row.server)).version,
    definitions: row.definitions,
    snapshots: row.snapshots,
    files: new Map(files),
  };
}
