import type { Kysely, Transaction } from 'kysely';
import type { Flavour } from '../migrations/flavour.ts';
import type { Tables } from '../tables.ts';

/** A transaction on our tables. */
export type Work = Transaction<Tables>;

/** Tables that are written many rows at a time. */
export type BulkTable = 'event' | 'fact' | 'file' | 'item' | 'match_set' | 'term';

/** One database, with what SQLite and PostgreSQL each do their own way. */
export interface Engine extends AsyncDisposable {
  readonly kind: 'sqlite' | 'postgres';
  /** For people: a path, or host and database without user and password. */
  readonly place: string;
  readonly db: Kysely<Tables>;
  readonly flavour: Flavour;
  /** Has one transaction write at a time, as numbers are given out by looking at those that are there. */
  readonly claim: (work: Work) => Promise<void>;
  /** Many rows by one prepared statement (SQLite) or as arrays (PostgreSQL). Only inside a transaction. */
  readonly insertMany: <T extends BulkTable>(
    work: Work,
    table: T,
    rows: readonly Tables[T][],
  ) => Promise<void>;
  readonly sizeBytes: () => Promise<number>;
  /** What the database's own check finds; empty: nothing. */
  readonly integrity: () => Promise<readonly string[]>;
  /** @throws {AppError} code `store` where the engine has tools of its own for that */
  readonly backup: (path: string) => Promise<void>;
  readonly vacuum: () => Promise<void>;
  /** Makes sure that what was written is in the database's own file. */
  readonly settle: () => Promise<void>;
  /** What the user can do about an error of the driver; null for one that is no fault of the database. */
  readonly explain: (error: unknown) => { readonly message: string; readonly hint: string } | null;
}
