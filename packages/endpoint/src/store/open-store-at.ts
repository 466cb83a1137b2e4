import { DuckDbStore } from './duckdb-store.js';
import { PostgresStore } from './postgres/postgres-store.js';
import type { Store } from './store.js';

/** Whether the place of a store is a connection string; else it is a folder. */
export function isDatabase(location: string): boolean {
  return /^postgres(ql)?:/i.test(location);
}

/** The store at a place: a connection string `postgres://…`, or else the folder of an embedded one. */
export function openStoreAt(location: string): Store {
  return isDatabase(location) ? new PostgresStore(location) : new DuckDbStore(location);
}
