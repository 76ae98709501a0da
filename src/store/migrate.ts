import { sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { AppError } from '../lib/errors.ts';
import type { Engine } from './engine/engine.ts';
import type { Flavour } from './migrations/flavour.ts';
import * as migrations from './migrations/index.ts';

/** How the tables of a database stand to those this program knows. */
export interface SchemaState {
  /** Of the newest migration that was applied; 0 for an empty database. */
  readonly version: number;
  readonly pending: number;
}

const known = Object.entries<(flavour: Flavour) => Migration>(migrations).toSorted(([a], [b]) =>
  a < b ? -1 : 1,
);

/** Looks, and changes nothing. @throws {AppError} code `store` when the database is newer than the program */
export async function readSchemaState({ db, place }: Engine): Promise<SchemaState> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return { version: 0, pending: known.length };
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  const unknown = rows.filter(({ name }) => !known.some(([own]) => own === name));
  if (unknown.length > 0) {
    throw new AppError(`the store ${place} was made by a newer arr-score`, {
      code: 'store',
      hint: 'Install the newest arr-score. Nothing was changed.',
    });
  }
  return { version: rows.length, pending: known.length - rows.length };
}

/** Brings the tables up to date, one program at a time. */
export async function migrate({ db, flavour }: Engine): Promise<void> {
  const all = Object.fromEntries(known.map(([name, make]) => [name, make(flavour)]));
  const migrator = new Migrator({ db, provider: { getMigrations: async () => all } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
