import { Option, type Command } from 'commander';
import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { visibleJson } from '../publish/report-text.js';
import { reportTable, reportTotals } from '../publish/report.js';
import { languages, type Language } from '../table.js';
import { UsageError } from '../usage-error.js';
import { ProgressLine } from './progress-line.js';
import { openStore, withStore, type StoreOptions } from './store-options.js';

interface ReportOptions extends StoreOptions {
  readonly json?: boolean;
  readonly html?: string;
  readonly lang: Language;
}

/** `check` and `publish`: the same work, with and without writing. */
export function addPublishCommands(program: Command): void {
  const check = program.command('check <path...>').description('Say what publish would refuse, and change nothing');
  withReport(check).action((paths: string[], options: ReportOptions) => run(paths, options, true));
  const publish = program.command('publish <path...>').description('Check tables and publish those that pass');
  withReport(publish).action((paths: string[], options: ReportOptions) => run(paths, options, false));
}

function withReport(command: Command): Command {
  return withStore(command)
    .option('--json', 'report as JSON')
    .option('--html <file>', 'write the report as a page for people as well')
    .addOption(new Option('--lang <language>', 'language of this page').choices(languages).default('nl'));
}

async function run(paths: string[], options: ReportOptions, checkOnly: boolean): Promise<void> {
  if (options.html !== undefined) await makeRoomFor(options.html);
  const { publishTables } = await import('../publish/publish-tables.js');
  const store = await openStore(options);
  const line = new ProgressLine(process.stderr);
  try {
    const reports = await publishTables({
      paths,
      store,
      checkOnly,
      onStep: (manifest, rule) => line.show([basename(manifest), ...(rule === null ? [] : [rule])].join(': ')),
      // Where it was, without its words, which may have figures in them.
      onFault: (manifest, { name, stack = '' }) => {
        line.clear();
        const places = stack.split('\n').filter((each) => each.trim().startsWith('at '));
        process.stderr.write(`${basename(manifest)}: ${name}\n${places.join('\n')}\n`);
      },
      onReport: (report, done, total) => {
        line.clear();
        if (!options.json) process.stdout.write(`${reportTable(report, done, total, process.stdout)}\n`);
      },
    });
    process.stdout.write(options.json ? `${visibleJson(reports)}\n` : `${reportTotals(reports)}\n`);
    if (options.html !== undefined) {
      const { reportPage } = await import('../publish/report-page.js');
      await writePage(options.html, reportPage(reports, new Date(), options.lang));
    }
    if (reports.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
  } finally {
    line.clear();
    await store.close();
  }
}

/**
 * Makes the folder of the page.
 * @throws UsageError now that nothing is published yet, when the page could not be written afterwards
 */
async function makeRoomFor(page: string): Promise<void> {
  try {
    await mkdir(dirname(page), { recursive: true });
    const known = await stat(page).catch(() => null);
    if (known?.isDirectory()) throw new Error('Is a folder');
    await access(known ? page : dirname(page), constants.W_OK);
  } catch {
    throw new UsageError(
      `--html ${page} cannot be written\n  → Name a file in a folder that this account may write in`,
    );
  }
}

/** @throws UsageError when its disk is full, which nobody could know before; what was published stays. */
async function writePage(page: string, text: string): Promise<void> {
  try {
    await writeFile(page, text);
  } catch {
    throw new UsageError(
      `--html ${page} could not be written; the tables are as it says above\n  → Make room on its disk, and ask again`,
    );
  }
}
