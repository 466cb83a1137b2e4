import type { Command } from 'commander';
import { UsageError } from '../config.js';
import { openStore, withStore, type StoreOptions } from './store-options.js';

/** `versions`: what the store holds, oldest first. */
export function addVersionsCommand(program: Command): void {
  withStore(program.command('versions [id]').description('List the versions of one table, or of all')).action(
    listVersions,
  );
}

async function listVersions(id: string | undefined, options: StoreOptions): Promise<void> {
  const store = await openStore(options);
  try {
    for (const table of id === undefined ? await store.tableIds() : [id]) {
      const versions = await store.versions(table);
      if (versions.length === 0) throw new UsageError(`The store has no table ${table}`);
      const current = (await store.current(table))?.version;
      for (const { version, publishedAt, observationCount, contentHash } of versions) {
        const mark = version === current ? 'current' : '';
        process.stdout.write(
          [`${table}@${version}`, publishedAt, `${observationCount} observations`, contentHash.slice(0, 12), mark]
            .join('  ')
            .trimEnd() + '\n',
        );
      }
    }
  } finally {
    await store.close();
  }
}
