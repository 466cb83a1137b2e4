/** Every fault of a token on every kind of route: refused in the same way, told to the audit log only, and no work for others. */
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { EncryptJWT, exportSPKI, UnsecuredJWT } from 'jose';
import { serve } from '../stored-table.ts';
import { temporaryFolder, type Problem } from '../support.ts';
import { auditLines, linesAfter } from './audit-lines.ts';
import { audience, boundTokenOf, issuer, newKey, now, serveKeys, tokenOf, trust } from './issuers.ts';
import { storeOfTables } from './tables.ts';

const [es, rs, ed, stranger, user] = await Promise.all([
  newKey('ES256', 'elliptic'),
  newKey('RS256', 'rivest'),
  newKey('EdDSA', 'edwards'),
  newKey('ES256', 'elliptic'),
  newKey('ES256'),
]);
const keys = await serveKeys(es, rs, ed);
const trap = await serveKeys(stranger);
const auditLog = join(await temporaryFolder(), 'audit.log');
const strict = { ...trust(keys.url), issuer: 'https://strict.example.org', strictType: true };
const narrow = { ...trust(keys.url), issuer: 'https://narrow.example.org', algorithms: ['RS256' as const] };
const app = serve(await storeOfTables(), { access: { issuers: [trust(keys.url), strict, narrow], auditLog } });
const root = await app.listen({ port: 0, host: '127.0.0.1' });

