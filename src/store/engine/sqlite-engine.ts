import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, type LogEvent, sql } from 'kysely';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { sqliteFlavour } from '../migrations/flavour.ts';
import type { Tables } from '../tables.ts';
import { bulkColumns } from './bulk-columns.ts';
import type { BulkTable, Engine } from './engine.ts';
import { openSqliteFile, type SqliteFileOptions } from './open-sqlite-file.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { explainSqlite } from './sqlite-errors.ts';

/** The embedded default: one file, and a log beside it. */
export function openSqliteEngine(path: string, options: SqliteFileOptions): Engine {
  const database = openSqliteFile(path, options);
  const { onQuery } = options;
  const log =
    onQuery === undefined ? [] : ({ query }: LogEvent): void => onQuery(query.sql, query.parameters);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database), log });
  const ask = async (text: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    (await sql<Readonly<Record<string, unknown>>>`${sql.raw(text)}`.execute(db)).rows;
  return {
    kind: 'sqlite',
    place: path,
    db,
    flavour: sqliteFlavour,
    claim: async () => {}, // `begin immediate` has done it
    insertMany: async (_work, table, rows) => insertMany(database, table, rows),
    sizeBytes: async () => {
      const [row] = await ask(
        'select page_count * page_size as bytes from pragma_page_count, pragma_page_size',
      );
      return z.number().parse(row?.['bytes']);
    },
    integrity: async () => {
      const rows = await ask('pragma integrity_check(20)');
      return rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    },
    backup: (target) => backUp(database, target),
    vacuum: async () => {
      await ask('vacuum');
      await ask('pragma wal_checkpoint(truncate)');
    },
    settle: async () => {
      await ask('pragma wal_checkpoint(truncate)');
    },
    explain: (error) => explainSqlite(error, path),
    [Symbol.asyncDispose]: () => db.destroy(),
  };
}

/** Whole or absent: written beside its place, for its owner alone. */
async function backUp(database: DatabaseSync, target: string): Promise<void> {
  if (existsSync(target)) {
    const hint = 'Name a file that does not exist yet.';
    throw new AppError(`there is already a file ${target}`, { code: 'store', hint });
  }
  const part = `${target}.part`;
  try {
    rmSync(part, { force: true });
    closeSync(openSync(part, 'wx', 0o600));
    await backup(database, part);
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Kept in the file from before its first table on. */
const forTheFile = ['auto_vacuum = incremental', 'journal_mode = wal'];

/** For each connection: the log is synced at checkpoints, and given back to the disk above 16 MB. */
const forTheConnection = ['synchronous = normal', 'journal_size_limit = 16777216'];

/** Pages of indexes are written again and again; a reader passes most pages once. */
const forWriting = ['cache_size = -16000'];

/** Changes nothing in a file that has tables. */
export async function prepareSqlite(
  db: Kysely<Tables>,
  { isNew, isWritten }: { readonly isNew: boolean; readonly isWritten: boolean },
): Promise<void> {
  const settings = [...(isNew ? forTheFile : []), ...forTheConnection, ...(isWritten ? forWriting : [])];
  for (const setting of settings) await sql`pragma ${sql.raw(setting)}`.execute(db);
}

/** One statement, prepared once; the transaction of the only connection is the caller's. */
function insertMany<T extends BulkTable>(database: DatabaseSync, table: T, rows: readonly Tables[T][]): void {
  if (rows.length === 0) return;
  const names = bulkColumns[table].map(([name]) => name);
  const listed = names.map((name) => `"${name}"`).join(', ');
  const statement = database.prepare(
    `insert into "${table}" (${listed}) values (${names.map(() => '?').join(', ')})`,
  );
  const values: SQLInputValue[] = [];
  for (const row of rows) {
    for (const [at, name] of names.entries()) values[at] = bindable(row[name]);
    statement.run(...values);
  }
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`SQLite cannot hold a ${typeof value}`);
}
