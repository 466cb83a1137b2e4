/**
 * A selection that was asked for before: by the endpoint itself, and by nginx in front of it, against a static file. The
 * endpoint speaks plain HTTP and writes no log, and so does the file beside it; nginx in front does TLS and writes its log, as
 * `deploy/` has it, and so does the file beside that. Also told: the same without TLS, the barest cache that nginx can be, and
 * a file at the same long address with the same headers, so that what is left of the distance can be seen to be nginx's own
 * (docs/decisions/016-proxy-cache-cost.md).
 *
 * What is compared is measured in turns, in one order and then in the other, and each ratio is of one turn.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selections } from './selections.mjs';
import { certificate, folder, freePort, load, median, pin, repository, startEndpoint, startNginx } from './tools.mjs';

const encodings = ['identity', 'br'];

/**
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} options.seconds that each is asked per round
 * @param {readonly string[]} [options.names] what is asked; all of it unless given
 */
export async function measureCached(store, { rounds, seconds, names }) {
  const endpoint = await startEndpoint(store, { logLevel: 'warn' });
  const logging = await startEndpoint(store);
  const [still, front, bare] = [await freePort(), await freePort(), await freePort()];
  const [stillTls, frontTls, likeTls] = [await freePort(), await freePort(), await freePort()];
  const tls = certificate();
  const files = join(folder, 'static');
  mkdirSync(files, { recursive: true });
  const { value: address } = await (await selections(endpoint.root, 1)).next();
  const { search, pathname } = new URL(address);
  const path = pathname + search;
  const [sizes, turns] = [{}, {}];
  for (const encoding of encodings) {
    const answer = await fetch(address, { headers: { 'accept-encoding': encoding } });
    // `fetch` unpacks; the file is what went over the line.
    const bytes = await rawBody(address, encoding);
    sizes[encoding] = bytes.length;
    writeFileSync(join(files, encoding), bytes);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  }
  const written = readFileSync(join(repository, 'deploy/nginx/peilglas.conf'), 'utf8');
  const logFormat = /^log_format[^;]+;/m.exec(written)?.[0];
  const logLine = `access_log ${folder}/static-nginx/access.log peilglas buffer=64k flush=5s;`;
  const ssl = `${tls} ssl_protocols TLSv1.2 TLSv1.3;`;
  const nginx = await startNginx(
    'static-nginx',
    `${logFormat} map $http_accept_encoding $file { br br; default identity; }
    server { listen 127.0.0.1:${still}; root ${files}; access_log off; }
    server { listen 127.0.0.1:${stillTls} ssl http2; root ${files}; ${logLine} ${ssl} }
    server { listen 127.0.0.1:${likeTls} ssl http2; ${logLine} ${ssl}
      location = ${pathname} { alias ${files}/$file; ${await headersOf(address)} } }`,
    `http://127.0.0.1:${still}/identity`,
  );
  const proxy = await startNginx(
    'proxy-nginx',
    proxyConfiguration(written, { upstream: endpoint.port, port: front, tlsPort: frontTls, tls }),
    `http://127.0.0.1:${front}/api/v2/config`,
  );
  const barest = await startNginx(
    'barest-nginx',
    barestCache(endpoint.port, bare),
    `http://127.0.0.1:${bare}/api/v2/config`,
  );
  for (const { pid } of [endpoint, logging, nginx, proxy, barest]) pin(pid);
  try {
    for (let round = 0; round < rounds; round++) {
      for (const encoding of encodings) {
        const measured = [
          ['static', nginx, `http://127.0.0.1:${still}/${encoding}`],
          ['endpoint', endpoint, address],
          ['logging', logging, logging.root + path],
          ['barest', barest, `http://127.0.0.1:${bare}${path}`],
          ['proxy', proxy, `http://127.0.0.1:${front}${path}`],
          ['staticTls', nginx, `https://127.0.0.1:${stillTls}/${encoding}`],
          ['proxyTls', proxy, `https://127.0.0.1:${frontTls}${path}`],
          ['likeTls', nginx, `https://127.0.0.1:${likeTls}${path}`],
        ].filter(([name]) => names?.includes(name) ?? true);
        const turn = {};
        for (const [name, { pid }, url] of round % 2 === 0 ? measured : measured.toReversed()) {
          const headers = [`Accept-Encoding: ${encoding}`];
          load(pid, url, round === 0 ? 4 : 1, headers);
          turn[name] = load(pid, url, seconds, headers);
        }
        (turns[encoding] ??= []).push(turn);
      }
    }
  } finally {
    await Promise.all([endpoint, logging, nginx, proxy, barest].map((each) => each.stop()));
  }
  return encodings.map((encoding) => ({ encoding, bytes: sizes[encoding], turns: turns[encoding] }));
}

/** How many of the one come out while one of the other does, per turn: by the clock, and by processor time. */
export function compare(turns, name, other) {
  const of = (figure) => median(turns.map(figure));
  return {
    ratio: of((turn) => turn[name].perSecond / turn[other].perSecond),
    byTime: of((turn) => turn[other].micros / turn[name].micros),
    told: [name, other].map((each) => Math.round(of((turn) => turn[each].perSecond))).join(' : '),
    micros: [name, other].map((each) => of((turn) => turn[each].micros).toFixed(1)).join(' : '),
  };
}

/** What the endpoint says besides the figures, as nginx adds it to a file. */
async function headersOf(address) {
  const { headers } = await fetch(address);
  const own = /^(connection|keep-alive|date|content-(type|length|encoding)|etag|x-request-id)$/;
  return [...headers]
    .filter(([name]) => !own.test(name))
    .map(([name, value]) => `add_header ${name} "${value}";`)
    .join(' ');
}

/** Nothing but a cache: no log, no wishes in the key, and headers that nginx need not look through. */
function barestCache(upstream, port) {
  const home = join(folder, 'barest-nginx');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  return `access_log off; proxy_cache_path ${home}/cache keys_zone=barest:1m;
server { listen 127.0.0.1:${port}; location / { sendfile off; open_file_cache max=100;
  proxy_pass http://127.0.0.1:${upstream}; proxy_buffer_size 32k; proxy_buffers 8 32k;
  proxy_set_header Accept-Encoding $http_accept_encoding;
  proxy_cache barest; proxy_cache_key "$request_uri $http_accept_encoding"; proxy_ignore_headers Vary Cache-Control;
  proxy_cache_valid 200 5m; } }`;
}

/** The configuration of `deploy/` as it stands, but for ports, paths and the certificate; a second port has no TLS. */
function proxyConfiguration(written, { upstream, port, tlsPort, tls }) {
  const home = join(folder, 'proxy-nginx');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  return written
    .replace(/server \{\s+listen 80;[^}]*\}/, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port}; listen 127.0.0.1:${tlsPort} ssl http2; ${tls}`)
    .replaceAll(/^\s+ssl_certificate.*\n/gm, '')
    .replace('127.0.0.1:4400', `127.0.0.1:${upstream}`)
    .replace('/var/cache/nginx/peilglas', `${home}/cache`)
    .replace('/var/log/nginx/peilglas.log', `${home}/access.log`)
    .replace('keepalive_requests 10000;', '');
}

async function rawBody(address, encoding) {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}
