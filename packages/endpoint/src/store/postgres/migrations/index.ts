import { tables } from './001-tables.js';

/** In order; the first brings an empty schema to 1, the second to 2 and so on. One that was released never changes. */
export const migrations: readonly string[] = [tables];
