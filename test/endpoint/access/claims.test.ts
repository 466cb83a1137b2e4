/** What a token gives a right to, and the settings that say so; without issuer or server. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import {
  accessSchema,
  hasAddress,
  isSafeAddress,
  type IssuerSetting,
} from '../../../packages/endpoint/dist/access/access-config.js';
import { anyone, hasRight } from '../../../packages/endpoint/dist/access/caller.js';
import { rightsOf } from '../../../packages/endpoint/dist/access/claims.js';

const issuer: IssuerSetting = { issuer: 'https://id.example.org', audience: 'cijfers', jwks: 'keys.json' };

/** Themes and municipalities, as texts. */
function rights(claims: IssuerSetting['claims'], payload: object): readonly string[] {
  const { themes, municipalities } = rightsOf({ ...payload }, { ...issuer, ...(claims && { claims }) });
  return [themes, municipalities].map((each) => (each === 'all' ? 'all' : [...each].join(' ')));
}

describe('rights', () => {
  const plain = { themes: 'thema', municipalities: 'gemeente' };

  it('are none for who brings no token, nor for what no setting names', () => {
    assert.deepEqual(
      [anyone.subject, hasRight(anyone.themes, 'jeugd'), hasRight(anyone.municipalities, '')],
      [null, false, false],
    );
    assert.deepEqual(rights(undefined, { themes: 'jeugd', municipalities: 'GM0164' }), ['', '']);
    assert.deepEqual(rights({ themes: 'thema' }, { thema: 'jeugd', gemeente: 'GM0164' }), ['jeugd', '']);
  });

  it('are those of the set, or each when all are meant', () => {
    assert.deepEqual(
      [hasRight(new Set(['a']), 'a'), hasRight(new Set(['a']), 'b'), hasRight('all', 'b')],
      [true, false, true],
    );
  });

  it('name a municipality in three ways, and nothing else as one', () => {
    const named = ['GM0164', 'gm164', '0164', '164', 4].map((gemeente) => rights(plain, { gemeente })[1]);
    assert.deepEqual(named, ['GM0164', 'GM0164', 'GM0164', 'GM0164', 'GM0004']);
    for (const gemeente of ['GM01644', 'xGM0164', 'GM0164x', 'WK0164', '', 'GM', '1.5', '-1'])
      assert.equal(rights(plain, { gemeente })[1], '');
  });

  it('are read of a list, and of texts that spaces part', () => {
    assert.equal(rights(plain, { thema: ['jeugd', 'zorg en welzijn', null, {}, ['a']] })[0], 'jeugd zorg en welzijn');
    assert.equal(rights(plain, { thema: ' jeugd  sport ' })[0], 'jeugd sport');
    for (const thema of [null, undefined, {}, true]) assert.equal(rights(plain, { thema })[0], '');
  });

  it('lie under the whole name of a claim, or inside others', () => {
    const themes = { themes: 'realm.roles' };
    assert.equal(rights(themes, { realm: { groups: ['sport'], roles: ['jeugd'], scopes: ['zorg'] } })[0], 'jeugd');
    assert.equal(rights(themes, { realm: { groups: ['sport'] } })[0], '');
    assert.equal(rights(themes, { 'realm.roles': ['sport'], realm: { roles: ['jeugd'] } })[0], 'sport');
    for (const realm of [null, 'roles', undefined]) assert.equal(rights(themes, { realm })[0], '');
  });

  it('are never what every object has', () => {
    for (const name of ['toString', 'constructor.name', '__proto__']) assert.equal(rights({ themes: name }, {})[0], '');
    const themes = { name: 'thema', values: { lezer: 'jeugd' } };
    assert.equal(rights({ themes }, { thema: ['toString', '__proto__', 'constructor'] })[0], '');
  });

  it('go by the names that are listed, of which one may have a space', () => {
    const themes = { name: 'rol', values: { 'lezer jeugd': 'jeugd', lezer: 'sport' } };
    assert.equal(rights({ themes }, { rol: 'lezer jeugd' })[0], 'jeugd');
    assert.equal(rights({ themes }, { rol: 'lezer anders' })[0], 'sport');
    assert.equal(rights({ themes }, { rol: ['jeugd', 'lezer'] })[0], 'sport');
  });

  it('are all only by the value that is said to mean it', () => {
    const themes = { name: 'rol', all: '*' };
    assert.equal(rights({ themes }, { rol: ['jeugd', '*'] })[0], 'all');
    assert.equal(rights({ themes }, { rol: 'jeugd' })[0], 'jeugd');
    assert.equal(rights({ themes: { name: 'rol' } }, { rol: '*' })[0], '*');
  });
});

