/** A real PostgreSQL server in a temporary folder, on a Unix socket only, as Debian's package `postgresql` brings it. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What to say to whom the server is missing. */
export const howToInstall = 'install PostgreSQL (Debian: apt-get install postgresql) to run the tests of its store';

/** Folder of `initdb` and `postgres`: Debian keeps them out of PATH. */
function binaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

export const isInstalled = binaries() !== undefined;

/** The server refuses to run as root: there it runs as the user that the package made. */
async function runAs(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const number = async (option: string) => Number((await execute('id', [option, 'postgres'])).stdout);
  return { uid: await number('-u'), gid: await number('-g') };
}

export interface PostgresServer {
  /** Makes an empty database. Returns its connection string. */
  newDatabase(): Promise<string>;
  /** Runs SQL as the administrator of a database; returns what `psql` would print. */
  run(url: string, sql: string): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a server, which is stopped and removed when the file's tests are done. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = binaries();
  if (bin === undefined) throw new Error(howToInstall);
  const user = await runAs();
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder };
  await execute(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'peilglas', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    options,
  );
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  let running: ChildProcess | null = null;
  const psql = async (database: string, sql: string): Promise<string> => {
    const { stdout } = await execute(
      join(bin, 'psql'),
      ['-X', '-q', '-A', '-t', '-h', folder, '-U', 'peilglas', '-c', sql, database],
      options,
    );
    return stdout.trim();
  };
  const start = async (): Promise<void> => {
    const parameters = ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
    running = spawn(join(bin, 'postgres'), parameters, { ...options, stdio: 'ignore' });
    for (let waited = 0; ; waited++) {
      if (running.exitCode !== null || waited > 600) throw new Error('PostgreSQL did not start');
      const ready = await psql('postgres', 'SELECT 1').catch(() => '');
      if (ready === '1') return;
      await pause(50);
    }
  };
  const stop = async (): Promise<void> => {
    const server = running;
    running = null;
    if (server?.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    // Fast shutdown: connections are ended.
    server.kill('SIGINT');
    await ended;
  };
  after(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  await start();
  return {
    newDatabase: async () => {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await psql('postgres', `CREATE DATABASE ${name}`);
      return `postgres://peilglas@/${name}?host=${encodeURIComponent(folder)}`;
    },
    run: (url, sql) => psql(new URL(url.replace('@/', '@host/')).pathname.slice(1), sql),
    stop,
    start,
  };
}
