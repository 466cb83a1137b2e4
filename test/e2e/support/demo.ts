/** The demo as a visitor's machine runs it: the real command, on ports and a store of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyDemoStore } from '../../support/demo-store.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** How the command ended; `code` is null when a signal ended it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Command {
  /** All that it has said so far, on both streams. */
  readonly said: () => string;
  readonly ended: Promise<Ending>;
  /** Resolves when it says this; rejects with all it said when it ends before. */
  readonly says: (words: string) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
}

export interface Demo {
  /** Origins, without a slash at the end. */
  readonly site: string;
  readonly endpoint: string;
  /** The identity provider. */
  readonly provider: string;
  /** Asks it to stop, as a service manager does, and waits until it has. */
  readonly stop: () => Promise<Ending>;
  readonly command: Command;
}

/** Runs the demo command with these settings beside those of the machine. */
export function runDemo(settings: Readonly<Record<string, string>>): Command {
  const child = spawn(process.execPath, ['scripts/demo.mjs'], {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const listener of listeners) listener();
    });
  }
  // Nobody is there to stop it when a test is ended half-way.
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal });
    });
  });
  const says = (words: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const listener = (): void => {
        if (said.includes(words)) resolve();
      };
      listeners.add(listener);
      listener();
      ended.then(({ code }) => reject(new Error(`Ended with code ${String(code)}:\n${said}`)), reject);
    });
  return { said: () => said, ended, says, signal: (signal) => child.kill(signal) };
}

/** Starts the demo on free ports and waits until it says that it is up. With `published`, its tables were published before. */
export async function startDemo({ published = false } = {}): Promise<Demo> {
  const store = await mkdtemp(join(tmpdir(), 'peilglas-demo-'));
  if (published) await copyDemoStore(store);
  const [endpointPort, providerPort, demoPort] = await freePorts();
  const command = runDemo({
    PEILGLAS_ENDPOINT_PORT: String(endpointPort),
    PEILGLAS_IDP_PORT: String(providerPort),
    PEILGLAS_DEMO_PORT: String(demoPort),
    PEILGLAS_STORE: store,
  });
  const stop = async (): Promise<Ending> => {
    command.signal('SIGTERM');
    const ending = await command.ended;
    await rm(store, { recursive: true, force: true });
    return ending;
  };
  try {
    await command.says('Stop with');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    site: `http://localhost:${demoPort}`,
    endpoint: `http://localhost:${endpointPort}`,
    provider: `http://localhost:${providerPort}`,
    command,
    stop,
  };
}

/** Listens on a port that nobody else has. */
export async function takePort(): Promise<{ readonly port: number; readonly server: Server }> {
  const server = createServer();
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  return { port: isAddress(address) ? address.port : 0, server };
}

/** Three ports that are free now; held together, so that they differ. */
export async function freePorts(): Promise<readonly [number, number, number]> {
  const [first, second, third] = [await takePort(), await takePort(), await takePort()];
  for (const { server } of [first, second, third]) {
    server.close();
    await once(server, 'close');
  }
  return [first.port, second.port, third.port];
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
