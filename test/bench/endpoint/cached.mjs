/**
 * A selection that was asked for before: by the endpoint itself, and by nginx in front of it, against a static file. The
 * endpoint speaks plain HTTP, and so does the file beside it; nginx in front does TLS, as `deploy/` has it, and so does
 * the file beside that. Also told: the same without TLS, and the barest cache that nginx can be, so that what is left of the
 * distance can be seen to be nginx's own (docs/decisions/016-proxy-cache-cost.md).
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selections } from './selections.mjs';
import {
  certificate,
  folder,
  freePort,
  median,
  repository,
  requestsPerSecond,
  startEndpoint,
  startNginx,
} from './tools.mjs';

const encodings = ['identity', 'br'];

export async function measureCached(store, { rounds, seconds }) {
  const endpoint = await startEndpoint(store, { logLevel: 'warn' });
  const logging = await startEndpoint(store);
  const [still, front, bare] = [await freePort(), await freePort(), await freePort()];
  const [stillTls, frontTls] = [await freePort(), await freePort()];
  const tls = certificate();
  const files = join(folder, 'static');
  mkdirSync(files, { recursive: true });
  const { value: address } = await (await selections(endpoint.root, 1)).next();
  const sizes = {};
  for (const encoding of encodings) {
    const answer = await fetch(address, { headers: { 'accept-encoding': encoding } });
    // `fetch` unpacks; the file is what went over the line.
    const bytes = await rawBody(address, encoding);
    sizes[encoding] = bytes.length;
    writeFileSync(join(files, encoding), bytes);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  }
  const nginx = await startNginx(
    'static-nginx',
    `access_log off;
    server { listen 127.0.0.1:${still}; root ${files}; }
    server { listen 127.0.0.1:${stillTls} ssl; root ${files}; ${tls} ssl_protocols TLSv1.2 TLSv1.3; }`,
    `http://127.0.0.1:${still}/identity`,
  );
  const proxy = await startNginx(
    'proxy-nginx',
    proxyConfiguration(endpoint.port, front, frontTls, tls),
    `http://127.0.0.1:${front}/api/v2/config`,
  );
  const barest = await startNginx(
    'barest-nginx',
    barestCache(endpoint.port, bare),
    `http://127.0.0.1:${bare}/api/v2/config`,
  );
  const rates = {};
  try {
    const { search, pathname } = new URL(address);
    for (let round = 0; round < rounds; round++) {
      for (const encoding of encodings) {
        const headers = [`Accept-Encoding: ${encoding}`];
        const measured = {
          static: `http://127.0.0.1:${still}/${encoding}`,
          endpoint: address,
          logging: `${logging.root}${pathname}${search}`,
          barest: `http://127.0.0.1:${bare}${pathname}${search}`,
          proxy: `http://127.0.0.1:${front}${pathname}${search}`,
          staticTls: `https://127.0.0.1:${stillTls}/${encoding}`,
          proxyTls: `https://127.0.0.1:${frontTls}${pathname}${search}`,
        };
        for (const [name, url] of Object.entries(measured)) {
          requestsPerSecond(url, 1, headers);
          ((rates[encoding] ??= {})[name] ??= []).push(requestsPerSecond(url, seconds, headers));
        }
      }
    }
  } finally {
    await Promise.all([endpoint, logging, nginx, proxy, barest].map((each) => each.stop()));
  }
  return encodings.map((encoding) => {
    const medians = Object.entries(rates[encoding]).map(([name, values]) => [name, Math.round(median(values))]);
    return { encoding, bytes: sizes[encoding], ...Object.fromEntries(medians) };
  });
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
function proxyConfiguration(upstream, port, tlsPort, tls) {
  const home = join(folder, 'proxy-nginx');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const written = readFileSync(join(repository, 'deploy/nginx/peilglas.conf'), 'utf8');
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
