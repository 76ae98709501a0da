import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  type TransactionSettings,
} from 'kysely';

/**
 * Kysely on the SQLite inside Node: nothing to install, nothing to compile.
 *
 * Open a file once a process: a wait for a lock blocks the event loop, and so the holder of the lock.
 */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createDriver: () => new NodeSqliteDriver(database),
    createAdapter: () => new NodeSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Takes the write lock at once: a lock taken half-way fails without waiting when another process wrote. */
class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: adapt(database) });
    this.#database = database;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  /** SQLite itself has undone everything where the disk is full: then there is nothing left to roll back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Runs all migrations in one transaction, which SQLite can and Kysely doubts. */
class NodeSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function adapt(db: DatabaseSync): SqliteDatabase {
  return { prepare: (sql) => prepare(db, sql), close: () => db.close() };
}

/** Rows come as arrays: objects made by node:sqlite take three times as long, and are slow to look into. */
function prepare(db: DatabaseSync, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  const names = statement.columns().map(({ name }) => name);
  statement.setReturnArrays(true);
  return {
    reader: names.length > 0,
    all: (values) => statement.all(...bindable(values)).map((row) => named(Object.values(row), names)),
    run: (values) => statement.run(...bindable(values)),
    iterate: (values) =>
      statement.iterate(...bindable(values)).map((row) => named(Object.values(row), names)),
  };
}

/** A row by the names of its columns. */
function named(values: readonly unknown[], names: readonly string[]): Readonly<Record<string, unknown>> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) row[name] = values[index];
  return row;
}

function bindable(values: readonly unknown[]): SQLInputValue[] {
  return values.map((value) => {
    if (isBindable(value)) return value;
    throw new TypeError(`SQLite cannot hold a ${typeof value}: make it a number, a text or null`);
  });
}

function isBindable(value: unknown): value is SQLInputValue {
  return (
    value === null || ['number', 'bigint', 'string'].includes(typeof value) || value instanceof Uint8Array
  );
}
