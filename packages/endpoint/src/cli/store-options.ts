import type { Command } from 'commander';
import { readSettings } from '../config.js';
import { openStoreAt } from '../store/open-store-at.js';
import type { Store } from '../store/store.js';

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
  return store ?? (await readSettings(config, process.env)).store ?? defaultStore;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  return openStoreAt(await placeOfStore(options));
}
