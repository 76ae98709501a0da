import { type RawBuilder, sql } from 'kysely';

/** Where the two engines' tables differ. */
export interface Flavour {
  /** The type of a value that is bytes. */
  readonly bytes: RawBuilder<unknown>;
  /** Behind a table: its rows lie in the order of its key, where the engine can do that. */
  readonly tableEnd: RawBuilder<unknown>;
}

/** Rows lie in the order of the key: a file that replaces another takes its place on the page. */
export const sqliteFlavour: Flavour = { bytes: sql`blob`, tableEnd: sql`without rowid` };

/** PostgreSQL keeps keys beside rows. */
export const postgresFlavour: Flavour = { bytes: sql`bytea`, tableEnd: sql`` };
