import type { Command } from 'commander';
import { readConfig, type Config } from '../config.js';
import { openStoreAt } from '../store/open-store-at.js';
import type { Store } from '../store/store.js';

/** Options of every command that works on a store. */
export interface StoreOptions {
  readonly store?: string;
  readonly config?: string;
}

export function withStore(command: Command): Command {
  return command
    .option('--store <place>', 'folder of the store (default: ./.peilglas/store), or postgres://…')
    .option(
      '--config <file>',
      'YAML file with port, host, store, origins, licence, contact, maxDataCells, callLimit, trustProxy',
    );
}

export function configOf({ config }: StoreOptions): Promise<Config> {
  return config === undefined ? Promise.resolve({}) : readConfig(config);
}

export async function openStore(options: StoreOptions): Promise<Store> {
  return openStoreAt(options.store ?? (await configOf(options)).store ?? './.peilglas/store');
}
