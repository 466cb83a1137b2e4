import { DuckDbStore } from './duckdb-store.js';
import { PostgresStore } from './postgres/postgres-store.js';
import { StoreError } from './store-errors.js';
import { isDatabase, isElsewhere } from './store-place.js';
import type { Store } from './store.js';

/**
 * The store at a place: a connection string `postgres://…`, or else the folder of an embedded one.
 * @throws StoreError when it is the address of something else
 */
export function openStoreAt(location: string): Store {
  if (isElsewhere(location))
    throw new StoreError('The store is at an address of another kind\n  → Give a folder, or postgres://…');
  return isDatabase(location) ? new PostgresStore(location) : new DuckDbStore(location);
}
