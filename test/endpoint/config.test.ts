import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publishedStore, temporaryFolder } from './support.ts';

const cli = fileURLToPath(new URL('../../packages/endpoint/dist/cli.js', import.meta.url));

/** `serve --check` with this configuration and environment. */
async function check(
  config: string,
  environment: Readonly<Record<string, string>> = {},
  parameters: readonly string[] = [],
  cwd?: string,
) {
  const folder = await temporaryFolder();
  const file = join(folder, 'peilglas.yaml');
  await writeFile(file, config);
  const child = spawn(process.execPath, [cli, 'serve', '--check', '--config', file, ...parameters], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    cwd: cwd ?? folder,
  });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, output, folder };
}

const places: readonly (readonly [string, string, RegExp])[] = [
  ['a field of the wrong kind', 'host: 127.0.0.1\nport: many\n', /peilglas\.yaml:2: port: .*\n {2}→ /],
  ['an unknown field', '\n\nprot: 4400\n', /peilglas\.yaml:3: prot: Unknown field\n {2}→ Remove the field/],
  ['a field within a field', 'callLimit:\n  calls: 10\n  seconds: 0\n', /peilglas\.yaml:3: callLimit\.seconds: /],
  [
    'an origin with a path',
    'origins:\n  - https://a.example/\n',
    /peilglas\.yaml:2: origins\.0: Expected \* or an origin/,
  ],
  [
    'an origin that no browser ever says',
    'origins:\n  - https://WWW.example.org:443\n',
    /peilglas\.yaml:2: origins\.0: Is not as browsers write it: /,
  ],
  ['origins by a pattern', 'origins: [https://*.example.org]\n', /:1: origins\.0: Expected \* or an origin as /],
  ['an address that no link can begin with', 'publicUrl: localhost:4400\n', /:1: publicUrl: Expected an address as /],
  [
    'a public address that names the API too',
    'publicUrl: https://a.example/api/v2\n',
    /:1: publicUrl: .* without \/api\/v2\n {2}→ /,
  ],
  [
    'a proxy that is no address',
    'trustProxy:\n  - 10.0.0.7\n  - proxy.example.org\n',
    /peilglas\.yaml:3: trustProxy\.1: Expected an address as 10\.0\.0\.7 or 10\.0\.0\.0\/8\n {2}→ /,
  ],
  ['YAML that cannot be read', 'host: [\n', /peilglas\.yaml:\d+: /],
  [
    'an issuer without keys',
    'access:\n  issuers:\n    - issuer: x\n      audience: y\n',
    /peilglas\.yaml:3: access\.issuers\.0\.jwks: Is missing/,
  ],
  ['the store twice', 'store: a\nstoreFile: b\n', /peilglas\.yaml:2: storeFile: The store is given twice\n {2}→ /],
];

