import { InvalidArgumentError, type Command } from 'commander';
import { loadElements } from '../embed/load-elements.js';
import { UsageError } from '../usage-error.js';
import { defaultStore, isFolderThere, withStore, type StoreOptions } from './store-options.js';

interface ServeOptions extends StoreOptions {
  readonly port?: number;
  readonly host?: string;
  readonly check?: boolean;
}

const marks = { ok: '✔', warning: '!', error: '✖' } as const;

export function addServeCommand(program: Command): void {
  withStore(program.command('serve').description('Serve the published tables'))
    .option('--port <number>', 'port (default: 4400)', readPort)
    .option('--host <name>', 'address to listen on (default: 127.0.0.1)')
    .option('--check', 'say whether it could be served like this, and serve nothing')
    .action(serve);
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return Number(text);
}

/**
 * Connections that may wait until they are accepted. Node's own 511 are too few when a council meeting opens one link: who
 * comes after them is not refused but tries again, a second later. The system may have a lower limit of its own.
 */
const waitingConnections = 4096;

/** What the other commands do without is loaded here, so that they answer at once. */
async function serve(options: ServeOptions): Promise<void> {
  const { endpointOptions, readSettings } = await import('../config.js');
  const { config, store } = await readSettings(options.config, process.env);
  const place = options.store ?? store ?? defaultStore;
  const port = options.port ?? config.port ?? 4400;
  const host = options.host ?? config.host ?? '127.0.0.1';
  if (options.check) {
    const { inspectServing } = await import('./inspect-serving.js');
    const rows = await inspectServing({ ...config, host, port }, place);
    for (const { severity, about, message } of rows) process.stdout.write(`${marks[severity]} ${about}: ${message}\n`);
    if (rows.some(({ severity }) => severity === 'error')) process.exitCode = 1;
    return;
  }
  await isFolderThere(place);
  const { createEndpoint } = await import('../serve/create-endpoint.js');
  const { openStoreAt } = await import('../store/open-store-at.js');
  const stopping = new AbortController();
  const app = createEndpoint({ store: openStoreAt(place), ...endpointOptions(config), stopping: stopping.signal });
  if (config.releases || config.signInPage !== undefined) await loadElements();
  const address = await app.listen({ port, host, backlog: waitingConnections }).catch((error: unknown) => {
    throw unableToListen(error, host, port);
  });
  app.log.info(`Peilglas endpoint at ${address}/api/v2`);
  // Who divides requests over several endpoints sees first that this one is about to stop, and then sends it no more.
  const stop = (): void => {
    stopping.abort();
    setTimeout(() => void app.close(), (config.shutdown?.drainSeconds ?? 0) * 1000);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

const unable: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  EADDRINUSE: ['port', 'Something listens there already: stop that, or give another port'],
  EACCES: ['port', 'This account may not listen there: give a port from 1024, and let a proxy have the others'],
  EADDRNOTAVAIL: ['host', 'This machine has no such address: give one of its own, such as 127.0.0.1'],
  ENOTFOUND: ['host', 'There is no machine of this name: give an address of this one, such as 127.0.0.1'],
};

function unableToListen(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [what, remedy] = unable[code] ?? [];
  if (what === undefined) return error;
  return new UsageError(`${what}: cannot listen at ${host}:${port} (${code})\n  → ${remedy}`);
}
