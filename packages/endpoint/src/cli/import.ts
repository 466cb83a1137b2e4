import { InvalidArgumentError, Option, type Command } from 'commander';
import { present, type Answers } from '../import/answers.js';
import { CbsTable, cbsBaseUrl } from '../import/cbs/cbs-table.js';
import type { TableSource } from '../import/draft.js';
import { PxWebTable } from '../import/pxweb/pxweb-table.js';
import { nearby } from '../publish/report.js';
import type { HttpSettings } from '../import/source-http.js';
import { UsageError } from '../usage-error.js';
import { ProgressLine } from './progress-line.js';

interface ImportOptions {
  readonly output: string;
  readonly timeout: number;
  readonly id?: string;
  readonly force?: boolean;
  readonly region?: readonly string[];
  readonly period?: readonly string[];
  readonly indicator?: readonly string[];
  readonly theme?: Answers['theme'];
  readonly owner?: string;
  readonly retention?: string;
  readonly contactName?: string;
  readonly contactMail?: string;
  readonly personal?: Answers['personal'];
}

/** `import cbs` and `import pxweb`: a table of another publisher as a manifest to complete, with its data beside it. */
export function addImportCommand(program: Command): void {
  const command = program.command('import').description('Make a manifest and data from a table of another publisher');
  const cbs = command.command('cbs <table>').description('From Statistics Netherlands (CBS), by OData 4');
  withImport(cbs.option('--base-url <url>', 'catalogue of CBS', cbsBaseUrl)).action(
    (table: string, options: ImportOptions & { readonly baseUrl: string }) =>
      run((http) => new CbsTable(table, { ...http, baseUrl: options.baseUrl }), options),
  );
  const pxweb = command.command('pxweb <url> <table>').description('From a PxWebApi 2 server: <url> ends in /v2');
  withImport(pxweb).action((url: string, table: string, options: ImportOptions) =>
    run((http) => new PxWebTable(url, table, http), options),
  );
}

function withImport(command: Command): Command {
  return command
    .option('-o, --output <folder>', 'folder for the manifest and the data', '.')
    .option('--id <id>', 'id of our table and name of its files (default: the name of the table)')
    .option('--force', 'replace files that are there; what was filled in stays, but the validation')
    .option('--region <codes>', 'only these regions: GM0153,PV* (repeat or separate with commas)', addCodes)
    .option('--period <codes>', 'only these periods: 2023,2023KW01,202*', addCodes)
    .option('--indicator <codes>', 'only these indicators', addCodes)
    .option('--theme <code=label>', 'theme of our table: bevolking=Bevolking', readTheme)
    .option('--owner <name>', 'who answers for the figures')
    .option('--retention <text>', 'how long each version is kept')
    .option('--contact-name <name>', 'whom readers can ask')
    .option('--contact-mail <address>', 'mail address of this contact')
    .addOption(new Option('--personal <kind>', 'personal data').choices(['none', 'aggregated', 'special-category']))
    .option('--timeout <seconds>', 'wait no longer for the source to say something', readSeconds, 60);
}

function addCodes(text: string, sofar: readonly string[] = []): readonly string[] {
  return [...sofar, ...text.split(',').flatMap((code) => code.trim() || [])];
}

function readTheme(text: string): Answers['theme'] {
  const [, code, label] = /^([^=\s]+)=(.+)$/.exec(text) ?? [];
  if (code === undefined || label === undefined) throw new InvalidArgumentError('Expected code=label.');
  return { code, label: { nl: label } };
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('Expected a number of seconds.');
  return seconds;
}

async function run(source: (http: HttpSettings) => TableSource, options: ImportOptions): Promise<void> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const line = new ProgressLine(process.stderr);
  try {
    const { importTable } = await import('../import/import-table.js');
    const table = source({ patience: { timeout: options.timeout * 1000 }, signal: stop.signal });
    const { output, id, force, region, period, indicator } = options;
    line.show(`${table.table}: asking what it holds`);
    const result = await importTable(table, {
      folder: output,
      answers: answersOf(options),
      selection: present({ region, period, indicator }),
      ...(id === undefined ? {} : { id }),
      ...(force ? { force } : {}),
      onProgress: (count, expected) =>
        line.show(`${table.table}: ${count}${expected === null ? '' : ` of ${expected}`} observations`),
    });
    line.clear();
    for (const warning of result.warnings) process.stderr.write(`warning: ${warning}\n`);
    const manifest = nearby(result.manifest);
    process.stdout.write(
      `${manifest} and ${nearby(result.data)}: ${result.observationCount} observations\n` +
        `Fill in what is marked FILL IN in ${manifest}, then: peilglas-endpoint check ${manifest}\n`,
    );
  } finally {
    line.clear();
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
}

function answersOf({ theme, owner, retention, contactName, contactMail, personal }: ImportOptions): Answers {
  if ((contactName === undefined) !== (contactMail === undefined))
    throw new UsageError('Give --contact-name and --contact-mail together');
  const contact =
    contactName !== undefined && contactMail !== undefined ? { name: contactName, mail: contactMail } : undefined;
  return present({ theme, retention, personal, contact, owner: owner === undefined ? undefined : { nl: owner } });
}
