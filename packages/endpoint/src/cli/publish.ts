import type { Command } from 'commander';
import { publishTables } from '../publish/publish-tables.js';
import { reportTable, reportTotals } from '../publish/report.js';
import { openStore, withStore, type StoreOptions } from './store-options.js';

interface ReportOptions extends StoreOptions {
  readonly json?: boolean;
}

/** `check` and `publish`: the same work, with and without writing. */
export function addPublishCommands(program: Command): void {
  const check = program.command('check <path...>').description('Say what publish would refuse, and change nothing');
  withReport(check).action((paths: string[], options: ReportOptions) => run(paths, options, true));
  const publish = program.command('publish <path...>').description('Check tables and publish those that pass');
  withReport(publish).action((paths: string[], options: ReportOptions) => run(paths, options, false));
}

function withReport(command: Command): Command {
  return withStore(command).option('--json', 'report as JSON');
}

async function run(paths: string[], options: ReportOptions, checkOnly: boolean): Promise<void> {
  const store = await openStore(options);
  try {
    const reports = await publishTables({
      paths,
      store,
      checkOnly,
      onReport: (report, done, total) => {
        if (!options.json) process.stdout.write(`${reportTable(report, done, total)}\n`);
      },
    });
    process.stdout.write(options.json ? `${JSON.stringify(reports, null, 2)}\n` : `${reportTotals(reports)}\n`);
    if (reports.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
