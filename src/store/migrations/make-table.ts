import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Flavour } from './flavour.ts';

/** A column: a number of 32 or 53 bits, a text, bytes; with `?` it may be null. */
export type ColumnKind = 'int' | 'int?' | 'long' | 'long?' | 'text' | 'text?' | 'bytes';

/** A table before it exists; its key begins with the tenant. */
export interface TableShape {
  readonly name: string;
  readonly key: readonly ['tenant', ...(readonly string[])];
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** Makes a table of a migration. */
export async function makeTable<T>(db: Kysely<T>, flavour: Flavour, shape: TableShape): Promise<void> {
  const { name, key, columns } = shape;
  const lines = Object.entries(columns).map(([column, kind]) => columnLine(column, kind, flavour));
  const primaryKey = sql`primary key (${sql.join(key.map((column) => sql.ref(column)))})`;
  const body = sql.join([...lines, primaryKey]);
  await sql`create table ${sql.table(name)} (${body}) ${flavour.tableEnd}`.execute(db);
}

function columnLine(column: string, kind: ColumnKind, flavour: Flavour): RawBuilder<unknown> {
  const nullability = kind.endsWith('?') ? sql`` : sql`not null`;
  return sql`${sql.ref(column)} ${typeOf(kind, flavour)} ${nullability}`;
}

function typeOf(kind: ColumnKind, { bytes }: Flavour): RawBuilder<unknown> {
  if (kind === 'bytes') return bytes;
  if (kind.startsWith('int')) return sql`integer`;
  return kind.startsWith('long') ? sql`bigint` : sql`text`;
}
