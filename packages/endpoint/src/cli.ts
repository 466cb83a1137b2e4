import { Command, InvalidArgumentError } from 'commander';
import { appVersion } from './app-version.js';
import { endpointOptions, readConfig, UsageError, type Config } from './config.js';
import { publishTables } from './publish/publish-tables.js';
import { reportTable, reportTotals } from './publish/report.js';
import { createEndpoint } from './serve/create-endpoint.js';
import { DuckDbStore } from './store/duckdb-store.js';
import type { Store } from './store/store.js';

interface StoreOptions {
  readonly store?: string;
  readonly config?: string;
}

interface ReportOptions extends StoreOptions {
  readonly json?: boolean;
}

interface ServeOptions extends StoreOptions {
  readonly port?: number;
  readonly host?: string;
}

const program = new Command('peilglas-endpoint')
  .description('Publishes statistical tables as checked, immutable versions and serves them over PxWebApi 2')
  .version(appVersion);

withStore(program.command('check <path...>').description('Say what publish would refuse, and change nothing'))
  .option('--json', 'report as JSON')
  .action((paths: string[], options: ReportOptions) => run(paths, null, options));

withStore(program.command('publish <path...>').description('Check tables and publish those that pass'))
  .option('--json', 'report as JSON')
  .action(async (paths: string[], options: ReportOptions) => run(paths, await openStore(options), options));

withStore(program.command('versions [id]').description('List the versions of one table, or of all')).action(
  listVersions,
);

withStore(program.command('serve').description('Serve the published tables'))
  .option('--port <number>', 'port (default: 4400)', readPort)
  .option('--host <name>', 'address to listen on (default: 127.0.0.1)')
  .action(serve);

function withStore(command: Command): Command {
  return command
    .option('--store <folder>', 'folder of the store (default: ./.peilglas/store)')
    .option(
      '--config <file>',
      'YAML file with port, host, store, origins, licence, contact, maxDataCells, callLimit, trustProxy',
    );
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return Number(text);
}

function configOf({ config }: StoreOptions): Promise<Config> {
  return config === undefined ? Promise.resolve({}) : readConfig(config);
}

async function openStore(options: StoreOptions): Promise<Store> {
  return new DuckDbStore(options.store ?? (await configOf(options)).store ?? './.peilglas/store');
}

async function run(paths: string[], store: Store | null, { json }: ReportOptions): Promise<void> {
  const reports = await publishTables({
    paths,
    store,
    onReport: (report, done, total) => {
      if (!json) process.stdout.write(`${reportTable(report, done, total)}\n`);
    },
  });
  process.stdout.write(json ? `${JSON.stringify(reports, null, 2)}\n` : `${reportTotals(reports)}\n`);
  if (reports.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
}

async function listVersions(id: string | undefined, options: StoreOptions): Promise<void> {
  const store = await openStore(options);
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
}

async function serve(options: ServeOptions): Promise<void> {
  const config = await configOf(options);
  const app = createEndpoint({ store: await openStore(options), ...endpointOptions(config), log: true });
  const address = await app.listen({
    port: options.port ?? config.port ?? 4400,
    host: options.host ?? config.host ?? '127.0.0.1',
  });
  app.log.info(`Peilglas endpoint at ${address}/api/v2`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close());
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`peilglas-endpoint: ${error instanceof Error ? error.message : 'failed'}\n`);
  process.exitCode = 1;
}
