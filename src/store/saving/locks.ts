import { type InstanceName, instanceKey } from '../../model/instance.ts';
import {
  type InstanceLock,
  type LockHolder,
  type LockOwner,
  type LockResult,
  lockPatienceMs,
} from '../collecting.ts';
import type { Work } from '../engine/engine.ts';
import type { Guarded } from '../engine/guarded.ts';
import { RefusedReading } from '../refused-reading.ts';
import type { LockRow } from '../tables.ts';
import { tenant } from '../tenant.ts';
import { instanceRow } from './instance-row.ts';

/** Takes the lock of an instance, from a dead owner if need be. */
export async function takeLock(guarded: Guarded, name: InstanceName, owner: LockOwner): Promise<LockResult> {
  return guarded.write(async (work) => {
    const { instance } = await instanceRow(work, name);
    const held = await readLock(work, instance);
    if (held !== null && !isAbandoned(held, owner)) return { ok: false, holder: holderOf(held) };
    await writeLock(work, rowOf(instance, owner));
    const place = { guarded, instance, name, ownerId: owner.id };
    return { ok: true, lock: createLock(place, held === null ? null : holderOf(held)) };
  });
}

interface Place {
  readonly guarded: Guarded;
  readonly instance: number;
  readonly name: InstanceName;
  readonly ownerId: string;
}

function createLock(
  { guarded, instance, name, ownerId }: Place,
  takenOverFrom: LockHolder | null,
): InstanceLock {
  return {
    ownerId,
    takenOverFrom,
    beat: async (now) => {
      const result = await guarded.attempt(() =>
        guarded.write((work) =>
          work
            .updateTable('lock')
            .set({ beat_at: now.toISOString() })
            .where('tenant', '=', tenant)
            .where('instance', '=', instance)
            .where('owner', '=', ownerId)
            .executeTakeFirst(),
        ),
      );
      if (result.numUpdatedRows === 0n) throw lost(name);
    },
    [Symbol.asyncDispose]: async () => {
      await guarded.write((work) =>
        work
          .deleteFrom('lock')
          .where('tenant', '=', tenant)
          .where('instance', '=', instance)
          .where('owner', '=', ownerId)
          .execute(),
      );
    },
  };
}

async function readLock(work: Work, instance: number): Promise<LockRow | null> {
  const row = await work
    .selectFrom('lock')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('instance', '=', instance)
    .executeTakeFirst();
  return row ?? null;
}

async function writeLock(work: Work, row: LockRow): Promise<void> {
  await work
    .insertInto('lock')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant', 'instance']).doUpdateSet(row))
    .execute();
}

function rowOf(instance: number, { id, host, processId, now }: LockOwner): LockRow {
  const at = now.toISOString();
  return { tenant, instance, owner: id, host, process_id: processId, taken_at: at, beat_at: at };
}

/** Its process is gone, or it has been silent; a beat far in the future comes from a clock that was set back since. */
function isAbandoned(held: LockRow, owner: LockOwner): boolean {
  if (held.host === owner.host && !owner.isAlive(held.process_id)) return true;
  return Math.abs(owner.now.getTime() - Date.parse(held.beat_at)) > lockPatienceMs;
}

function holderOf({ host, process_id, taken_at, beat_at }: LockRow): LockHolder {
  return { host, processId: process_id, since: new Date(taken_at), beatAt: new Date(beat_at) };
}

function lost(name: InstanceName): RefusedReading {
  return new RefusedReading(`${instanceKey(name)}: another arr-score took over while this one was reading`, {
    hint: 'Nothing was stored by this one. Let one program collect an instance, not two.',
  });
}
