import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { z } from 'zod';
import type { Engine } from '../../src/store/engine/engine.ts';
import * as migrations from '../../src/store/migrations/index.ts';
import { deflateText, inflateText } from '../../src/store/rules/rule-content.ts';
import type { Store } from '../../src/store/store.ts';
import { judges, saveMoment } from './a-snapshot.ts';
import { aFile, anItem, aProfile, aQuality } from './builders.ts';

/** Names of all versions of the tables, oldest first. */
export const versions: readonly string[] = Object.keys(migrations).toSorted();

type Cell = string | number | null | { readonly deflated: string };

const Cell: z.ZodType<Cell> = z.union([z.string(), z.number(), z.null(), z.object({ deflated: z.string() })]);

/** All rows of a store, as a file of JSON. */
export const StoreRows: z.ZodType<Rows> = z.record(z.string(), z.array(z.record(z.string(), Cell)));

type Rows = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

/** A past with something in every table: edits, a replacement, a title that is gone, one that cannot be read, events. */
export async function makePast(store: Store): Promise<void> {
  const format = { id: 3, name: 'Remux', includedWhenRenaming: false, specifications: [] };
  const moment = (number: number, score: number, sizes: readonly number[]) => {
    const profile = aProfile({ formatScores: [{ formatId: 3, name: 'Remux', score }] });
    const files = sizes.map((sizeBytes, at) => {
      const item = anItem({ id: at + 1, tmdbId: at + 1, title: `Movie ${at + 1}` });
      return aFile({
        item,
        profile,
        fileId: sizeBytes,
        sizeBytes,
        formats: [{ id: 3, name: 'Remux', score }],
      });
    });
    return { at: day(number), profiles: [profile], formats: [format], files };
  };
  await saveMoment(store, moment(1, 5, [101, 102, 103]));
  await saveMoment(store, moment(2, 7, [101, 102, 103]));
  await saveMoment(store, moment(3, 7, [101, 202]));
  const failure = { kind: 'timeout', url: 'http://nas', afterMs: 1_000 } as const;
  const { files, ...rest } = moment(4, 7, [101, 202]);
  const skipped = [{ itemId: 2, title: 'Movie 2', failure }];
  await saveMoment(store, {
    ...rest,
    files: files.slice(0, 1),
    items: files.map(({ item }) => item),
    skipped,
  });
  const instance = { service: 'radarr', name: 'main' } as const;
  const traffic = { requests: 1, retries: 0, bytes: 5, durationMs: 9 };
  await store.saveFailure({ instance, startedAt: day(5), at: day(5), failure, traffic });
  const slot = { instance, itemKey: 'tmdb:9', episode: null, title: 'Older', year: 1990 };
  const about = { sourceTitle: 'Older.1990', downloadId: 'A', fileId: 1, sizeBytes: 5, releaseGroup: null };
  const scores = { scoreThen: 20, scoreToday: 30, formatsToday: [3], reason: null };
  const event = { slot, at: day(1), kind: 'imported', quality: aQuality(), ...about, ...scores } as const;
  await store.saveEvents({ instance, events: [{ eventId: 1, event }], nextPage: null });
  const owner = { id: 'x', host: 'nas', processId: 1, now: day(5), isAlive: () => true };
  await store.lock(instance, owner);
}

/** What a store tells: the same after every migration. */
export async function tellPast(store: Store): Promise<unknown> {
  const all = { instances: null, since: null };
  const library = await store.loadLibrary({ ...all, since: day(1), withRescored: true, ...judges });
  return {
    library: { ...library, changes: [...library.changes], events: [...library.events] },
    runs: await store.runs({ ...all, limit: 99 }),
    scores: await Array.fromAsync(store.scoresAt({ instances: null, at: day(2) })),
    flaws: await store.check(),
  };
}

/** Makes the tables of a version, and no newer ones. */
export async function migrateTo({ db, flavour }: Engine, version: string): Promise<void> {
  const all = Object.fromEntries(Object.entries(migrations).map(([name, make]) => [name, make(flavour)]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => all } });
  const { error } = await migrator.migrateTo(version);
  if (error !== undefined) throw error;
}

/** All rows, table by table. */
export async function readRows({ db }: Engine): Promise<Rows> {
  const rows: Record<string, Rows[string]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const found = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(name)}`.execute(db);
    rows[name] = found.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, packed(value)])),
    );
  }
  return rows;
}

/** Puts rows into tables that are empty. */
export async function writeRows({ db }: Engine, rows: Rows): Promise<void> {
  for (const [table, all] of Object.entries(rows)) {
    for (const row of all) {
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      const values = sql.join(Object.values(row).map(unpacked));
      await sql`insert into ${sql.table(table)} (${columns}) values (${values})`.execute(db);
    }
  }
}

/** All bytes in our tables are deflated text: told as text, they can be read, and do not depend on who deflated it. */
function packed(value: unknown): Cell {
  return value instanceof Uint8Array ? { deflated: inflateText(value) } : Cell.parse(value);
}

function unpacked(value: Cell): string | number | null | Buffer {
  return value !== null && typeof value === 'object' ? Buffer.from(deflateText(value.deflated)) : value;
}
