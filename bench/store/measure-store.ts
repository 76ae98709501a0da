import { statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { makeRoomForLibrary } from '../../src/pipeline/lean-memory.ts';
import type { Snapshot } from '../../src/store/collecting.ts';
import { openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { judges } from '../../test/support/a-snapshot.ts';

const owner = { id: 'test', host: 'here', processId: 1, now: new Date(0), isAlive: () => false };

/** Milliseconds that storing a snapshot takes; reading it and making it are no part of it. */
export async function storing(store: Store, snapshot: Snapshot): Promise<number> {
  const taken = await store.lock(snapshot.reading.instance, owner);
  if (!taken.ok) throw new Error('the lock is held');
  await using _ = taken.lock;
  const since = performance.now();
  await store.save(snapshot);
  return performance.now() - since;
}

/** Bytes by which a file grows while snapshots are stored one after the other, all of it checkpointed. */
export async function growthBy(path: string, snapshots: Iterable<Snapshot>): Promise<number> {
  const before = statSync(path).size;
  {
    await using store = await openStore(path, { use: 'collect' });
    for (const snapshot of snapshots) await storing(store, snapshot);
  }
  return statSync(path).size - before;
}

/** The tables in which a first snapshot lies, with all their rows. */
type Rows = ReadonlyMap<string, readonly Readonly<Record<string, SQLInputValue>>[]>;

/** What a first snapshot wrote. */
export function rowsOf(path: string): Rows {
  const db = new DatabaseSync(path, { readOnly: true });
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .all();
  const rows = new Map<string, Readonly<Record<string, SQLInputValue>>[]>();
  for (const { name } of tables) {
    rows.set(
      String(name),
      db
        .prepare(`select * from "${String(name)}"`)
        .all()
        .map((row) => ({ ...row })),
    );
  }
  db.close();
  return rows;
}

/** Milliseconds that bare node:sqlite takes to write the same rows to the same tables and indexes. */
export async function bareWriting(path: string, rows: Rows): Promise<number> {
  {
    await using _ = await openStore(path, { use: 'collect' });
  }
  const db = new DatabaseSync(path);
  db.exec('pragma synchronous = normal');
  const since = performance.now();
  db.exec('begin immediate');
  for (const [table, all] of rows) {
    const names = Object.keys(all[0] ?? {});
    if (names.length === 0) continue;
    const columns = names.map((name) => `"${name}"`).join(', ');
    const insert = db.prepare(
      `insert into "${table}" (${columns}) values (${names.map(() => '?').join(', ')})`,
    );
    for (const row of all) insert.run(...Object.values(row));
  }
  db.exec('commit');
  const ms = performance.now() - since;
  db.close();
  return ms;
}

/** Milliseconds that loading the newest library takes; memory is kept as the program keeps it. */
export async function loading(path: string): Promise<number> {
  makeRoomForLibrary();
  await using store = await openStore(path, { use: 'read' });
  const since = performance.now();
  await store.loadLibrary({ instances: null, since: null, withRescored: false, ...judges });
  return performance.now() - since;
}

/** Gives each of the first movies so many spans before its first snapshot, one a day, in each of which it had another profile. */
export function addHistory(
  path: string,
  { movies, each }: { readonly movies: number; readonly each: number },
): void {
  const db = new DatabaseSync(path);
  db.exec('pragma synchronous = off; begin immediate');
  const days = 'with recursive days(day) as (select 1 union all select day + 1 from days where day < :each)';
  db.prepare(
    `${days} insert into run (tenant, instance, run, started_at, at, plan, items, files, items_without_file, changed,
      requests, retries, bytes, duration_ms)
    select 1, 1, 1 - day, started_at, strftime('%Y-%m-%dT%H:%M:%fZ', at, '-' || day || ' days'), plan, items, files,
      items_without_file, changed, requests, retries, bytes, duration_ms
    from run cross join days where run = 1`,
  ).run({ each });
  db.prepare('update instance set first_run = 1 - :each').run({ each });
  db.prepare('update rule set from_run = 1 - :each').run({ each });
  // One statement: ten million by themselves took minutes.
  db.prepare(
    `${days}, movies(item) as (select 1 union all select item + 1 from movies where item < :movies)
    insert into fact (tenant, instance, item, season, episode, to_run, from_run, profile, match_set, surplus, facts)
    select 1, 1, item, -1, -1, 1 - :each + day, day - :each, 1 + day % 2, 1, 0,
      case when day = :each then (select min(facts) from file) end
    from movies cross join days`,
  ).run({ each, movies });
  db.exec('commit');
  db.close();
}

/** Milliseconds that one slot's timeline takes, the rules read for the first time. */
export async function timelineOf(path: string, title: string): Promise<number> {
  await using store = await openStore(path, { use: 'read' });
  const [slot] = await store.findSlots({ instances: null, title, limit: 1 });
  if (slot === undefined) throw new Error('the movie is there');
  const since = performance.now();
  const { changes } = await store.timeline(slot, judges);
  const ms = performance.now() - since;
  if (changes.length === 0) throw new Error('the movie has a past');
  return ms;
}
