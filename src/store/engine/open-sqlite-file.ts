import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../lib/errors.ts';

/** How a file is opened. */
export interface SqliteFileOptions {
  /** Whether it may be made; a reader never makes one. */
  readonly mayCreate: boolean;
  /** How long to wait for another process that writes, in ms. */
  readonly patienceMs: number;
  /** Hears of every statement that Kysely runs. */
  readonly onQuery?: (sql: string, parameters: readonly unknown[]) => void;
}

/**
 * Opens a SQLite file, for its owner alone. Changes nothing in one that exists.
 *
 * @param path  a file, or `:memory:`
 * @throws {AppError} code `store` when it is absent and may not be made; what the system says otherwise
 */
export function openSqliteFile(path: string, { mayCreate, patienceMs }: SqliteFileOptions): DatabaseSync {
  const isFile = path !== ':memory:';
  if (isFile && !existsSync(path)) {
    if (!mayCreate) throw absent(path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite gives its log the mode of the database.
    closeSync(openSync(path, 'a', 0o600));
  }
  const database = new DatabaseSync(path, { timeout: patienceMs, enableForeignKeyConstraints: true });
  // SQLite's own knows the letters from A to Z alone.
  database.function('lower', { deterministic: true }, (text) => String(text).toLowerCase());
  return database;
}

function absent(path: string): AppError {
  return new AppError(`there is no store at ${path} yet`, {
    code: 'store',
    hint: 'Fill it with "arr-score collect".',
  });
}
