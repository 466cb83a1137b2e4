import type { Command } from 'commander';
import { visible, visibleJson } from '../publish/report-text.js';
import { orUnreadable } from '../store/readable.js';
import { UnreadableVersionError } from '../store/store-errors.js';
import type { PublishedVersion, Store } from '../store/store.js';
import { UsageError } from '../usage-error.js';
import { openStoreThere, withStore, type StoreOptions } from './store-options.js';

interface VersionsOptions extends StoreOptions {
  readonly json?: boolean;
}

/** One row of the list; with why when it cannot be read. */
type Listed = { readonly id: string; readonly version: number; readonly current: boolean } & (
  Omit<PublishedVersion, 'table'> | { readonly unreadable: string }
);

/** `versions`: what the store holds, oldest first. */
export function addVersionsCommand(program: Command): void {
  withStore(program.command('versions [id]'))
    .description('List the versions of one table, or of all that are served, retracted ones too')
    .option('--json', 'as JSON')
    .action(listVersions);
}

async function listVersions(id: string | undefined, options: VersionsOptions): Promise<void> {
  const store = await openStoreThere(options);
  try {
    const rows: Listed[] = [];
    for (const table of id === undefined ? await store.tableIds() : [id]) rows.push(...(await listTable(store, table)));
    // To who reads, nothing at all looks like a list that was cut off; a program has its empty list.
    if (rows.length === 0)
      process.stderr.write('No table of this store is served; versions <id> lists those of one that was retracted\n');
    if (options.json) process.stdout.write(`${visibleJson(rows)}\n`);
    else process.stdout.write(rows.map((row) => `${visible(toLine(row))}\n`).join(''));
  } finally {
    await store.close();
  }
}

async function listTable(store: Store, id: string): Promise<readonly Listed[]> {
  const versions = await store.history(id);
  if (versions.length === 0) throw new UsageError(`The store has no table ${id}`);
  const current = await currentNumber(store, id);
  return versions.map((each) => {
    if (each instanceof UnreadableVersionError)
      return { id, version: each.version, current: each.version === current, unreadable: each.message };
    const { table: _table, ...version } = each;
    return { id, ...version, current: version.version === current };
  });
}

async function currentNumber(store: Store, id: string): Promise<number | undefined> {
  const current = await orUnreadable(store.current(id));
  return current?.version;
}

function toLine(row: Listed): string {
  if ('unreadable' in row)
    return `${row.id}@${row.version}  ${row.current ? 'current, not served' : ''}  ${row.unreadable}`;
  const { id, version, publishedAt, observationCount, contentHash, current, retracted } = row;
  const mark = retracted ? `retracted ${retracted.on}: ${retracted.why}` : current ? 'current' : '';
  const parts = [`${id}@${version}`, publishedAt, `${observationCount} observations`, contentHash.slice(0, 12), mark];
  return parts.join('  ').trimEnd();
}
