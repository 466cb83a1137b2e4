import { InvalidArgumentError, type Command } from 'commander';
import { reportComparison } from '../diff/report-comparison.js';
import { visible, visibleJson } from '../publish/report-text.js';
import type { PublishedVersion, Store } from '../store/store.js';
import { UsageError } from '../usage-error.js';
import { openStoreThere, withStore, type StoreOptions } from './store-options.js';

interface DiffOptions extends StoreOptions {
  readonly json?: boolean;
  readonly most: number;
}

/** `diff`: what changed between two versions, in figures. */
export function addDiffCommand(program: Command): void {
  withStore(program.command('diff <id> [versions]').description('Say in figures what changed between two versions'))
    .usage('<id> [a..b] [options]   (default: the last two that were not retracted)')
    .option('--most <number>', 'largest changes to name per indicator', readMost, 5)
    .option('--json', 'as JSON')
    .action(diff);
}

function readMost(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('Expected a number from 0 to 9999.');
  return Number(text);
}

async function diff(id: string, range: string | undefined, options: DiffOptions): Promise<void> {
  const { compareVersions } = await import('../diff/compare-versions.js');
  const store = await openStoreThere(options);
  try {
    const [before, after] = range === undefined ? await lastTwo(store, id) : await rangeOf(store, id, range);
    const comparison = await compareVersions(store, before, after, options.most);
    process.stdout.write(`${options.json ? visibleJson(comparison) : visible(reportComparison(comparison))}\n`);
  } finally {
    await store.close();
  }
}

type Pair = readonly [before: PublishedVersion, after: PublishedVersion];

async function lastTwo(store: Store, id: string): Promise<Pair> {
  const versions = await store.versions(id);
  if (versions.length === 0) throw new UsageError(`The store has no table ${id}`);
  const [before, after] = versions.filter(({ retracted }) => !retracted).slice(-2);
  if (!before || !after)
    throw new UsageError(`Table ${id} has no two versions; name them as 1..2 when one was retracted`);
  return [before, after];
}

async function rangeOf(store: Store, id: string, range: string): Promise<Pair> {
  const [, first, second] = /^(\d+)\.\.(\d+)$/.exec(range) ?? [];
  if (first === undefined || second === undefined) throw new UsageError('Name two versions as 1..2');
  return [await requireVersion(store, id, Number(first)), await requireVersion(store, id, Number(second))];
}

async function requireVersion(store: Store, id: string, number: number): Promise<PublishedVersion> {
  const version = await store.version(id, number);
  if (!version) throw new UsageError(`The store has no version ${number} of table ${id}`);
  return version;
}
