/** What the measurements share: processes to measure, load to put on them, numbers to draw from it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const folder = join(repository, '.peilglas/bench');
const cli = join(repository, 'packages/endpoint/bin/peilglas-endpoint.js');

/** @throws Error that says what to install. */
export function requireTools() {
  const missing = ['nginx', 'wrk', 'openssl', 'taskset'].filter((name) => spawnSync(name, ['-V']).error);
  if (missing.length > 0)
    throw new Error(`Install ${missing.join(' and ')} first: apt-get install -y ${missing.join(' ')}`);
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** One process that serves a store with its usual settings, but for the limit on calls. */
export async function startEndpoint(store, settings = {}) {
  const port = await freePort();
  const config = join(folder, `endpoint-${port}.json`);
  writeFileSync(config, JSON.stringify({ port, store, callLimit: { calls: 1_000_000_000, seconds: 60 }, ...settings }));
  const child = spawn(process.execPath, [cli, 'serve', '--config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const root = `http://127.0.0.1:${port}`;
  await untilReady(`${root}/readyz`);
  return { root, port, pid: child.pid, stop: () => stop(child) };
}

/** nginx with one worker. @param http what stands in its `http` block. */
export async function startNginx(name, http, readyAddress) {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const file = join(home, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((each) => `${each}_temp_path ${home}/${each};`)
    .join('\n');
  // As Debian's own nginx.conf, with one worker.
  writeFileSync(
    file,
    `worker_processes 1; worker_rlimit_nofile 4096; daemon off; pid ${home}/nginx.pid; error_log ${home}/error.log;
events { worker_connections 768; }
http { sendfile on; tcp_nopush on; default_type application/octet-stream; keepalive_requests 1000000;
${temporary}
${http}
}\n`,
  );
  const child = spawn('nginx', ['-c', file, '-p', home, '-e', `${home}/error.log`], { stdio: 'inherit' });
  await untilReady(readyAddress);
  // Beside the worker there may be processes that look after its cache.
  const workers = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('nginx: worker process'));
  if (workers.length !== 1) throw new Error(`${name}: ${workers.length} workers instead of one`);
  return { pid: Number(workers[0]), stop: () => stop(child) };
}

/** A certificate that nobody need believe. @returns the lines of nginx that name it */
export function certificate() {
  const [key, crt] = ['key', 'crt'].map((ending) => join(folder, `nginx.${ending}`));
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'].concat([
      '-subj',
      '/CN=localhost',
      '-keyout',
      key,
      '-out',
      crt,
    ]),
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return `ssl_certificate ${crt}; ssl_certificate_key ${key};`;
}

async function untilReady(address) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const ready = await fetch(address).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${address}`);
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/**
 * One core for what is measured and one for who asks, where there are two: neither takes from the other, and the helpers
 * of a process (collecting garbage, compiling) count for it.
 */
const cores = availableParallelism() > 1 ? { measured: '0', asking: '1' } : { measured: '0', asking: '0' };

export function pin(pid) {
  const { status, stderr } = spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', cores.measured, String(pid)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`taskset: ${stderr}`);
}

/** Processor time of a process so far, in microseconds. The kernel counts in hundredths of a second. */
function processorTime(pid) {
  const [, fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * 10_000;
}

/**
 * Asks with connections that stay open: 32 unless told otherwise.
 * @returns answers per second, microseconds of processor time that one took of the process, the milliseconds within which
 *   99 of 100 came, and how many were not answered
 */
export function load(pid, address, seconds, headers = [], connections = 32) {
  const options = ['--latency', ...headers.flatMap((header) => ['-H', header])];
  const before = processorTime(pid);
  const { stdout, stderr, status } = spawnSync(
    'taskset',
    ['--cpu-list', cores.asking, 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, ...options, address],
    { encoding: 'utf8' },
  );
  const [perSecond, answers] = [/Requests\/sec:\s+([\d.]+)/, /(\d+) requests in/].map((form) => form.exec(stdout)?.[1]);
  if (status !== 0 || perSecond === undefined) throw new Error(`wrk: ${stderr}${stdout}`);
  const refused = /Non-2xx or 3xx responses: \d+/.exec(stdout)?.[0];
  if (refused) throw new Error(`${address}: ${refused}`);
  const [, amount, unit] = /99%\s+([\d.]+)(us|ms|s|m)\b/.exec(stdout) ?? [];
  const [, lost = '0, 0, 0, 0'] = /Socket errors: (.*)/.exec(stdout) ?? [];
  return {
    perSecond: Number(perSecond),
    micros: (processorTime(pid) - before) / Number(answers),
    slowest: Number(amount) * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit],
    lost: [...lost.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0),
  };
}

/** Runs the command; answers how long it took in seconds. */
export function timeCommand(parameters) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8', cwd: repository });
  if (status !== 0) throw new Error(stdout + stderr);
  return { seconds: (performance.now() - started) / 1000, output: stdout };
}

export const publish = (manifest, store) => timeCommand([cli, 'publish', manifest, '--store', store, '--json']);

/** Memory that is really in use, in megabytes (2²⁰ bytes), and files that are open. */
export function usage(pid) {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { megabytes: Number(kilobytes) / 1024, files: readdirSync(`/proc/${pid}/fd`).length };
}

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = (values) => quantile(values, 0.5);

/** Slope of the straight line that fits best (least squares), per unit of x. */
export function slope(points) {
  const mean = (key) => points.reduce((sum, point) => sum + point[key], 0) / points.length;
  const [x, y] = [mean('x'), mean('y')];
  const over = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  return over / points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}

/** The same numbers each time: mulberry32. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