const everything = { themes: '*', municipalities: '*' };
const good = await tokenOf(es, { claims: everything });

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A token with a true HMAC whose secret is something that everybody knows. */
function hmac(secret: string): string {
  const input = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'rivest' })}.${encode(payload)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

const payload = { iss: issuer, aud: audience, sub: 'someone', exp: now() + 300, iat: now(), ...everything };
const pem = await exportSPKI(rs.publicKey);
const [head = '', , signature = ''] = good.split('.');

const withKid = (kid: unknown): Promise<string> => tokenOf(stranger, { header: { kid }, claims: everything });
const withClaims = (claims: object): Promise<string> => tokenOf(es, { claims: { ...everything, ...claims } });
const withHeader = (header: object): Promise<string> => tokenOf(es, { header: { ...header }, claims: everything });

/** Each fault with what the audit log calls it. */
const faults: readonly (readonly [name: string, token: string, reason: string])[] = [
  ['expired', await withClaims({ exp: now() - 60 }), 'expired'],
  ['without an end', await withClaims({ exp: undefined }), 'malformed'],
  ['with an end that is no number', await withClaims({ exp: '2099' }), 'malformed'],
  ['not yet valid', await withClaims({ nbf: now() + 60 }), 'not-yet-valid'],
  ['of an unknown issuer', await withClaims({ iss: 'https://login.example.com' }), 'wrong-issuer'],
  ['of an issuer that looks like ours', await withClaims({ iss: `${issuer}/` }), 'wrong-issuer'],
  ['without an issuer', await withClaims({ iss: undefined }), 'wrong-issuer'],
  ['of an issuer that is a list', await withClaims({ iss: [issuer] }), 'wrong-issuer'],
  ['of an issuer named after a prototype', await withClaims({ iss: '__proto__' }), 'wrong-issuer'],
  ['for another audience', await withClaims({ aud: 'https://elders.example.org' }), 'wrong-audience'],
  ['without an audience', await withClaims({ aud: undefined }), 'wrong-audience'],
  ['about nobody', await withClaims({ sub: undefined }), 'without-subject'],
  ['about an empty subject', await withClaims({ sub: '' }), 'without-subject'],
  ['of type dpop+jwt', await withHeader({ typ: 'dpop+jwt' }), 'wrong-type'],
  ['of type logout+jwt', await withHeader({ typ: 'logout+jwt' }), 'wrong-type'],
  ['without a type', await withHeader({ typ: undefined }), 'wrong-type'],
  [
    'of type JWT where access tokens must say that they are',
    await tokenOf(es, { header: { typ: 'JWT' }, claims: { ...everything, iss: strict.issuer } }),
    'wrong-type',
  ],
  ['signed by an algorithm that this issuer does not use', await withClaims({ iss: narrow.issuer }), 'wrong-algorithm'],
  ['with alg none', new UnsecuredJWT(payload).encode(), 'wrong-algorithm'],
  [
    'with alg none in other letters and a signature',
    `${encode({ alg: 'nOnE', typ: 'at+jwt' })}.${encode(payload)}.${signature}`,
    'wrong-algorithm',
  ],
  ['with an HMAC of which the public key is the secret', hmac(pem), 'wrong-algorithm'],
  ['with an HMAC of which the public JWK is the secret', hmac(JSON.stringify(rs.publicJwk)), 'wrong-algorithm'],
  ['with an HMAC without secret', hmac(''), 'wrong-algorithm'],
  ['signed with ES384', await tokenOf(await newKey('ES384', 'elliptic'), { claims: everything }), 'wrong-algorithm'],
  ['signed by an unknown key', await withKid('unknown'), 'unknown-key'],
  ['signed by an unknown key under a known name', await withKid('elliptic'), 'bad-signature'],
  ['whose kid is a path', await withKid('../../../../etc/passwd'), 'unknown-key'],
  ['whose kid is a device', await withKid('/dev/null'), 'unknown-key'],
  ['whose kid is SQL', await withKid("elliptic' UNION SELECT 'x' --"), 'unknown-key'],
  ['whose kid is an address', await withKid(trap.url), 'unknown-key'],
  ['whose kid is named after a prototype', await withKid('__proto__'), 'unknown-key'],
  ['whose kid is no text', await withKid(['elliptic']), 'unknown-key'],
  ['without a kid where several keys would do', await tokenOf(rs, { header: { kid: 'edwards' } }), 'unknown-key'],
  ['that brings its own key', await tokenOf(stranger, { header: { jwk: stranger.publicJwk } }), 'bad-signature'],
  [
    'that says where its key is',
    await tokenOf(stranger, { header: { jku: trap.url, x5u: trap.url } }),
    'bad-signature',
  ],
  ['with a critical extension', await withHeader({ crit: ['x'], x: 1 }).catch(() => critical()), 'malformed'],
  ['with another payload', `${head}.${encode({ ...payload, sub: 'admin' })}.${signature}`, 'bad-signature'],
  [
    'with another header',
    `${encode({ alg: 'ES256', typ: 'JWT', kid: 'elliptic' })}.${good.split('.')[1]}.${signature}`,
    'bad-signature',
  ],
  [
    'with a signature of zeros',
    `${good.split('.').slice(0, 2).join('.')}.${Buffer.alloc(64).toString('base64url')}`,
    'bad-signature',
  ],
  ['without a signature', `${good.split('.').slice(0, 2).join('.')}.`, 'bad-signature'],
  ['cut off', good.slice(0, -9), 'malformed'],
  ['of two parts', good.split('.').slice(0, 2).join('.'), 'malformed'],
  ['that is no JSON', `${head}.${Buffer.from('{"iss"').toString('base64url')}.${signature}`, 'malformed'],
  ['whose payload is a list', `${head}.${encode([payload])}.${signature}`, 'malformed'],
  ['in other letters than base64url', `${head}.é.${signature}`, 'malformed'],
  ['that is a word', 'open-sesame', 'malformed'],
  ['that is a path', '../../etc/passwd', 'malformed'],
  [
    'that is encrypted',
    await new EncryptJWT(payload).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(randomBytes(32)),
    'malformed',
  ],
  ['longer than any token', `${head}.${encode({ ...payload, long: 'x'.repeat(10_000) })}.${signature}`, 'too-large'],
  ['bound to a key but sent without proof', await boundTokenOf(es, user, { claims: everything }), 'bound-but-bearer'],
  ['bound to a certificate', await withClaims({ cnf: { 'x5t#S256': 'abc' } }), 'bound-but-bearer'],
  ['bound in a way that cannot be read', await withClaims({ cnf: 'abc' }), 'bound-but-bearer'],
];

/** jose makes no token with an extension that it does not know, so this one is put together by hand. */
function critical(): string {
  return `${encode({ alg: 'ES256', kid: 'elliptic', typ: 'at+jwt', crit: ['x'], x: 1 })}.${encode(payload)}.${signature}`;
}

const paths = [
  '/config',
  '/tables',
  '/tables/open',
  '/tables/open/metadata',
  '/tables/open/defaultselection',
  '/tables/open/data',
  '/tables/eigen',
  '/tables/eigen/metadata',
  '/tables/eigen/data',
  '/tables/jeugd/data?outputFormat=csv',
  '/tables/lijst',
  '/tables/nergens',
  '/codelists/groepen-open',
  '/savedqueries/nothing',
  '/nowhere',
];

/** What must hold for each refusal, wherever it is. */
async function assertRefused(answer: Response, token: string): Promise<string> {
  const body = await answer.text();
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
  const { status, detail, title } = JSON.parse(body) as Problem;
  assert.equal(answer.status, 401);
  assert.deepEqual([status, title], [401, 'Unauthorized']);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.match(
    answer.headers.get('www-authenticate') ?? '',
    /^(Bearer|DPoP) realm="peilglas", error="invalid_token", error_description="[^"]+"/,
  );
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  assert.equal(answer.headers.get('etag'), null);
  assert.ok(detail.length > 20);
  for (const part of token.split('.').filter(({ length }) => length > 8)) assert.ok(!(headers + body).includes(part));
  assert.doesNotMatch(headers + body, /Geheim|merk|JWS|JWT|jose|kid|login\.example/i);
  return body;
}

