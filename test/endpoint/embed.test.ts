/** `/embed/{element}`: what is in it, for whom, what is refused, and what caches keep of it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { auditLines } from './access/audit-lines.ts';
import { boundTokenOf, newKey, proofOf, serveKeys, tokenOf, trust } from './access/issuers.ts';
import { storeOfTables } from './access/tables.ts';
import { hasNginx, startProxy } from './nginx.ts';
import { serve } from './stored-table.ts';
import { temporaryFolder, type Problem } from './support.ts';
// Loaded beforehand: on a busy machine the first call for a part would keep the endpoint so long that it sheds the next.
import '@peilglas/prerender';

const key = await newKey('ES256');
const keys = await serveKeys(key);
const auditLog = join(await temporaryFolder(), 'audit.log');
const publicUrl = 'https://cijfers.example.org';
const access = { issuers: [trust(keys.url)], auditLog };
const app = serve(await storeOfTables(), {
  access,
  publicUrl,
  origins: ['https://www.example.org'],
  signInPage: 'https://www.example.org/inloggen',
});
const upstream = await app.listen({ port: 0, host: '127.0.0.1' });
const hengelo = `Bearer ${await tokenOf(key, { claims: { themes: ['jeugd'], municipalities: ['GM0164'] } })}`;

const open = '/embed/kpi-tile?table=open&region=GM0164';
const closed = '/embed/kpi-tile?table=eigen&region=GM0164';
/** Of Hengelo, as a tile writes it, in either table. */
const figure = '640.001';

async function ask(url: string, headers: Readonly<Record<string, string>> = {}) {
  return app.inject({ url, headers });
}

async function refusalOf(url: string): Promise<readonly [number, string]> {
  const answer = await ask(url);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  return [answer.statusCode, answer.json<Problem>().detail];
}

