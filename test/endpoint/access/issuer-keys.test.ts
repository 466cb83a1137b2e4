/** Where the keys of issuers come from, and what happens when they do not come. */
import assert from 'node:assert/strict';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it, mock } from 'node:test';
import { exportJWK } from 'jose';
import { serve } from '../stored-table.ts';
import { temporaryFolder, type Endpoint, type Problem } from '../support.ts';
import { issuer, newKey, serveKeys, tokenOf, trust, type AccessOptions, type Key } from './issuers.ts';
import { storeOfTables } from './tables.ts';

const claims = { themes: '*', municipalities: '*' };
const folder = await temporaryFolder();
const auditLog = join(folder, 'audit.log');

async function endpoint(...issuers: AccessOptions['issuers']): Promise<Endpoint> {
  return serve(await storeOfTables(), { access: { issuers, auditLog } });
}

async function statusOf(app: Endpoint, key: Key, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
  const authorization = `Bearer ${await tokenOf(key, { claims: { ...claims, ...more } })}`;
  return (await app.inject({ url: '/api/v2/tables/jeugd', headers: { authorization } })).statusCode;
}

describe('keys at an address', () => {
  it('are asked for once', async () => {
    const key = await newKey('ES256');
    const keys = await serveKeys(key);
    const app = await endpoint(trust(keys.url));
    assert.equal(keys.asked, 0);
    for (let call = 0; call < 5; call++) assert.equal(await statusOf(app, key), 200);
    assert.equal(keys.asked, 1);
  });

  it('that are replaced are asked for again when a token needs them, and the old ones count no more', async () => {
    const [before, after] = [await newKey('ES256'), await newKey('ES256')];
    const keys = await serveKeys(before);
    const app = await endpoint(trust(keys.url));
    assert.equal(await statusOf(app, before), 200);
    keys.keys = [after.publicJwk];
    // Right after the keys were fetched, unknown keys are just that: tokens cannot make us ask all the time.
    for (let call = 0; call < 5; call++) assert.equal(await statusOf(app, after), 401);
    assert.equal(keys.asked, 1);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 31_000 });
    try {
      assert.equal(await statusOf(app, after), 200);
      assert.equal(await statusOf(app, before), 401);
      assert.equal(keys.asked, 2);
    } finally {
      mock.timers.reset();
    }
  });

  it('that cannot be fetched give 503 for tokens, and public tables without one', async () => {
    const key = await newKey('ES256');
    const keys = await serveKeys(key);
    const app = await endpoint(trust(keys.url));
    keys.status = 500;
    const token = await tokenOf(key, { claims });
    for (const url of ['/api/v2/tables/jeugd', '/api/v2/tables/open', '/api/v2/tables']) {
      const answer = await app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.statusCode, 503);
      assert.equal(answer.headers['retry-after'], '10');
      assert.equal(answer.headers['cache-control'], 'private, no-store');
      assert.equal(answer.headers['www-authenticate'], undefined);
      assert.doesNotMatch(answer.json<Problem>().detail, /127|jwks|key/i);
    }
    assert.equal((await app.inject('/api/v2/tables/open')).statusCode, 200);
    assert.equal((await app.inject('/api/v2/tables/jeugd')).statusCode, 401);
    // An issuer that is down is not pressed.
    assert.equal(keys.asked, 1);
  });

  it('of a server that is down, that sends no keys, or that sends us elsewhere give 503', async () => {
    const key = await newKey('ES256');
    const down = await serveKeys(key);
    await down.stop();
    assert.equal(await statusOf(await endpoint(trust(down.url)), key), 503);
    const empty = await serveKeys(key);
    empty.keys = [{ ...key.publicJwk, x: 'broken' }];
    assert.equal(await statusOf(await endpoint(trust(empty.url)), key), 503);
    const moved = await serveKeys(key);
    moved.status = 302;
    assert.equal(await statusOf(await endpoint(trust(moved.url)), key), 503);
  });

  it('for which something else comes give 503, and the issuer is not pressed', async () => {
    const key = await newKey('ES256');
    for (const page of ['<!doctype html><title>Onderhoud</title>', '', 'null', '{"keys":null}']) {
      const keys = await serveKeys(key);
      keys.page = page;
      const app = await endpoint(trust(keys.url));
      for (let call = 0; call < 3; call++) assert.equal(await statusOf(app, key), 503, page);
      assert.equal(keys.asked, 1, page);
    }
  });

  it('that are more than any issuer has give 503', async () => {
    const key = await newKey('ES256');
    for (const [length, status] of [
      [200_000, 200],
      [300_000, 503],
    ] as const) {
      const keys = await serveKeys(key);
      keys.keys = [{ ...key.publicJwk, 'x5t#S256': 'x'.repeat(length) }];
      assert.equal(await statusOf(await endpoint(trust(keys.url)), key), status);
    }
  });

  it('that were fetched go on counting while the server is down', async () => {
    const [key, stranger] = [await newKey('ES256'), await newKey('ES256')];
    const keys = await serveKeys(key);
    const app = await endpoint(trust(keys.url));
    assert.equal(await statusOf(app, key), 200);
    await keys.stop();
    assert.equal(await statusOf(app, key), 200);
    assert.equal(await statusOf(app, stranger), 401);
  });

  it('of one issuer are no keys of another', async () => {
    const [one, two] = [await newKey('ES256', 'same'), await newKey('ES256', 'same')];
    const other = { ...trust((await serveKeys(two)).url), issuer: 'https://other.example.org' };
    const app = await endpoint(trust((await serveKeys(one)).url), other);
    assert.equal(await statusOf(app, one), 200);
    assert.equal(await statusOf(app, two, { iss: other.issuer }), 200);
    assert.equal(await statusOf(app, one, { iss: other.issuer }), 401);
    assert.equal(await statusOf(app, two), 401);
  });
});