describe('the configuration', () => {
  for (const [name, config, message] of places) {
    it(`is refused for ${name}, with where and what to do`, async () => {
      const { code, output } = await check(config);
      assert.equal(code, 1);
      assert.match(output, message);
      assert.doesNotMatch(output, /\n {4}at /);
    });
  }

  it('holds no password, and repeats none', async () => {
    const { code, output } = await check('store: postgres://u:hunter2@db/x\n');
    assert.equal(code, 1);
    assert.match(output, /peilglas\.yaml:1: store: Holds a password; .*PEILGLAS_STORE/);
    assert.doesNotMatch(output, /hunter2/);
  });

  it('takes no address of another kind for a folder, wherever it was given, and repeats none', async () => {
    const place = 'mysql://u:hunter2@db/x';
    const folder = await temporaryFolder();
    const file = join(folder, 'place');
    await writeFile(file, place);
    for (const [config, environment, parameters, said] of [
      [`store: ${place}\n`, {}, [], /peilglas\.yaml:1: store: Expected a folder, or postgres:/],
      ['', { PEILGLAS_STORE: place }, [], /PEILGLAS_STORE: Expected a folder, or postgres:/],
      ['', { PEILGLAS_STORE_FILE: file }, [], /The store is at an address of another kind\n {2}→ /],
      ['', {}, ['--store', place], /The store is at an address of another kind\n {2}→ /],
    ] as const) {
      const { code, output } = await check(config, environment, parameters);
      assert.equal(code, 1);
      assert.match(output, said);
      assert.doesNotMatch(output, /hunter2/);
    }
  });

  it('gives way to the environment, and that to the command line', async () => {
    const store = await publishedStore();
    const environment = { PEILGLAS_STORE: store, PEILGLAS_PORT: '4501', PEILGLAS_HOST: '127.0.0.3' };
    const { code, output } = await check('port: 4500\nhost: 127.0.0.2\nstore: nowhere\n', environment, [
      '--port',
      '4502',
    ]);
    assert.equal(code, 0, output);
    assert.match(output, /✔ store: 1 table\n/);
    assert.match(output, /http:\/\/127\.0\.0\.3:4502\n/);
  });

  it('names the variable that is wrong, without its value', async () => {
    const { code, output } = await check('', { PEILGLAS_PORT: 'hunter2', PEILGLAS_LOG_LEVEL: 'hunter3' });
    assert.equal(code, 1);
    assert.match(output, /PEILGLAS_PORT: Expected a whole number\n/);
    assert.match(output, /PEILGLAS_LOG_LEVEL: /);
    const proxy = await check('', { PEILGLAS_TRUST_PROXY: 'hunter4' });
    assert.equal(proxy.code, 1);
    assert.match(proxy.output, /PEILGLAS_TRUST_PROXY\.0: Expected an address as /);
    assert.doesNotMatch(proxy.output, /hunter/);
    assert.doesNotMatch(output, /hunter/);
  });

  it('can leave the place of the store to a file', async () => {
    const place = join(await temporaryFolder(), 'place');
    await writeFile(place, `${await publishedStore()}\n`);
    assert.match((await check(`storeFile: ${place}\n`)).output, /✔ store: 1 table\n/);
    assert.match((await check('', { PEILGLAS_STORE_FILE: place })).output, /✔ store: 1 table\n/);
    assert.match((await check('storeFile: nowhere\n')).output, /storeFile: .*nowhere cannot be read/);
  });
});

