import type { Config } from '../config/config.ts';
import { AppError } from '../lib/errors.ts';
import { isPostgres, openStore } from '../store/open.ts';
import { type Restored, restoreStore } from '../store/upkeep/restore.ts';
import type { Pruned, StoreFlaw, StoreInfo } from '../store/upkeep.ts';
import type { Effects } from './effects.ts';

type Place = Pick<Config, 'store'>;

/** How big the store is, and how old. @throws {AppError} code `store` */
export async function storeInfo({ store: place }: Place): Promise<StoreInfo> {
  await using store = await openStore(place, { use: 'read' });
  return await store.info();
}

/** What should not be; empty: all is well. @throws {AppError} code `store` */
export async function checkStore({ store: place }: Place): Promise<readonly StoreFlaw[]> {
  await using store = await openStore(place, { use: 'read' });
  return await store.check();
}

/** Brings the tables up to date; gives what it is then. @throws {AppError} code `store` */
export async function migrateStore({ store: place }: Place): Promise<StoreInfo> {
  await using store = await openStore(place, { use: 'migrate' });
  return await store.info();
}

/** Copies the store while others use it. @throws {AppError} code `store` */
export async function backUpStore({ store: place }: Place, path: string): Promise<void> {
  await using store = await openStore(place, { use: 'read' });
  await store.backup(path);
}

/** Puts a backup in the place of the store. @throws {AppError} code `store`; then nothing was changed */
export async function bringBackStore(
  { store: place }: Place,
  path: string,
  { now }: Pick<Effects, 'now'>,
): Promise<Restored> {
  if (isPostgres(place)) {
    const hint = 'Use pg_restore or psql.';
    throw new AppError('a store on PostgreSQL is restored by its own tools', { code: 'store', hint });
  }
  const time = now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '');
  return restoreStore(path, place, `replaced-${time}`);
}

/** Gives unused room back to the disk; tells the size before and after, in bytes. @throws {AppError} code `store` */
export async function vacuumStore({
  store: place,
}: Place): Promise<readonly [before: number, after: number]> {
  await using store = await openStore(place, { use: 'migrate' });
  const before = (await store.info()).sizeBytes;
  await store.vacuum();
  return [before, (await store.info()).sizeBytes];
}

/** Thins days older than so many to one a week. @throws {AppError} code `store` */
export async function pruneStore(
  { store: place }: Place,
  keepDays: number,
  { now }: Pick<Effects, 'now'>,
): Promise<Pruned> {
  await using store = await openStore(place, { use: 'migrate' });
  return await store.prune(new Date(now().getTime() - keepDays * 86_400_000));
}
