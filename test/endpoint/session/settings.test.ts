import assert from 'node:assert/strict';
import { createEndpoint } from '@peilglas/endpoint';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folderOfTables } from '../access/tables.ts';
import { temporaryFolder } from '../support.ts';
import { secretFile } from './secret-file.ts';

const cli = fileURLToPath(new URL('../../../packages/endpoint/dist/cli.js', import.meta.url));
const issuer = 'https://login.example.org';
const access = { issuers: [{ issuer, audience: 'x', jwks: `${issuer}/jwks` }] };
const publicUrl = 'https://cijfers.example.org';
const origins = ['https://www.example.org'];
const store = await folderOfTables;
const clientSecretFile = await secretFile();
const good = { store, access, publicUrl, origins, signIn: { issuer, clientId: 'endpoint', clientSecretFile } };

const entraId = {
  issuer: 'https://login.microsoftonline.com/11111111-1111-1111-1111-111111111111/v2.0',
  clientId: '33333333-3333-3333-3333-333333333333',
  clientSecretFile,
};
const scope = 'openid profile offline_access api://22222222-2222-2222-2222-222222222222/Cijfers.Lezen';
const accessOfEntraId = { issuers: [{ ...access.issuers[0], issuer: entraId.issuer }] };

const broken: readonly (readonly [name: string, change: object, message: RegExp])[] = [
  ['no issuers', { access: undefined }, /signIn\.issuer is not one of access\.issuers/],
  ['another issuer', { signIn: { ...good.signIn, issuer: `${issuer}/` } }, /not one of access\.issuers/],
  [
    'an issuer that wants proofs',
    { access: { issuers: [{ ...access.issuers[0], proofOfPossession: 'required' }] } },
    /requires proofs of possession/,
  ],
  [
    'a resource at Entra ID',
    { access: accessOfEntraId, signIn: { ...entraId, scope, resource: publicUrl } },
    /^signIn\.resource is nothing that Entra ID takes \(AADSTS901002\): name a scope/,
  ],
  [
    'no scope of the API at Entra ID',
    { access: accessOfEntraId, signIn: { ...entraId, scope: 'openid profile offline_access' } },
    /^signIn\.scope names no scope of the API/,
  ],
  ['no scope at all at Entra ID', { access: accessOfEntraId, signIn: entraId }, /^signIn\.scope names no scope/],
  ['no public address', { publicUrl: undefined }, /needs publicUrl/],
  ['a public address without TLS', { publicUrl: 'http://cijfers.example.org' }, /needs publicUrl/],
  ['a folder of a host', { publicUrl: `${publicUrl}/statistiek` }, /publicUrl without a path/],
  ['every site', { origins: ['*'] }, /needs origins/],
  ['every site, by default', { origins: undefined }, /needs origins/],
  ['no site', { origins: [] }, /needs origins/],
  ['a site without TLS', { origins: [...origins, 'http://www.example.org'] }, /needs origins/],
  ['a secret that is not there', { signIn: { ...good.signIn, clientSecretFile: `${store}/none` } }, /none/],
  ['an empty secret', { signIn: { ...good.signIn, clientSecretFile: await secretFile('') } }, /no client secret/],
  [
    'a key that is none',
    { signIn: { issuer, clientId: 'endpoint', privateKeyFile: clientSecretFile } },
    /is no private key as a JWK/,
  ],
];

describe('the settings for signing in at the endpoint', () => {
  it('are taken when they are whole, and change nothing while nobody signs in', async () => {
    const app = createEndpoint(good);
    assert.equal((await app.inject('/session')).statusCode, 200);
    await app.close();
  });

  it('are taken at Entra ID with a scope of the API', async () => {
    const options = { ...good, access: accessOfEntraId, signIn: { ...entraId, scope } } as typeof good;
    const app = createEndpoint(options);
    assert.equal((await app.inject('/session')).statusCode, 200);
    await app.close();
  });

  for (const [name, change, message] of broken) {
    it(`are refused with ${name}`, () => {
      const all: readonly (readonly [string, unknown])[] = Object.entries({ ...good, ...change });
      const options = all.filter(([, value]) => value !== undefined);
      assert.throws(
        () => createEndpoint(Object.fromEntries(options) as typeof good),
        (error: Error) => message.test(error.message) && !error.message.includes('the-secret'),
      );
    });
  }
});

/** `serve --check` with these settings for signing in, as YAML, and everything else as it should be. */
async function check(issuer: string, signIn: string): Promise<string> {
  const file = join(await temporaryFolder(), 'peilglas.yaml');
  const trusted = `{ issuer: ${issuer}, audience: x, jwks: ${issuer}/jwks }`;
  const lines = [`store: ${store}`, `publicUrl: ${publicUrl}`, `origins: [${origins.join()}]`];
  await writeFile(file, [...lines, 'access:', '  issuers:', `    - ${trusted}`, `signIn: ${signIn}`, ''].join('\n'));
  const child = spawnSync(process.execPath, [cli, 'serve', '--check', '--config', file], { encoding: 'utf8' });
  return child.stdout + child.stderr;
}

describe('serve --check', () => {
  it('warns of a provider that does not answer', async () => {
    const output = await check(
      'http://127.0.0.1:9',
      `{ issuer: 'http://127.0.0.1:9', clientId: x, clientSecretFile: ${clientSecretFile} }`,
    );
    assert.match(output, /! signIn: http:\/\/127\.0\.0\.1:9 does not answer/);
  });

  for (const [name, signIn, message] of [
    ['a secret and a key', '{ issuer: ISSUER, clientId: x, clientSecretFile: a, privateKeyFile: b }', /one of both/],
    ['neither', '{ issuer: ISSUER, clientId: x }', /one of both/],
    [
      'scopes without openid',
      '{ issuer: ISSUER, clientId: x, clientSecretFile: a, scope: profile }',
      /Expected openid/,
    ],
    [
      'a secret in the settings',
      '{ issuer: ISSUER, clientId: x, clientSecret: hunter2 }',
      /clientSecret: Unknown field/,
    ],
    [
      'another issuer',
      `{ issuer: 'https://x.example', clientId: x, clientSecretFile: a }`,
      /not one of access\.issuers/,
    ],
    [
      'a secret that is not there',
      '{ issuer: ISSUER, clientId: x, clientSecretFile: /nowhere }',
      /✖ signIn: .*\/nowhere/,
    ],
  ] as const) {
    it(`refuses ${name}, and says where`, async () => {
      const output = await check(issuer, signIn.replace('ISSUER', issuer));
      assert.match(output, message);
      assert.doesNotMatch(output, /hunter2|\n {4}at /);
    });
  }
});
