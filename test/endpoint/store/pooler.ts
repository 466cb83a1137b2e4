/** A real PgBouncer before a PostgreSQL server, on a Unix socket only, in which a connection is one for one transaction. */
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

/** What to say to whom the pooler is missing. */
export const howToInstallPooler = 'install PgBouncer (Debian: apt-get install pgbouncer) to run the tests behind it';

export const isPoolerInstalled = spawnSync('pgbouncer', ['--version']).status === 0;

const port = 6432;

/**
 * Starts a pooler, which is stopped when the file's tests are done.
 * @param database Connection string of a database of the server before which it comes.
 * @param settings Lines of its settings beside those it needs here.
 * @returns the connection string of that database behind the pooler, for any database of that server.
 */
export async function startPooler(database: string, settings: readonly string[]): Promise<(url: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'peilglas-pooler-'));
  // It refuses to run as root, and writes its socket here.
  await chmod(folder, 0o777);
  const server = new URLSearchParams(database.split('?')[1]).get('host') ?? '';
  const file = join(folder, 'pooler.ini');
  const lines = [
    '[databases]',
    `* = host=${server} user=peilglas`,
    '[pgbouncer]',
    `unix_socket_dir = ${folder}`,
    `listen_port = ${port}`,
    'auth_type = any',
    'pool_mode = transaction',
    'default_pool_size = 3',
    ...settings,
  ];
  await writeFile(file, lines.join('\n'));
  const asUser = process.getuid?.() === 0 ? ['-u', 'postgres'] : [];
  const pooler = spawn('pgbouncer', [...asUser, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  pooler.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const ended = new Promise((resolve) => pooler.once('close', resolve));
  after(async () => {
    pooler.kill('SIGINT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  for (let waited = 0; !said.includes('process up'); waited++) {
    if (pooler.exitCode !== null || waited > 600) throw new Error(`PgBouncer did not start: ${said}`);
    await pause(50);
  }
  return (url) => url.replace(/host=[^&]+/, `host=${encodeURIComponent(folder)}&port=${port}`);
}
