/** A real nginx, where there is one. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import { temporaryFolder } from './support.ts';

/** The file that is delivered to go in front of an endpoint. */
export const written = await readFile(new URL('../../deploy/nginx/peilglas.conf', import.meta.url), 'utf8');
export const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** nginx as it is configured, but without TLS; each answer tells how it came about. */
export async function startProxy(upstream: string): Promise<string> {
  return startNginx((port, home) =>
    written
      .replace(/server \{\s+listen 80;[^}]*\}/, '')
      .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port}; add_header X-Cache $upstream_cache_status always;`)
      .replaceAll(/^\s+ssl_.*\n/gm, '')
      .replace('127.0.0.1:4400', upstream)
      .replace('/var/cache/nginx/peilglas', `${home}/cache`)
      .replaceAll('/var/log/nginx/', `${home}/`),
  );
}

/**
 * Runs nginx until the file's tests are done.
 * @param places what is in its `http` block
 * @returns its origin
 */
export async function startNginx(places: (port: number, home: string) => string): Promise<string> {
  const [home, port] = [await temporaryFolder(), await freePort()];
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${home}/${name};`,
  );
  await mkdir(home, { recursive: true });
  const file = join(home, 'nginx.conf');
  await writeFile(
    file,
    `daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log; events {} http { ${temporary.join(' ')} ${places(port, home)} }`,
  );
  const nginx = spawn('nginx', ['-c', file, '-p', home, '-e', `${home}/error.log`]);
  after(async () => {
    nginx.kill('SIGTERM');
    if (nginx.exitCode === null) await once(nginx, 'exit');
  });
  const root = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (
      await fetch(`${root}/healthz`).then(
        () => true,
        () => false,
      )
    )
      return root;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(await readFile(`${home}/error.log`, 'utf8'));
}
