import type { Collecting } from './collecting.ts';
import type { Engine } from './engine/engine.ts';
import { type Guarded, guard } from './engine/guarded.ts';
import { createQueries } from './queries/create-queries.ts';
import { loadCarriable } from './saving/carriable.ts';
import { loadBackfill, saveEvents } from './saving/events.ts';
import { findInstance } from './saving/instance-row.ts';
import { takeLock } from './saving/locks.ts';
import { saveFailure } from './saving/save-failure.ts';
import { saveSnapshot } from './saving/save-snapshot.ts';
import type { Store } from './store.ts';
import { createUpkeep } from './upkeep/create-upkeep.ts';

/** The one implementation, for every engine. Disposing of it closes the database. */
export function createSqlStore(engine: Engine): Store {
  const guarded = guard(engine);
  return {
    ...createCollecting(engine, guarded),
    ...createQueries(guarded),
    ...createUpkeep(engine, guarded),
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  };
}

function createCollecting(engine: Engine, { read, write, ...rest }: Guarded): Collecting {
  return {
    lock: (instance, owner) => takeLock({ read, write, ...rest }, instance, owner),
    carriable: (instance) => read((work) => loadCarriable(work, instance)),
    save: (snapshot) => write((work) => saveSnapshot(engine, work, snapshot)),
    saveFailure: (failed) => write((work) => saveFailure(work, failed)),
    backfill: (instance) => read(async (work) => loadBackfill(work, await findInstance(work, instance))),
    saveEvents: (page) => write((work) => saveEvents(engine, work, page)),
  };
}
