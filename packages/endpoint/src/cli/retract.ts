import type { Command } from 'commander';
import { visible } from '../publish/report-text.js';
import { UsageError } from '../usage-error.js';
import { openStoreThere, withStore, type StoreOptions } from './store-options.js';

interface RetractOptions extends StoreOptions {
  readonly why: string;
}

/** `retract`: takes a version back. */
export function addRetractCommand(program: Command): void {
  withStore(
    program.command('retract <id@version>').description('Take a version back; the one before it is served again'),
  )
    .requiredOption('--why <text>', 'reason, kept with the version')
    .action(retract);
}

async function retract(name: string, options: RetractOptions): Promise<void> {
  const [, id, number] = /^([^@]+)@(\d+)$/.exec(name) ?? [];
  if (id === undefined || number === undefined) throw new UsageError('Name a version as jeugdzorg@3');
  const why = options.why.trim();
  if (why === '') throw new UsageError('Say why with --why "…"');
  const store = await openStoreThere(options);
  try {
    const { version, retracted } = await store.retract(id, Number(number), why);
    const current = await store.current(id);
    const since = retracted?.why === why ? '' : ` since ${retracted?.on ?? ''}: ${retracted?.why ?? ''}`;
    const served = current ? `version ${current.version} is served` : 'no version is left to serve';
    process.stdout.write(`${visible(`${id}@${version}: retracted${since}; ${served}`)}\n`);
  } finally {
    await store.close();
  }
}
