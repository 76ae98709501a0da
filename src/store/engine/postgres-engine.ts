import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { chunks } from '../../lib/chunks.ts';
import { AppError } from '../../lib/errors.ts';
import { postgresFlavour } from '../migrations/flavour.ts';
import type { Tables } from '../tables.ts';
import { type BulkColumn, bulkColumns } from './bulk-columns.ts';
import type { BulkTable, Engine, Work } from './engine.ts';
import { explainPostgres } from './postgres-errors.ts';

/** Any number that no other program takes in our database. */
const writersKey = 7_462_011;

/** Connections at once: one that writes, some that read. */
const poolSize = 5;

/**
 * A PostgreSQL server, through a pool.
 *
 * @param url  `postgres://user:password@host:port/database?sslmode=verify-full`
 */
export function openPostgresEngine(url: string): Engine {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number); // else a text; our largest is a size in bytes
  types.setTypeParser(pg.types.builtins.NUMERIC, Number);
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    application_name: 'arr-score',
  });
  pool.on('error', forget);
  pool.on('connect', (client) => client.on('error', forget));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const place = placeOf(url);
  return {
    kind: 'postgres',
    place,
    db,
    flavour: postgresFlavour,
    claim: async (work) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(writersKey)})`.execute(work);
    },
    insertMany,
    sizeBytes: async () => {
      const bytes = sql<number>`pg_database_size(current_database())`.as('bytes');
      return (await db.selectNoFrom(bytes).executeTakeFirstOrThrow()).bytes;
    },
    integrity: async () => [],
    backup: async () => {
      const hint = 'Use pg_dump, which does it while the store is in use.';
      throw new AppError('a store on PostgreSQL is backed up by its own tools', { code: 'store', hint });
    },
    vacuum: async () => {
      await sql`vacuum analyze`.execute(db);
    },
    settle: async () => {},
    explain: (error) => explainPostgres(error, place),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** A connection that breaks would end the process; its query fails by itself, and the next one opens another. */
function forget(): void {}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** Rows a statement; each column goes as one array. */
const rowsAtOnce = 5_000;

async function insertMany<T extends BulkTable>(
  work: Work,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  const columns: readonly BulkColumn<T>[] = bulkColumns[table];
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  for (const part of chunks(rows, rowsAtOnce)) {
    const arrays = columns.map(([name, type]) => sql`${part.map((row) => row[name])}::${sql.raw(type)}[]`);
    const values = sql`select * from unnest(${sql.join(arrays)})`;
    await sql`insert into ${sql.table(table)} (${names}) ${values}`.execute(work);
  }
}