describe('a token', () => {
  it('that is right is accepted by every algorithm that is allowed, under both types', async () => {
    const ps = await newKey('PS256', 'probabilistic');
    const server = await serveKeys(ps);
    const other = serve(await storeOfTables(), { access: { issuers: [trust(server.url)], auditLog } });
    const status = async (endpoint: typeof app, token: string): Promise<number> =>
      (await endpoint.inject({ url: '/api/v2/tables/jeugd', headers: { authorization: `Bearer ${token}` } }))
        .statusCode;
    for (const key of [es, rs, ed]) assert.equal(await status(app, await tokenOf(key, { claims: everything })), 200);
    assert.equal(await status(other, await tokenOf(ps, { claims: everything })), 200);
    for (const typ of ['JWT', 'at+JWT', 'application/at+jwt'])
      assert.equal(await status(app, await withHeader({ typ })), 200);
    assert.equal(await status(app, await withClaims({ aud: ['https://elders.example.org', audience] })), 200);
    assert.equal(await status(app, await withClaims({ exp: now() - 5, nbf: now() + 5 })), 200);
  });

  for (const [name, token, reason] of faults) {
    it(`${name} is refused everywhere`, async () => {
      const bodies = new Set<string>();
      for (const path of paths) {
        const before = (await auditLines(auditLog)).length;
        const answer = await fetch(`${root}/api/v2${path}`, { headers: { authorization: `Bearer ${token}` } });
        bodies.add(await assertRefused(answer, token));
        const [line, ...more] = await linesAfter(auditLog, before);
        assert.deepEqual(more, []);
        assert.deepEqual([line?.reason, line?.allowed, line?.subject, line?.table], [reason, false, null, null], path);
      }
      assert.equal(bodies.size, 1);
    });
  }

  it('never makes the endpoint ask for keys elsewhere', () => {
    assert.equal(trap.asked, 0);
    assert.ok(keys.asked <= 3);
  });

  it('is refused where no issuer is trusted', async () => {
    const closed = serve(await storeOfTables());
    const answer = await closed.inject({ url: '/api/v2/tables/open', headers: { authorization: `Bearer ${good}` } });
    assert.equal(answer.statusCode, 401);
    assert.match(String(answer.headers['www-authenticate']), /^Bearer .*error="invalid_token"/);
  });
});

