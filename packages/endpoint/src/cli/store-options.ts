import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { hasCode } from '../store/durable-files.js';
import { isDatabase, isElsewhere } from '../store/store-place.js';
import type { Store } from '../store/store.js';
import { UsageError } from '../usage-error.js';

export const defaultStore = './.peilglas/store';

/** Options of every command that works on a store. */
export interface StoreOptions {
  readonly store?: string;
  readonly config?: string;
}

export function withStore(command: Command): Command {
  return command
    .option('--store <place>', 'folder of the store (default: ./.peilglas/store), or postgres://…')
    .option('--config <file>', 'settings in YAML (default: PEILGLAS_CONFIG); see docs/deploy.md');
}

/** The place of the store: of the command line, the environment or the configuration. */
async function placeOfStore({ store, config }: StoreOptions): Promise<string> {
  if (store !== undefined) return store;
  const { readSettings } = await import('../config.js');
  return (await readSettings(config, process.env)).store ?? defaultStore;
}

/** @throws UsageError when it is a file */
export async function openStore(options: StoreOptions): Promise<Store> {
  const place = await placeOfStore(options);
  await isFolderThere(place);
  return open(place);
}

/**
 * The store for a question about what was published: one that is not there is a name that was mistyped.
 * @throws UsageError when it is not there, or a file
 */
export async function openStoreThere(options: StoreOptions): Promise<Store> {
  const place = await placeOfStore(options);
  if (!(await isFolderThere(place)))
    throw new UsageError(`store: ${place} is not there\n  → Correct its name; the first publication makes it`);
  return open(place);
}

/** The databases are most of what all commands would load. */
async function open(place: string): Promise<Store> {
  const { openStoreAt } = await import('../store/open-store-at.js');
  return openStoreAt(place);
}

/**
 * Of a database nothing is known before it is asked.
 * @throws UsageError when the store is a file
 */
export async function isFolderThere(place: string): Promise<boolean> {
  if (isDatabase(place) || isElsewhere(place)) return true;
  try {
    if ((await stat(place)).isDirectory()) return true;
  } catch (error) {
    // What else keeps it from being seen, the store tells.
    return !(hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR'));
  }
  throw new UsageError(`store: ${place} is no folder\n  → Name one that is, or that is not there yet`);
}
