/** Proof of possession (DPoP, RFC 9449): a token that is bound to a key is worth nothing without it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { exportJWK, generateSecret, SignJWT } from 'jose';
import { serve } from '../stored-table.ts';
import { temporaryFolder, type Endpoint } from '../support.ts';
import { linesAfter, auditLines } from './audit-lines.ts';
import { boundTokenOf, newKey, now, proofOf, serveKeys, tokenOf, trust, type Key, type TokenParts } from './issuers.ts';
import { storeOfTables } from './tables.ts';

const [issuerKey, user, other] = await Promise.all([newKey('ES256'), newKey('ES256'), newKey('ES256')]);
const keys = await serveKeys(issuerKey);
const store = await storeOfTables();
const auditLog = join(await temporaryFolder(), 'audit.log');
const publicUrl = 'https://cijfers.example.org/peilglas/';
const app = serve(store, { access: { issuers: [trust(keys.url)], auditLog }, publicUrl });

const claims = { themes: '*', municipalities: '*' };
const token = await boundTokenOf(issuerKey, user, { claims });
const path = '/api/v2/tables/jeugd';
const address = `https://cijfers.example.org/peilglas${path}`;

interface Sent {
  readonly token?: string;
  readonly proof?: string | readonly string[] | null;
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly url?: string;
  readonly scheme?: string;
}

async function send(sent: Sent = {}, endpoint: Endpoint = app) {
  const { proof } = sent;
  const headers = {
    authorization: `${sent.scheme ?? 'DPoP'} ${sent.token ?? token}`,
    ...(proof === null || proof === undefined ? {} : { dpop: typeof proof === 'string' ? proof : [...proof] }),
  };
  return endpoint.inject({ method: sent.method ?? 'GET', url: sent.url ?? path, headers });
}

const prove = (parts: TokenParts = {}, htu = address, key: Key = user): Promise<string> =>
  proofOf(key, token, htu, parts);

describe('a bound token with a proof', () => {
  it('of this request is accepted, with any algorithm, path and query', async () => {
    assert.equal((await send({ proof: await prove() })).statusCode, 200);
    assert.equal((await send({ proof: await prove(), url: `${path}?lang=en` })).statusCode, 200);
    assert.equal((await send({ proof: await prove({}, `${address}?a=b#c`) })).statusCode, 200);
    assert.equal((await send({ proof: await prove({}, address.replace('cijfers', 'CIJFERS')) })).statusCode, 200);
    assert.equal((await send({ proof: await prove({}, address.replace('.org', '.org:443')) })).statusCode, 200);
    assert.equal((await send({ proof: await prove(), scheme: 'dpop' })).statusCode, 200);
    assert.equal((await send({ proof: await prove({ claims: { jti: 'x'.repeat(256) } }) })).statusCode, 200);
    for (const alg of ['RS256', 'EdDSA']) {
      const key = await newKey(alg);
      const bound = await boundTokenOf(issuerKey, key, { claims });
      assert.equal((await send({ token: bound, proof: await proofOf(key, bound, address) })).statusCode, 200);
    }
  });

  it('is accepted for each method with a proof of its own', async () => {
    assert.equal((await send({ method: 'HEAD', proof: await prove({ claims: { htm: 'HEAD' } }) })).statusCode, 200);
    const post = await prove({ claims: { htm: 'POST' } }, `${address}/data`);
    assert.equal((await send({ method: 'POST', url: `${path}/data`, proof: post })).statusCode, 200);
  });

  const bad: readonly (readonly [name: string, sent: () => Promise<Sent>, reason: string])[] = [
    ['is missing', async () => ({ proof: null }), 'proof-missing'],
    ['is empty', async () => ({ proof: '' }), 'proof-invalid'],
    ['is no token', async () => ({ proof: 'abc' }), 'proof-invalid'],
    ['comes twice', async () => ({ proof: [await prove(), await prove()] }), 'proof-invalid'],
    [
      'is of another method',
      async () => ({ proof: await prove({ claims: { htm: 'POST' } }) }),
      'proof-for-other-request',
    ],
    [
      'is of a method in other letters',
      async () => ({ proof: await prove({ claims: { htm: 'get' } }) }),
      'proof-for-other-request',
    ],
    ['is of another path', async () => ({ proof: await prove({}, `${address}/data`) }), 'proof-for-other-request'],
    [
      'is of another table',
      async () => ({ proof: await prove({}, address.replace('jeugd', 'zorg')) }),
      'proof-for-other-request',
    ],
    [
      'is of another host',
      async () => ({ proof: await prove({}, address.replace('cijfers', 'evil')) }),
      'proof-for-other-request',
    ],
    [
      'is of the host behind the proxy',
      async () => ({ proof: await prove({}, `http://localhost:80${path}`) }),
      'proof-for-other-request',
    ],
    [
      'is of plain HTTP',
      async () => ({ proof: await prove({}, address.replace('https', 'http')) }),
      'proof-for-other-request',
    ],
    [
      'names no address',
      async () => ({ proof: await prove({ claims: { htu: undefined } }) }),
      'proof-for-other-request',
    ],
    [
      'names what is no address',
      async () => ({ proof: await prove({ claims: { htu: path } }) }),
      'proof-for-other-request',
    ],
    ['is of another token', async () => ({ proof: await prove({ claims: { ath: 'x' } }) }), 'proof-for-other-request'],
    ['is of no token', async () => ({ proof: await prove({ claims: { ath: undefined } }) }), 'proof-for-other-request'],
    ['is stale', async () => ({ proof: await prove({ claims: { iat: now() - 120 } }) }), 'proof-stale'],
    ['is of the future', async () => ({ proof: await prove({ claims: { iat: now() + 120 } }) }), 'proof-stale'],
    ['has no time', async () => ({ proof: await prove({ claims: { iat: undefined } }) }), 'proof-invalid'],
    ['has no name', async () => ({ proof: await prove({ claims: { jti: undefined } }) }), 'proof-invalid'],
    ['has an empty name', async () => ({ proof: await prove({ claims: { jti: '' } }) }), 'proof-invalid'],
    [
      'has an endless name',
      async () => ({ proof: await prove({ claims: { jti: 'x'.repeat(300) } }) }),
      'proof-invalid',
    ],
    ['is made with another key', async () => ({ proof: await prove({}, address, other) }), 'proof-of-other-key'],
    ['shows a key that did not sign it', async () => ({ proof: await swapped() }), 'proof-invalid'],
    ['has another type', async () => ({ proof: await prove({ header: { typ: 'JWT' } }) }), 'proof-invalid'],
    ['shows no key', async () => ({ proof: await prove({ header: { jwk: undefined } }) }), 'proof-invalid'],
    ['shows a private key', async () => ({ proof: await withPrivateKey() }), 'proof-invalid'],
    ['is an HMAC', async () => ({ proof: await symmetric() }), 'proof-invalid'],
    ['is the token itself', async () => ({ proof: token }), 'proof-invalid'],
    [
      'is of a token that is bound to nothing',
      async () => {
        const loose = await tokenOf(issuerKey, { claims });
        return { token: loose, proof: await proofOf(user, loose, address) };
      },
      'not-bound',
    ],
    [
      'is right but the token calls itself a bearer',
      async () => ({ scheme: 'Bearer', proof: await prove() }),
      'bound-but-bearer',
    ],
  ];
  for (const [name, make, reason] of bad) {
    it(`that ${name} is refused`, async () => {
      const before = (await auditLines(auditLog)).length;
      const sent = await make();
      const answer = await send(sent);
      assert.equal(answer.statusCode, 401, answer.body);
      const challenge = String(answer.headers['www-authenticate']);
      assert.match(
        challenge,
        /^DPoP realm="peilglas", error="(invalid_dpop_proof|invalid_token)", .*algs="RS256 PS256 ES256 EdDSA"$/,
      );
      assert.doesNotMatch(answer.body, /Geheim/);
      assert.equal((await linesAfter(auditLog, before))[0]?.reason, reason);
    });
  }

  it('that was used before is refused, also for another path of the same address', async () => {
    const proof = await prove();
    assert.equal((await send({ proof })).statusCode, 200);
    const before = (await auditLines(auditLog)).length;
    assert.equal((await send({ proof })).statusCode, 401);
    assert.equal((await linesAfter(auditLog, before))[0]?.reason, 'proof-replayed');
    const renamed = await prove({ claims: { jti: 'same' } });
    assert.equal((await send({ proof: renamed })).statusCode, 200);
    assert.equal((await send({ proof: await prove({ claims: { jti: 'same', iat: now() - 1 } }) })).statusCode, 401);
  });

  it('used twice at the same moment is accepted once', async () => {
    const proof = await prove();
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => send({ proof })))).map(
      ({ statusCode }) => statusCode,
    );
    assert.equal(statuses.filter((status) => status === 200).length, 1);
  });

  it('of which the token is refused is not used up', async () => {
    const jti = randomUUID();
    const expired = await boundTokenOf(issuerKey, user, { claims: { ...claims, exp: now() - 60 } });
    const first = await proofOf(user, expired, address, { claims: { jti } });
    assert.equal((await send({ token: expired, proof: first })).statusCode, 401);
    assert.equal((await send({ proof: await prove({ claims: { jti } }) })).statusCode, 200);
  });
});

async function swapped(): Promise<string> {
  const { kid: _kid, use: _use, alg: _alg, ...jwk } = user.publicJwk;
  return proofOf(other, token, address, { header: { jwk } });
}

async function withPrivateKey(): Promise<string> {
  return prove({ header: { jwk: await exportJWK(user.privateKey) } });
}

async function symmetric(): Promise<string> {
  const secret = await generateSecret('HS256', { extractable: true });
  return new SignJWT({ htm: 'GET', htu: address, jti: randomUUID(), iat: now() })
    .setProtectedHeader({ alg: 'HS256', typ: 'dpop+jwt', jwk: await exportJWK(secret) })
    .sign(secret);
}

describe('the proofs of one holder', () => {
  it('are remembered no more than they may ask, and leave room for others', async () => {
    const callLimit = { calls: 3, seconds: 60 };
    const few = serve(store, { callLimit, access: { issuers: [trust(keys.url)], auditLog }, publicUrl });
    const ask = async (holder: Key, bound: string, remoteAddress: string) => {
      const headers = { authorization: `DPoP ${bound}`, dpop: await proofOf(holder, bound, address) };
      return few.inject({ url: path, headers, remoteAddress });
    };
    // Remembered for 81 seconds: five proofs, from wherever they come.
    for (let call = 0; call < 5; call++) assert.equal((await ask(user, token, `192.0.2.${call}`)).statusCode, 200);
    const before = (await auditLines(auditLog)).length;
    const answer = await ask(user, token, '192.0.2.9');
    assert.equal(answer.statusCode, 429);
    assert.ok(Number(answer.headers['retry-after']) > 0);
    assert.equal((await linesAfter(auditLog, before))[0]?.reason, 'too-many-calls');
    // A proof that is none costs no work then.
    const headers = { authorization: `DPoP ${token}`, dpop: 'abc' };
    assert.equal((await few.inject({ url: path, headers, remoteAddress: '192.0.2.10' })).statusCode, 429);
    const colleague = await boundTokenOf(issuerKey, other, { claims: { ...claims, sub: 'a-colleague' } });
    assert.equal((await ask(other, colleague, '192.0.2.9')).statusCode, 200);
  });
});

describe('an issuer that requires proof', () => {
  it('has tokens without it refused, and says so to who has none', async () => {
    const issuers = [{ ...trust(keys.url), proofOfPossession: 'required' as const }];
    const demanding = serve(await storeOfTables(), { access: { issuers, auditLog }, publicUrl });
    const loose = await tokenOf(issuerKey, { claims });
    const answer = await send({ scheme: 'Bearer', token: loose }, demanding);
    assert.equal(answer.statusCode, 401);
    assert.match(String(answer.headers['www-authenticate']), /^DPoP .*error="invalid_token"/);
    assert.equal((await send({ proof: await prove() }, demanding)).statusCode, 200);
    const anonymous = await demanding.inject(path);
    assert.equal(anonymous.headers['www-authenticate'], 'DPoP realm="peilglas", algs="RS256 PS256 ES256 EdDSA"');
  });
});

describe('without a configured address', () => {
  it('a proof names the host that was asked', async () => {
    const plain = serve(await storeOfTables(), { access: { issuers: [trust(keys.url)], auditLog } });
    const root = await plain.listen({ port: 0, host: '127.0.0.1' });
    const ask = async (htu: string, headers: Readonly<Record<string, string>> = {}): Promise<number> => {
      const dpop = await prove({}, htu);
      return (await fetch(root + path, { headers: { ...headers, authorization: `DPoP ${token}`, dpop } })).status;
    };
    assert.equal(await ask(root + path), 200);
    assert.equal(await ask(address), 401);
    // What a proxy would say is believed only where a proxy is configured.
    const forwarded = { 'x-forwarded-host': 'cijfers.example.org', 'x-forwarded-proto': 'https' };
    assert.equal(await ask(`https://cijfers.example.org${path}`, forwarded), 401);
  });
});