describe('a request', () => {
  const get = async (
    path: string,
    headers: readonly string[],
  ): Promise<IncomingMessage & { readonly body: string }> => {
    const { port } = new URL(root);
    const asked = request({ port, host: '127.0.0.1', path, headers: ['host', `127.0.0.1:${port}`, ...headers] }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return Object.assign(answer, { body: await text(answer) });
  };

  it('with a token in its address is refused, with or without another, whatever the token', async () => {
    for (const path of [
      `/api/v2/tables/jeugd?access_token=${good}`,
      `/api/v2/tables/jeugd?lang=nl&ACCESS_TOKEN=${good}`,
      `/api/v2/tables/jeugd?access%5Ftoken=${good}`,
      `/api/v2/tables/open?access_token=x`,
      `/api/v2/nowhere?access_token=${good}`,
      `/healthz?access_token=${good}`,
    ]) {
      for (const headers of [[], ['authorization', `Bearer ${good}`]]) {
        const answer = await get(path, headers);
        assert.equal(answer.statusCode, 400, path);
        assert.match(answer.headers['www-authenticate'] ?? '', /error="invalid_request"/);
        assert.ok(!answer.body.includes(good));
      }
    }
  });

  it('with two tokens is refused, also when both are right', async () => {
    const answer = await get('/api/v2/tables/jeugd', [
      'authorization',
      `Bearer ${good}`,
      'Authorization',
      `Bearer ${good}`,
    ]);
    assert.equal(answer.statusCode, 400);
    assert.match(answer.body, /more than one token/);
  });

  it('with other credentials than a token is refused', async () => {
    for (const value of [
      'Basic dXNlcjpwYXNz',
      'Bearer',
      'Bearer ',
      good,
      `Token ${good}`,
      `Bearer ${good}, Bearer ${good}`,
      '',
    ]) {
      const answer = await get('/api/v2/tables/open', ['authorization', value]);
      assert.equal(answer.statusCode, 401, value);
      assert.match(answer.headers['www-authenticate'] ?? '', /^Bearer .*error="invalid_token"/);
    }
  });

  it('may write the scheme in any case', async () => {
    for (const scheme of ['bearer', 'BEARER'])
      assert.equal((await get('/api/v2/tables/jeugd', ['authorization', `${scheme} ${good}`])).statusCode, 200);
  });

  it('of another origin may send a token and read why it is refused', async () => {
    const origin = 'https://www.example.org';
    const preflight = await fetch(`${root}/api/v2/tables/jeugd`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,dpop',
      },
    });
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /Authorization.*DPoP/);
    const refused = await fetch(`${root}/api/v2/tables/jeugd`, { headers: { origin, authorization: 'Bearer x' } });
    assert.equal(refused.headers.get('access-control-allow-origin'), '*');
    assert.match(refused.headers.get('access-control-expose-headers') ?? '', /WWW-Authenticate/);
  });

  it('from an origin that is not ours gets no figures to read but may read what the API is like', async () => {
    const origins = ['https://www.example.org'];
    const own = serve(await storeOfTables(), { origins, access: { issuers: [trust(keys.url)], auditLog } });
    const allowed = async (path: string): Promise<unknown> => {
      const headers = {
        origin: 'https://evil.example',
        ...(path === '/openapi.json' ? {} : { authorization: `Bearer ${good}` }),
      };
      return (await own.inject({ url: `/api/v2${path}`, headers })).headers['access-control-allow-origin'];
    };
    assert.equal(await allowed('/tables/jeugd/data'), undefined);
    assert.equal(await allowed('/tables/open'), undefined);
    assert.equal(await allowed('/openapi.json'), '*');
  });
});

