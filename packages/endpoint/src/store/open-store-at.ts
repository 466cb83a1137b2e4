import { DuckDbStore } from './duckdb-store.js';
import { PostgresStore } from './postgres/postgres-store.js';
import { StoreError } from './store-errors.js';
import type { Store } from './store.js';

/** Whether the place of a store is a connection string; else it is a folder. */
export function isDatabase(location: string): boolean {
  return /^postgres(ql)?:/i.test(location);
}

/** Whether it is an address, but not of PostgreSQL: as a folder it would be made, with a password in its name. */
export function isElsewhere(location: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(location) && !isDatabase(location);
}

/**
 * The store at a place: a connection string `postgres://…`, or else the folder of an embedded one.
 * @throws StoreError when it is the address of something else
 */
export function openStoreAt(location: string): Store {
  if (isElsewhere(location))
    throw new StoreError('The store is at an address of another kind\n  → Give a folder, or postgres://…');
  return isDatabase(location) ? new PostgresStore(location) : new DuckDbStore(location);
}
