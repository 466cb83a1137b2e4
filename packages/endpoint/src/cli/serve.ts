import { InvalidArgumentError, type Command } from 'commander';
import { endpointOptions } from '../config.js';
import { createEndpoint } from '../serve/create-endpoint.js';
import { configOf, openStore, withStore, type StoreOptions } from './store-options.js';

interface ServeOptions extends StoreOptions {
  readonly port?: number;
  readonly host?: string;
}

export function addServeCommand(program: Command): void {
  withStore(program.command('serve').description('Serve the published tables'))
    .option('--port <number>', 'port (default: 4400)', readPort)
    .option('--host <name>', 'address to listen on (default: 127.0.0.1)')
    .action(serve);
}

function readPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return Number(text);
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
