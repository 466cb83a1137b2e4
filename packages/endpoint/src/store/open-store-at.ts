import { DuckDbStore } from './duckdb-store.js';
import { PostgresStore } from './postgres/postgres-store.js';
import type { Store } from './store.js';

/** The store at a place: a connection string `postgres://…`, or else the folder of an embedded one. */
export function openStoreAt(location: string): Store {
  return /^postgres(ql)?:/i.test(location) ? new PostgresStore(location) : new DuckDbStore(location);
}
