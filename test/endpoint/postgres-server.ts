/** A PostgreSQL server of its own for tests, from Debian's package `postgresql`. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface PostgresServer {
  /** Connection string of an empty database. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a server on a free port of this machine, without guarantees against a power cut. Null where PostgreSQL is not
 * installed.
 * @throws where PostgreSQL is not installed on a machine that tests for others (CI=true).
 */
export async function startPostgres(): Promise<PostgresServer | null> {
  const initdb = program('initdb');
  const postgres = program('postgres');
  if (initdb === null || postgres === null) {
    if (process.env.CI === 'true') throw new Error('PostgreSQL is not installed: apt-get install postgresql');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peilglas-postgres-'));
  // The server refuses to be run by root; the package makes an account for it.
  const account = process.getuid?.() === 0 ? accountOf('postgres') : {};
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  const settings = ['--username=peilglas', '--auth=trust', '--encoding=UTF8', '--no-sync', '--no-instructions'];
  execFileSync(initdb, [`--pgdata=${data}`, ...settings], { ...options, stdio: 'pipe' });
  const port = await freePort();
  const server = spawn(
    postgres,
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F', '-c', 'full_page_writes=off'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    // SIGINT: end at once, cutting off who is still connected.
    server.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; !log.includes('ready to accept connections'); tries++) {
    if (server.exitCode !== null || tries > 600) {
      await stop();
      throw new Error(`PostgreSQL did not start: ${log}`);
    }
    await sleep(50);
  }
  return { url: `postgres://peilglas@127.0.0.1:${port}/postgres`, stop };
}

/** Debian keeps the server's programs by version, outside PATH. */
function program(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = [...folders.map((folder) => join(folder, name)), ...globSync(`/usr/lib/postgresql/*/bin/${name}`)];
  return places.find((place) => existsSync(place)) ?? null;
}

function accountOf(name: string): { readonly uid?: number; readonly gid?: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`There is no account ${name} to run PostgreSQL as`);
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free');
  return address.port;
}