describe('keys in a file', () => {
  const write = async (file: string, content: unknown): Promise<void> => {
    await writeFile(`${file}.new`, JSON.stringify(content));
    await rename(`${file}.new`, file);
  };

  it('are read again when it changes; a file that is gone or spoilt gives 503', async () => {
    const file = join(folder, 'site.json');
    const [first, second] = [await newKey('EdDSA'), await newKey('EdDSA')];
    await write(file, { keys: [first.publicJwk] });
    const app = await endpoint(trust(file));
    assert.equal(await statusOf(app, first), 200);
    assert.equal(await statusOf(app, second), 401);
    await write(file, { keys: [second.publicJwk] });
    assert.equal(await statusOf(app, first), 401);
    assert.equal(await statusOf(app, second), 200);
    await utimes(file, 1, 1);
    assert.equal(await statusOf(app, second), 200);
    await writeFile(file, '{"keys": [');
    assert.equal(await statusOf(app, second), 503);
    await rm(file);
    assert.equal(await statusOf(app, second), 503);
    await write(file, { keys: [first.publicJwk] });
    assert.equal(await statusOf(app, first), 200);
  });

  it('must all be public keys for signatures, or none of them counts', async () => {
    const [key, misplaced] = [await newKey('ES256'), await newKey('ES256')];
    for (const [name, jwk] of [
      ['private', await exportJWK(misplaced.privateKey)],
      ['secret', { kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' }],
    ] as const) {
      const file = join(folder, `${name}.json`);
      await write(file, { keys: [key.publicJwk, jwk] });
      assert.equal(await statusOf(await endpoint(trust(file)), key), 503);
    }
  });
});

describe('claims', async () => {
  const key = await newKey('ES256');
  const file = join(folder, 'claims.json');
  await writeFile(file, JSON.stringify({ keys: [key.publicJwk] }));

  /** Municipalities seen of the bound table; null when the table is not there. */
  const rowsFor = async (
    claims: NonNullable<AccessOptions['issuers'][number]['claims']>,
    token: Readonly<Record<string, unknown>>,
  ): Promise<string | null> => {
    const app = await endpoint({ issuer, audience: ['https://cijfers.example.org', 'other'], jwks: file, claims });
    const answer = await app.inject({
      url: '/api/v2/tables/eigen/data?valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*&outputFormat=csv&outputFormatParams=UseCodes',
      headers: { authorization: `Bearer ${await tokenOf(key, { claims: token })}` },
    });
    if (answer.statusCode !== 200) return null;
    return [...answer.body.matchAll(/^GM\d{4}/gm)].map(([code]) => code).join(' ');
  };

  const plain = { themes: 'thema', municipalities: 'gemeente' };
  const mapped = {
    themes: { name: 'realm_access.roles', values: { 'lezer jeugd': 'jeugd' }, all: 'beheer' },
    municipalities: { name: 'https://example.org/gemeente', values: { Hengelo: 'GM0164', Enschede: '153' } },
  };
  const cases: readonly (readonly [
    string,
    Parameters<typeof rowsFor>[0],
    Readonly<Record<string, unknown>>,
    string | null,
  ])[] = [
    ['as a list', plain, { thema: ['jeugd'], gemeente: ['GM0153', 'GM0164'] }, 'GM0153 GM0164'],
    ['as one text', plain, { thema: 'sport jeugd', gemeente: 'GM0153 164' }, 'GM0153 GM0164'],
    ['as a number', plain, { thema: 'jeugd', gemeente: 164 }, 'GM0164'],
    [
      'with other values among them',
      plain,
      { thema: ['jeugd', 1, null, {}], gemeente: [{}, 'GM0164', true] },
      'GM0164',
    ],
    ['of an unknown municipality', plain, { thema: 'jeugd', gemeente: ['GM1234', 'Hengelo', 'GM01645'] }, ''],
    ['with an asterisk that has no meaning', plain, { thema: 'jeugd', gemeente: '*' }, ''],
    ['with an asterisk for a theme that has no meaning', plain, { thema: '*', gemeente: '164' }, null],
    ['with a theme in other letters', plain, { thema: 'Jeugd', gemeente: '164' }, null],
    ['that are missing', plain, {}, null],
    ['that are objects', plain, { thema: { jeugd: true }, gemeente: { GM0164: true } }, null],
    ['that nothing is configured for', {}, { themes: '*', thema: 'jeugd' }, null],
    [
      'inside each other, under an address, by their own names',
      mapped,
      { realm_access: { roles: ['lezer jeugd'] }, 'https://example.org/gemeente': ['Hengelo'] },
      'GM0164',
    ],
    [
      'as one text that is a name with a space',
      mapped,
      { realm_access: { roles: 'lezer jeugd' }, 'https://example.org/gemeente': 'Enschede' },
      'GM0153',
    ],
    [
      'by a value that stands for all',
      mapped,
      { realm_access: { roles: ['beheer'] }, 'https://example.org/gemeente': 'Hengelo' },
      'GM0164',
    ],
    ['by a code where only names count', mapped, { realm_access: { roles: ['jeugd'] } }, null],
    [
      'by a name that is not listed',
      mapped,
      { realm_access: { roles: ['lezer jeugd'] }, 'https://example.org/gemeente': ['GM0164', '__proto__', 'toString'] },
      '',
    ],
  ];
  for (const [name, settings, token, rows] of cases) {
    it(`${name} give ${rows === null ? 'no table' : rows === '' ? 'totals only' : rows}`, async () => {
      assert.equal(await rowsFor(settings, token), rows);
    });
  }
});