describe('GET /embed/{element}', () => {
  it('gives the element with its figure, to be put in a page', async () => {
    const { statusCode, headers, body } = await ask(`${open}&heading=Kinderen+%26+%3Cb%3E&lang=en`);
    assert.equal(statusCode, 200);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
    assert.match(body, /^<kpi-tile [^>]*endpoint="https:\/\/cijfers\.example\.org\/api\/v2" table="open" /);
    assert.match(body, / heading="Kinderen &amp; &lt;b&gt;" lang="en"><template shadowrootmode="open"/);
    assert.match(body, /640,001/);
    assert.doesNotMatch(body, /<html|<body/);
    // Where readers find what a part of a page shows.
    const definition = await ask(open.replace('kpi-tile', 'definition-panel'));
    assert.match(
      definition.body,
      /https:\/\/cijfers\.example\.org\/embed\/definition-panel\?table=open&amp;region=GM0164&amp;as=page/,
    );
  });

  it('gives a page for frames of the sites that may ask, which allows its own styles and no script', async () => {
    const { headers, body } = await ask(`${open}&as=page&scheme=dark`);
    assert.match(body, /^<!doctype html>\n<html lang="nl">/);
    assert.match(body, /<meta name="color-scheme" content="dark">/);
    assert.match(body, new RegExp(figure.replace('.', '\\.')));
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /^default-src 'none'; script-src 'none'; .*frame-ancestors https:\/\/www\.example\.org;/);
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers['x-frame-options'], undefined);
    const styles = [...body.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => style);
    assert.equal(styles.length, 3);
    for (const style of styles)
      assert.ok(policy.includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`), policy);
    // Data blocks are no scripts.
    assert.doesNotMatch(body, /<script(?! type="application\/(ld\+)?json")/);
  });

  it('is kept by caches, until what it says is another thing', async () => {
    const first = await ask(open);
    assert.match(String(first.headers['cache-control']), /^public, max-age=300/);
    assert.match(String(first.headers.vary), /Authorization/);
    const tag = String(first.headers.etag);
    assert.match(tag, /^W\//);
    const again = await ask(open, { 'if-none-match': tag });
    assert.deepEqual([again.statusCode, again.body], [304, '']);
    for (const other of [`${open}&lang=en`, `${open}&as=page`, open.replace('GM0164', 'GM0153')])
      assert.notEqual((await ask(other)).headers.etag, tag, other);
  });

  it('refuses what no element has, by name', async () => {
    const [status, said] = await refusalOf('/embed/nope?table=open');
    assert.equal(status, 404);
    assert.match(said, /^There is no element nope to embed; there are .*definition-panel, kpi-tile/);
    for (const [parameters, detail] of [
      ['table=open&onclick=alert(1)', 'Unknown parameter onclick'],
      ['table=open&table=zorg', 'Parameter table is given more than once'],
      ['region=GM0164', 'Parameter table is missing'],
      [
        'table=open&endpoint=http://169.254.169.254/',
        'Parameter endpoint cannot be given: figures come from this endpoint only',
      ],
      [`table=open&heading=${'x'.repeat(1001)}`, 'Parameter heading has more than 1000 characters'],
      ['table=open&as=json', 'Parameter as must be fragment or page'],
      ['table=open&lang=%22%3E', 'Parameter lang must be a language tag, such as nl or en'],
      ['table=open&theme=stempel', 'Parameter theme is for as=page: a fragment looks as the page around it'],
      ['table=open&theme=stempel&as=page', 'There is no theme stempel; this endpoint has none'],
      ['table=open&scheme=red&as=page', 'Parameter scheme must be light, dark or auto'],
    ] as const)
      assert.deepEqual(await refusalOf(`/embed/kpi-tile?${parameters}`), [400, detail]);
  });

  it('reaches nothing but tables, whatever stands for one', async () => {
    for (const table of ['../config', '..%2F..%2F..%2Fcatalogue', '../../healthz', 'http:%2F%2F127.0.0.1%2F', '%00'])
      assert.doesNotMatch((await ask(`/embed/kpi-tile?table=${table}`)).body, /maxDataCells|dcat|"ok"/, table);
  });

  it('gives figures that are not public to who may see them alone, and to no cache', async () => {
    const before = (await auditLines(auditLog)).length;
    const [own, nobodys, other] = await Promise.all([
      ask(closed, { authorization: hengelo }),
      ask(closed),
      ask(closed.replace('GM0164', 'GM0153'), { authorization: hengelo }),
    ]);
    assert.ok(own.body.includes(figure));
    assert.doesNotMatch(own.body, /Bearer|"path":"tables\/eigen/);
    assert.match(nobodys.body, /Log in om deze cijfers te zien<\/p> <a href="https:\/\/www\.example\.org\/inloggen"/);
    assert.doesNotMatch(nobodys.body + other.body, /640.001|530.001/);
    for (const { statusCode, headers } of [own, nobodys, other]) {
      assert.equal(statusCode, 200);
      assert.equal(headers['cache-control'], 'private, no-store');
      assert.match(String(headers.vary), /Authorization/);
    }
    const lines = (await auditLines(auditLog)).slice(before);
    const ofOwn = lines.filter(({ requestId }) => requestId === own.headers['x-request-id']);
    assert.ok(ofOwn.some(({ route, cells }) => route === '/api/v2/tables/:id/data' && cells !== null));
    assert.ok(ofOwn.every(({ table, allowed, subject }) => table === 'eigen' && allowed && subject !== null));
  });

  it('keeps nothing of an answer to a token, of public figures neither', async () => {
    const { headers, body } = await ask(open, { authorization: hengelo });
    assert.ok(body.includes(figure));
    assert.equal(headers['cache-control'], 'private, no-store');
  });

  it('judges a token once, also one that is bound to a key', async () => {
    const user = await newKey('ES256');
    const token = await boundTokenOf(key, user, { claims: { themes: ['jeugd'], municipalities: ['GM0164'] } });
    const dpop = await proofOf(user, token, `${publicUrl}/embed/kpi-tile`);
    assert.ok((await ask(closed, { authorization: `DPoP ${token}`, dpop })).body.includes(figure));
    assert.equal((await ask(closed, { authorization: `Bearer ${token}` })).statusCode, 401);
    assert.equal((await ask(closed, { authorization: 'Bearer x.y.z' })).statusCode, 401);
  });

  it('never mixes askers who come at the same time', async () => {
    const enschede = `Bearer ${await tokenOf(key, { claims: { themes: ['jeugd'], municipalities: ['GM0153'] } })}`;
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const region = index % 2 === 0 ? 'GM0164' : 'GM0153';
        const authorization = [hengelo, enschede, null][index % 3];
        const url = closed.replace('GM0164', region);
        return ask(url, authorization ? { authorization } : {}).then(({ body }) => ({ body, region, who: index % 3 }));
      }),
    );
    for (const { body, region, who } of answers) {
      assert.equal(body.includes('640.001'), who === 0 && region === 'GM0164');
      assert.equal(body.includes('530.001'), who === 1 && region === 'GM0153');
    }
  });

  it('counts as what a browser would have asked, and is refused when that was too much', async () => {
    const few = serve(await storeOfTables(), { callLimit: { calls: 6, seconds: 60 } });
    const ask = async (region: string) => (await few.inject(`/embed/kpi-tile?table=open&region=${region}`)).statusCode;
    // Each is one call, and asks what the table is and what its figures are.
    assert.deepEqual([await ask('GM0164'), await ask('GM0153'), await ask('NL01')], [200, 200, 429]);
    // Figures from memory, asked by anybody, are counted once.
    const again = serve(await storeOfTables(), { callLimit: { calls: 5, seconds: 60 } });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call++) statuses.push((await again.inject(open)).statusCode);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
  });

  it('counts what is drawn as twenty calls more', async () => {
    const callLimit = { calls: 23, seconds: 60 };
    const [drawn, written] = [serve(await storeOfTables(), { callLimit }), serve(await storeOfTables(), { callLimit })];
    const chart = open.replace('kpi-tile', 'trend-chart');
    assert.equal((await drawn.inject(chart)).statusCode, 200);
    assert.equal((await drawn.inject(chart)).statusCode, 429);
    for (let call = 0; call < 5; call++) assert.equal((await written.inject(open)).statusCode, 200);
  });

  it('fails rather than show that figures are not there, when the store does not answer', async () => {
    const store = await storeOfTables();
    const broken = serve(store);
    await broken.inject('/api/v2/tables');
    Object.assign(store, { cells: () => Promise.reject(new Error('gone')) });
    const { statusCode, headers } = await broken.inject(open);
    assert.deepEqual([statusCode, headers['cache-control']], [503, 'no-store']);
  });
});

describe('a cache in front of /embed', { skip: !hasNginx && 'there is no nginx' }, () => {
  it('keeps public parts of pages, and never one that is somebody’s', async () => {
    const root = await startProxy(upstream.replace('http://', ''));
    const through = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
      const answer = await fetch(root + path, { headers });
      return [answer.headers.get('x-cache'), (await answer.text()).includes(figure)];
    };
    assert.deepEqual(
      [await through(open), await through(open)],
      [
        ['MISS', true],
        ['HIT', true],
      ],
    );
    const asked = [
      await through(closed, { authorization: hengelo }),
      await through(closed),
      await through(closed, { authorization: hengelo }),
      await through(closed),
      await through(open, { authorization: hengelo }),
    ];
    assert.deepEqual(asked, [
      ['BYPASS', true],
      ['MISS', false],
      ['BYPASS', true],
      ['MISS', false],
      ['BYPASS', true],
    ]);
  });
});