describe('serve --check', () => {
  it('accepts the example', async () => {
    const example = await readFile(new URL('../../deploy/peilglas.yaml', import.meta.url), 'utf8');
    const { code, output } = await check(example, { PEILGLAS_STORE: await publishedStore() });
    assert.equal(code, 0, output);
  });

  it('changes nothing and warns of a store that is not there', async () => {
    const { code, output, folder } = await check('store: ./store\n');
    assert.equal(code, 0);
    assert.ok(output.includes(`! store: ${join(folder, 'store')} is not there yet`), output);
    assert.deepEqual(await readdir(folder), ['peilglas.yaml']);
  });

  it('ends with 1 when the store is a file', async () => {
    const { code, output } = await check('store: ./peilglas.yaml\n');
    assert.equal(code, 1);
    assert.match(output, /✖ store: \S+peilglas\.yaml is no folder; name one/);
  });

  it('ends with 1 when boundaries or a release cannot be read, without which nothing starts', async () => {
    const shapes = (file: string): string => `shapes: [{ id: gemeenten, file: ${file}, source: CBS }]\n`;
    const missing = await check(`${shapes('nowhere.geojson')}releases: [{ name: 1.4.0, folder: nowhere }]\n`);
    assert.equal(missing.code, 1, missing.output);
    assert.match(missing.output, /✖ shapes: \S+nowhere\.geojson cannot be used\n {2}→ /);
    assert.match(missing.output, /✖ releases: \S+nowhere[\\/]integrity\.json is missing, or .*\n {2}→ /);
    const demo = fileURLToPath(new URL('../../demo/shapes/twente-gemeenten.geojson', import.meta.url));
    const good = await check(shapes(demo));
    assert.equal(good.code, 0, good.output);
    assert.match(good.output, /✔ shapes: 1 can be read\n/);
  });

  it('ends with 1 when figures cannot be read', async () => {
    const store = await publishedStore();
    await truncate(join(store, 'werk', '1.duckdb'), 100);
    const { code, output } = await check(`store: ${store}\n`);
    assert.equal(code, 1);
    assert.match(output, /✖ store: figures of werk cannot be read/);
  });

  it('ends with 1 when it cannot be known what a version says, and the list of versions tells', async () => {
    const store = await publishedStore();
    await writeFile(join(store, 'werk', '1.json'), '{ "format": 99 }');
    const { code, output } = await check(`store: ${store}\n`);
    assert.equal(code, 1);
    assert.match(output, /✖ store: Version 1 of table werk cannot be read: a newer program wrote it; .*not served/);
    const { stdout } = spawnSync(process.execPath, [cli, 'versions', '--store', store], { encoding: 'utf8' });
    assert.match(stdout, /^werk@1 {2}current, not served {2}Version 1 of table werk cannot be read: /);
  });

  it('tries the keys of each issuer, and the files of the audit log', async () => {
    const keys = join(await temporaryFolder(), 'keys.json');
    await writeFile(keys, JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), alg: 'EdDSA' }] }));
    const issuer = (name: string, jwks: string) => `    - { issuer: ${name}, audience: peilglas, jwks: ${jwks} }\n`;
    const config = (last: string) => `access:\n  issuers:\n${issuer('good', keys)}${last}`;
    const good = await check(config(''));
    assert.equal(good.code, 0, good.output);
    assert.match(good.output, /✔ issuer good: public keys can be read\n/);
    // The folders of the log are made with it.
    const made = await check(config('  auditLog: logs/2026/audit.log\n'));
    assert.deepEqual([made.code, await readdir(made.folder)], [0, ['peilglas.yaml']], made.output);
    assert.ok(made.output.includes(`✔ audit log: ${join(made.folder, 'logs/2026/audit.log')}\n`), made.output);
    const bad = await check(config(`${issuer('bad', './no-keys.json')}  auditLog: ${keys}/logs/audit.log\n`));
    assert.equal(bad.code, 1);
    assert.ok(bad.output.includes(`✖ issuer bad: no public keys at ${join(bad.folder, 'no-keys.json')}; `), bad.output);
    assert.ok(bad.output.includes(`✖ audit log: ${join(keys, 'logs/audit.log')} cannot be written; `), bad.output);
  });

  it('asks for keys through the proxy that the environment names, and says where to look when there are none', async () => {
    const asked: string[] = [];
    const proxy = createServer((_request, response) => response.end('{"keys":[]}'));
    // What goes on to another machine is answered here.
    proxy.on('connect', ({ url = '' }, socket) => {
      asked.push(url);
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      proxy.emit('connection', socket);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    after(() => proxy.close());
    const { port } = proxy.address() as AddressInfo;
    const jwks = 'http://127.0.0.1:49151/keys';
    const config = `access: { issuers: [{ issuer: far, audience: peilglas, jwks: '${jwks}' }] }\n`;
    const through = await check(config, { NODE_USE_ENV_PROXY: '1', HTTP_PROXY: `http://127.0.0.1:${port}` });
    assert.deepEqual([through.code, asked], [0, ['127.0.0.1:49151']], through.output);
    const straight = await check(config);
    assert.equal(straight.code, 1);
    assert.match(straight.output, /no public keys at http:\S+; check the address, .*reaches it.*HTTPS_PROXY/);
  });

  it('finds every file as seen from the folder of the settings, wherever it is started', async () => {
    const elsewhere = await temporaryFolder();
    const files = `store: figures
access:
  issuers: [{ issuer: site, audience: peilglas, jwks: keys/site.json }]
  auditLog: logs/audit.log
  auditKeyFile: audit.key
`;
    const { output, folder } = await check(files, {}, [], elsewhere);
    for (const path of ['figures', 'keys/site.json', 'logs/audit.log', 'audit.key'])
      assert.ok(output.includes(join(folder, path)), output);
    assert.match((await check(`storeFile: nowhere\n`, {}, [], elsewhere)).output, /peilglas-\S*nowhere cannot be read/);
    const stdout = await check('access: { issuers: [], auditLog: stdout }\n', {}, [], elsewhere);
    assert.doesNotMatch(stdout.output, /audit log/);
  });

  it('warns of listening beyond this machine', async () => {
    const { code, output } = await check('host: 0.0.0.0\ntrustProxy: true\norigins: ["http://a.example"]\n');
    assert.equal(code, 0);
    for (const about of ['address: can be reached from other machines', 'trustProxy: ', 'publicUrl: ', 'origins: '])
      assert.ok(output.includes(`! ${about}`), output);
  });

  it('warns where a proof of possession for another host counts too', async () => {
    const access = (issuers: string): string => `access: { issuers: [${issuers}] }\n`;
    const issuer = '{ issuer: a, audience: b, jwks: keys.json }';
    const warning = /! publicUrl: not given: a proof of possession/;
    assert.match((await check(access(issuer))).output, warning);
    const known = `publicUrl: https://cijfers.example.org\n${access(issuer)}`;
    for (const text of [known, access('')]) assert.doesNotMatch((await check(text)).output, warning);
  });
});
