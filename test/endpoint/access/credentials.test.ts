/** How a token comes with a request, and how a refusal says what is wrong with it; without issuer or server. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { IssuerSetting } from '../../../packages/endpoint/dist/access/access-config.js';
import { challengeOf, insufficient, refusalOf } from '../../../packages/endpoint/dist/access/challenge.js';
import { readCredentials } from '../../../packages/endpoint/dist/access/credentials.js';
import { TokenFault, type FaultReason } from '../../../packages/endpoint/dist/access/token-fault.js';

const token = 'aaa.bbb.ccc';
const read = (...rawHeaders: readonly string[]) => readCredentials({ url: '/api/v2/tables?lang=nl', rawHeaders });

/** Reason and scheme of the refusal. */
function faultOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof TokenFault, String(error));
    assert.equal(error.message, error.reason);
    return `${error.reason} ${error.scheme}`;
  }
  assert.fail('was not refused');
}

describe('credentials', () => {
  it('are none without the header, also when another header has a token as its value', () => {
    assert.equal(read(), null);
    assert.equal(read('X-Comment', 'Authorization', 'Accept', `Bearer ${token}`), null);
  });

  it('come by either scheme, in any case, with spaces between', () => {
    assert.deepEqual(read('authorization', `bearer   ${token}`), { scheme: 'Bearer', token, proof: null });
    assert.deepEqual(read('Authorization', `DPOP ${token}`, 'dpop', 'proof'), {
      scheme: 'DPoP',
      token,
      proof: 'proof',
    });
    assert.equal(read('Authorization', 'Bearer aaa.bbb.')?.token, 'aaa.bbb.');
  });

  it('are refused when they are no token, or two', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['not-a-token Bearer', ['Authorization', 'Basic YTpi']],
      ['not-a-token Bearer', ['Authorization', `xBearer ${token}`]],
      ['not-a-token Bearer', ['Authorization', 'Bearer']],
      ['not-a-token Bearer', ['Authorization', 'Bearer   ']],
      ['two-tokens Bearer', ['Authorization', `Bearer ${token}`, 'authorization', '']],
      ['proof-invalid DPoP', ['Authorization', `DPoP ${token}`, 'DPoP', 'a', 'DPoP', 'b']],
      ['malformed Bearer', ['Authorization', 'Bearer aaa.bbb']],
      ['malformed Bearer', ['Authorization', 'Bearer aaa.bbb.ccc.ddd']],
      ['malformed Bearer', ['Authorization', 'Bearer =.bbb.ccc']],
      ['malformed DPoP', ['Authorization', `DPoP ${token} x`]],
      ['malformed Bearer', ['Authorization', 'Bearer .bbb.ccc']],
      ['malformed Bearer', ['Authorization', 'Bearer aaa..ccc']],
    ];
    for (const [expected, headers] of cases)
      assert.equal(
        faultOf(() => read(...headers)),
        expected,
      );
  });

  it('are looked at up to 12,800 characters, and their proofs up to 8,192', () => {
    const long = (length: number) => `a.b.${'c'.repeat(length - 4)}`;
    assert.equal(read('Authorization', `Bearer ${long(12_800)}`)?.token.length, 12_800);
    assert.equal(
      faultOf(() => read('Authorization', `Bearer ${long(12_801)}`)),
      'too-large Bearer',
    );
    const proven = (length: number) => read('Authorization', `DPoP ${token}`, 'DPoP', 'p'.repeat(length));
    assert.equal(proven(8192)?.proof?.length, 8192);
    assert.equal(
      faultOf(() => proven(8193)),
      'too-large DPoP',
    );
  });

  it('in the address are refused, in any letters; a path or value that is called so is none', () => {
    const ask = (url: string) => readCredentials({ url, rawHeaders: [] });
    for (const url of ['/a?access_token=x', '/a?b=c&ACCESS_TOKEN=', '?access%5Ftoken=x'])
      assert.equal(
        faultOf(() => ask(url)),
        'token-in-query Bearer',
      );
    for (const url of ['/access_token=x', '/a?b=access_token', '/a?my_access_token=x', '/a?'])
      assert.equal(ask(url), null);
  });
});

describe('the challenge', () => {
  const issuer: IssuerSetting = { issuer: 'https://id.example.org', audience: 'cijfers', jwks: 'keys.json' };
  const proven: IssuerSetting = { ...issuer, proofOfPossession: 'required' };
  const bearer = 'Bearer realm="peilglas"';
  const dpop = 'DPoP realm="peilglas", algs="RS256 PS256 ES256 EdDSA"';

  it('names each way that some issuer allows', () => {
    assert.equal(challengeOf([]), bearer);
    assert.equal(challengeOf([issuer]), `${bearer}, ${dpop}`);
    assert.equal(challengeOf([issuer, proven]), `${bearer}, ${dpop}`);
    assert.equal(challengeOf([proven]), dpop);
  });

  it('says of a known asker without rights that the token is not enough', () => {
    const said = 'realm="peilglas", error="insufficient_scope", error_description="The token gives no right to this"';
    assert.equal(insufficient('Bearer'), `Bearer ${said}`);
    assert.equal(insufficient('DPoP'), `DPoP ${said}, algs="RS256 PS256 ES256 EdDSA"`);
  });

  it('tells of each fault no more than what helps', () => {
    const kinds: Readonly<Record<string, readonly FaultReason[]>> = {
      '400 invalid_request: A token belongs in the Authorization header, never in the address': ['token-in-query'],
      '400 invalid_request: There is more than one token in the request': ['two-tokens'],
      '401 invalid_token: A session counts only with the header X-Requested-By: peilglas': ['session-without-header'],
      '401 invalid_token: The session is over; sign in again': ['session-over'],
      '401 invalid_token: The token has expired; sign in again': ['expired'],
      '401 invalid_token: The token must come with a proof of possession (DPoP)': [
        'bound-but-bearer',
        'proof-required',
      ],
      '401 invalid_dpop_proof: The proof of possession is not valid for this request; make a new one': [
        'proof-missing',
        'proof-invalid',
        'proof-stale',
        'proof-for-other-request',
        'proof-of-other-key',
        'proof-replayed',
      ],
      '401 invalid_token: The token is not valid here': [
        'wrong-issuer',
        'bad-signature',
        'unknown-key',
        'malformed',
        'not-bound',
      ],
    };
    for (const [expected, reasons] of Object.entries(kinds)) {
      for (const reason of reasons) {
        const { status, challenge, detail } = refusalOf(new TokenFault(reason, 'DPoP'));
        const error = /error="(\w+)"/.exec(challenge)?.[1];
        assert.equal(`${status} ${error}: ${detail}`, expected, reason);
        assert.ok(challenge.startsWith('DPoP ') && challenge.includes(`error_description="${detail}"`));
      }
    }
  });
});