describe('the settings', () => {
  const read = (...issuers: readonly object[]) => v.safeParse(accessSchema, { issuers });
  const problem = (...issuers: readonly object[]) => read(...issuers).issues?.[0].message;

  it('take keys over https, over plain http from this machine only, or from a file', () => {
    const safe = ['https://id.example.org/jwks', 'http://127.0.0.1:1/a', 'http://localhost/a', 'http://[::1]/a'];
    const unsafe = [
      'http://id.example.org/jwks',
      'http://127.0.0.1.example.org/',
      'https://user@id.example.org/',
      'https://id.example.org/#a',
      'ftp://localhost/',
      'file:///keys.json',
      'no address',
    ];
    assert.deepEqual(
      safe.map(isSafeAddress),
      safe.map(() => true),
    );
    assert.deepEqual(
      unsafe.map(isSafeAddress),
      unsafe.map(() => false),
    );
    for (const jwks of [...safe, 'keys.json', 'keys/http:/x']) assert.ok(read({ ...issuer, jwks }).success, jwks);
    for (const jwks of ['http://id.example.org/jwks', 'HTTP://id.example.org/jwks'])
      assert.equal(problem({ ...issuer, jwks }), 'Expected an https address (http on this machine only)');
    assert.deepEqual(
      ['HTTPS://id.example.org/', 'http://localhost/', 'keys.json', './https:'].map((jwks) =>
        hasAddress({ ...issuer, jwks }),
      ),
      [true, true, false, false],
    );
  });

  it('know each issuer once', () => {
    assert.ok(read(issuer, { ...issuer, issuer: 'https://other.example.org' }).success);
    assert.equal(problem(issuer, issuer), 'The same issuer is given twice');
  });

  it('leave nothing open that must be said', () => {
    for (const wrong of [
      { audience: [] },
      { audience: '' },
      { algorithms: [] },
      { algorithms: ['HS256'] },
      { algorithms: ['none'] },
      { claims: { themes: { values: {} } } },
      { claims: { roles: 'x' } },
      { proofOfPossession: 'maybe' },
      { strict: true },
    ])
      assert.ok(!read({ ...issuer, ...wrong }).success, JSON.stringify(wrong));
    assert.equal(problem({ ...issuer, issuer: ' ' }), 'Is empty');
    assert.equal(problem({ ...issuer, algorithms: [] }), 'Needs at least one');
    assert.equal(problem({ ...issuer, audience: [] }), 'Needs at least one');
    assert.equal(problem({ ...issuer, audience: 3 }), 'Expected a text or a list of texts');
    assert.equal(
      problem({ ...issuer, claims: { themes: 3 } }),
      'Expected the name of a claim, or { name: …, values: …, all: … }',
    );
  });

  it('take all that may be said', () => {
    const all = {
      audience: ['a', 'b'],
      algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
      claims: { themes: { name: 'rol', values: { a: 'b' }, all: '*' }, municipalities: 'gemeente' },
      strictType: true,
      proofOfPossession: 'required',
    };
    assert.ok(read({ ...issuer, ...all }).success);
    assert.ok(read({ ...issuer, proofOfPossession: 'optional' }).success);
    assert.ok(v.is(accessSchema, { issuers: [], auditLog: 'stdout', auditKeyFile: 'audit.key' }));
  });
});
