/** Tokens as Entra ID and Keycloak write them, by the settings that the guide gives for each. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { codeBlocks } from '../../docs/support/code-blocks.ts';
import { serve } from '../stored-table.ts';
import { temporaryFolder } from '../support.ts';
import { newKey, serveKeys, tokenOf, type AccessOptions } from './issuers.ts';
import { marks, storeOfTables } from './tables.ts';

/** Whose tokens the guide lets the endpoint believe, in its order: Entra ID, Keycloak. */
const [entraId, keycloak] = codeBlocks(readFileSync('docs/sign-in.md', 'utf8'))
  .filter(({ language }) => language === 'yaml')
  .map(({ code }) => parse(code) as { readonly access?: AccessOptions })
  .flatMap(({ access }) => access?.issuers ?? []);
assert.ok(entraId && keycloak);

const key = await newKey('RS256');
const keys = await serveKeys(key);
// Entra ID does not say there for which algorithm a key is.
keys.keys = keys.keys.map(({ alg: _alg, ...jwk }) => jwk);
const store = await storeOfTables();

const tenant = '11111111-1111-1111-1111-111111111111';
const aTokenOfEntraId = {
  aud: '22222222-2222-2222-2222-222222222222',
  iss: `https://login.microsoftonline.com/${tenant}/v2.0`,
  azp: '33333333-3333-3333-3333-333333333333',
  roles: ['Peilglas.Jeugd'],
  scp: 'Cijfers.Lezen',
  tid: tenant,
  ver: '2.0',
};
const aTokenOfKeycloak = {
  aud: ['https://cijfers.example.nl', 'account'],
  iss: 'https://login.example.nl/realms/gemeente',
  azp: 'intranet',
  typ: 'Bearer',
  realm_access: { roles: ['offline_access', 'peilglas-jeugd', 'uma_authorization'] },
  scope: 'openid profile email',
  municipality: '153',
};

/** What who brings such a token is answered about a table in which everybody sees their own municipality. */
async function answerTo(
  issuer: AccessOptions['issuers'][number],
  claims: Readonly<Record<string, unknown>>,
): Promise<{ readonly status: number; readonly body: string }> {
  const auditLog = join(await temporaryFolder(), 'audit.log');
  const app = serve(store, { access: { issuers: [{ ...issuer, jwks: keys.url }], auditLog } });
  const token = await tokenOf(key, { header: { typ: 'JWT' }, claims });
  const { statusCode, body } = await app.inject({
    url: '/api/v2/tables/eigen/metadata',
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: statusCode, body };
}

for (const [name, issuer, claims] of [
  ['Entra ID', entraId, aTokenOfEntraId],
  ['Keycloak', keycloak, aTokenOfKeycloak],
] as const) {
  describe(`a token of ${name}`, () => {
    it('shows the municipality that it is of, and no other', async () => {
      const { status, body } = await answerTo(issuer, claims);
      assert.equal(status, 200, body);
      assert.ok(body.includes('Enschedemerk'));
      assert.deepEqual(
        marks.hengelo.filter((mark) => body.includes(mark)),
        [],
      );
    });

    it('shows nothing to who has no role', async () => {
      const { status } = await answerTo(issuer, { ...claims, roles: [], realm_access: { roles: [] } });
      assert.equal(status, 404);
    });
  });
}

describe('a token of Entra ID', () => {
  it('with all of somebody’s 200 groups in it is believed, beside all else that a browser sends', async () => {
    const auditLog = join(await temporaryFolder(), 'audit.log');
    const app = serve(store, { access: { issuers: [{ ...entraId, jwks: keys.url }], auditLog } });
    const root = await app.listen({ port: 0, host: '127.0.0.1' });
    const groups = Array.from({ length: 200 }, () => randomUUID());
    const token = await tokenOf(key, { header: { typ: 'JWT' }, claims: { ...aTokenOfEntraId, groups } });
    const answer = await fetch(`${root}/api/v2/tables/eigen/metadata`, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'x'.repeat(3500) },
    });
    assert.equal(answer.status, 200, await answer.text());
  });

  it('of another tenant, of version 1 or for Microsoft Graph is not believed', async () => {
    const other = 'https://login.microsoftonline.com/44444444-4444-4444-4444-444444444444/v2.0';
    for (const claims of [
      { iss: other },
      { iss: `https://sts.windows.net/${tenant}/`, aud: 'api://22222222-2222-2222-2222-222222222222' },
      { aud: '00000003-0000-0000-c000-000000000000' },
    ]) {
      const { status } = await answerTo(entraId, { ...aTokenOfEntraId, ...claims });
      assert.equal(status, 401, JSON.stringify(claims));
    }
  });
});
