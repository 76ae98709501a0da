import type { Config } from '../config/config.ts';
import { type OpenOptions, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Opens the store that the configuration names. @throws {AppError} code `store`, see `openStore` */
export function openStoreFor({ store }: Pick<Config, 'store'>, use: OpenOptions['use']): Promise<Store> {
  return openStore(store, { use });
}