describe('the number of calls', () => {
  const callLimit = { calls: 5, seconds: 60 };

  it('is limited per token and apart from those without', async () => {
    const few = serve(await storeOfTables(), { callLimit, access: { issuers: [trust(keys.url)], auditLog } });
    const call = async (token?: string): Promise<number> => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      return (await few.inject({ url: '/api/v2/config', headers })).statusCode;
    };
    const second = await tokenOf(es, { claims: { sub: 'someone-else' } });
    for (let calls = 0; calls < callLimit.calls; calls++) assert.equal(await call(good), 200);
    assert.equal(await call(good), 429);
    // Another token of the same person is the same person.
    assert.equal(await call(await tokenOf(rs)), 429);
    assert.equal(await call(second), 200);
    assert.equal(await call(), 200);
  });

  it('is limited for each visitor of a page that gives all of them its token', async () => {
    const few = serve(await storeOfTables(), { callLimit, access: { issuers: [trust(keys.url)], auditLog } });
    const headers = { authorization: `Bearer ${good}` };
    const call = async (remoteAddress: string): Promise<number> =>
      (await few.inject({ url: '/api/v2/config', headers, remoteAddress })).statusCode;
    for (let calls = 0; calls < callLimit.calls; calls++) assert.equal(await call('192.0.2.1'), 200);
    assert.equal(await call('192.0.2.1'), 429);
    assert.equal(await call('192.0.2.2'), 200);
  });

  it('with a wrong token is limited per address before any work is done for it', async () => {
    const few = serve(await storeOfTables(), { callLimit, access: { issuers: [trust(keys.url)], auditLog } });
    const call = async (token: string): Promise<{ statusCode: number; headers: Record<string, unknown> }> =>
      few.inject({ url: '/api/v2/config', headers: { authorization: `Bearer ${token}` } });
    for (let calls = 0; calls < callLimit.calls; calls++) assert.equal((await call('x.y.z')).statusCode, 401);
    const before = (await auditLines(auditLog)).length;
    const refused = await call('x.y.z');
    assert.equal(refused.statusCode, 429);
    const [line] = await linesAfter(auditLog, before);
    assert.deepEqual([line?.reason, line?.allowed, line?.status], ['too-many-refused', false, 429]);
    assert.ok(Number(refused.headers['retry-after']) > 0);
    assert.equal((await few.inject('/api/v2/config')).statusCode, 200);
  });

  it('with a wrong token is limited per network of IPv6, however many addresses it sends from', async () => {
    const few = serve(await storeOfTables(), { callLimit, access: { issuers: [trust(keys.url)], auditLog } });
    const headers = { authorization: 'Bearer x.y.z' };
    const call = async (remoteAddress: string): Promise<number> =>
      (await few.inject({ url: '/api/v2/config', headers, remoteAddress })).statusCode;
    for (let calls = 0; calls < callLimit.calls; calls++) assert.equal(await call(`2001:db8::${calls}`), 401);
    assert.equal(await call('2001:db8::ffff'), 429);
    assert.equal(await call('2001:db8:0:1::1'), 401);
  });

  it('with good tokens is limited per address before they are judged, with room for ten people behind it', async () => {
    const few = serve(await storeOfTables(), { callLimit, access: { issuers: [trust(keys.url)], auditLog } });
    const call = async (sub: string, remoteAddress: string): Promise<number> => {
      const headers = { authorization: `Bearer ${await tokenOf(es, { claims: { sub } })}` };
      return (await few.inject({ url: '/api/v2/config', headers, remoteAddress })).statusCode;
    };
    for (let person = 0; person < 10; person++)
      for (let calls = 0; calls < callLimit.calls; calls++)
        assert.equal(await call(`person-${person}`, '192.0.2.1'), 200);
    const before = (await auditLines(auditLog)).length;
    assert.equal(await call('person-10', '192.0.2.1'), 429);
    assert.equal((await linesAfter(auditLog, before))[0]?.reason, 'too-many-calls');
    assert.equal(await call('person-10', '192.0.2.2'), 200);
  });
});

it('the audit log holds nothing of the tokens that were refused', async () => {
  const log = await readFile(auditLog, 'utf8');
  for (const [, token] of faults)
    for (const part of token.split('.').filter(({ length }) => length > 20)) assert.ok(!log.includes(part));
  assert.doesNotMatch(log, /someone|GM0|merk/);
});
