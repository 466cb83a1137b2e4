/** What others try: with forged answers, addresses elsewhere, pages of other sites. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  askTable,
  beginSignIn,
  browserCookie,
  dataOf,
  host,
  openStage,
  ours,
  page,
  publicUrl,
  sessionCookie,
  sessionOf,
  signIn,
  site,
  toCallback,
} from './stage.ts';
import type { Visitor } from './visitor.ts';

const stage = await openStage();
const html = { accept: 'text/html,application/xhtml+xml' };

/** Comes in at the callback as a browser does, and is not signed in by it. */
async function isRefused(visitor: Visitor, callback: string): Promise<void> {
  const [machine, person] = [
    await visitor.ask(callback, { crossSite: true }),
    await visitor.ask(callback, { crossSite: true, headers: html }),
  ];
  assert.equal(machine.status, 400);
  assert.equal(machine.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  assert.equal(person.status, 400);
  assert.match(person.text, /<h1>Inloggen lukt niet<\/h1>/);
  assert.doesNotMatch(person.text, /<script|<link|style=/);
  assert.equal(visitor.cookie(host, sessionCookie), undefined);
  assert.equal((await sessionOf(visitor)).signedIn, false);
}

describe('the answer of the provider', () => {
  it('counts only with the state that was given out', async () => {
    const visitor = stage.arrive();
    const callback = new URL(await toCallback(visitor, 'beleid-enschede'));
    const code = callback.searchParams.get('code') ?? '';
    for (const state of ['', 'x'.repeat(43), null]) {
      const forged = new URL(callback);
      if (state === null) forged.searchParams.delete('state');
      else forged.searchParams.set('state', state);
      await isRefused(visitor, forged.href);
    }
    assert.ok(!visitor.seen.split('\n').some((line) => line.startsWith('<') && line.includes(code)));
    // The real one was not spoilt by it.
    assert.equal((await visitor.ask(callback.href, { crossSite: true })).location, page);
    assert.equal((await sessionOf(visitor)).signedIn, true);
  });

  it('counts once', async () => {
    const visitor = stage.arrive();
    const callback = await toCallback(visitor, 'beleid-enschede');
    await visitor.ask(callback, { crossSite: true });
    visitor.setCookie(host, sessionCookie, '');
    const again = await visitor.ask(callback, { crossSite: true });
    assert.equal(again.status, 400);
    assert.deepEqual(again.headers.getSetCookie(), []);
  });

  it('counts in the browser that began, and nowhere else', async () => {
    const [victim, attacker] = [stage.arrive(), stage.arrive()];
    const stolen = await toCallback(victim, 'beleid-enschede');
    await isRefused(attacker, stolen);
    await beginSignIn(attacker);
    await isRefused(attacker, stolen);
    // Nor can somebody be signed in as somebody else.
    const planted = await toCallback(attacker, 'beleid-hengelo');
    await isRefused(victim, planted);
    // And the one it was meant for still can use it.
    await victim.ask(stolen, { crossSite: true });
    assert.equal((await sessionOf(victim)).name, 'Beleidsmedewerker Enschede (demo)');
  });

  it('with a code of another sign-in signs nobody in, and the page is told', async () => {
    const [visitor, other] = [stage.arrive(), stage.arrive()];
    const own = new URL(await toCallback(visitor, 'beleid-enschede'));
    const foreign = new URL(await toCallback(other, 'beleid-hengelo'));
    for (const code of [foreign.searchParams.get('code') ?? '', 'made-up']) {
      const again = code === 'made-up' ? new URL(await toCallback(visitor, 'beleid-enschede')) : own;
      again.searchParams.set('code', code);
      assert.equal((await visitor.ask(again.href, { crossSite: true })).location, page);
      const { signedIn, error } = await sessionOf(visitor);
      assert.deepEqual({ signedIn, error }, { signedIn: false, error: 'answer-invalid' });
    }
  });

  it('of another provider is not believed', async () => {
    const visitor = stage.arrive();
    const callback = new URL(await toCallback(visitor, 'beleid-enschede'));
    callback.searchParams.set('iss', 'https://login.evil.example');
    assert.equal((await visitor.ask(callback.href, { crossSite: true })).location, page);
    assert.equal((await sessionOf(visitor)).error, 'answer-invalid');
  });
});

describe('where a visitor is sent back to', () => {
  const elsewhere: readonly (readonly [name: string, query: string])[] = [
    ['nothing', ''],
    ['no address', 'returnTo='],
    ['a path', 'returnTo=/jeugd'],
    ['another site', 'returnTo=https://evil.example/'],
    ['an address without scheme', `returnTo=//${host}/`],
    ['a site that begins alike', 'returnTo=https://www.example.org.evil.example/'],
    ['a site that ends alike', 'returnTo=https://evilwww.example.org/'],
    ['the site as a user name', 'returnTo=https://www.example.org@evil.example/'],
    ['the site with a user name', 'returnTo=https://evil.example@www.example.org/'],
    ['a backslash', 'returnTo=https://evil.example\\@www.example.org/'],
    ['another port', 'returnTo=https://www.example.org:8443/'],
    ['another scheme', 'returnTo=http://www.example.org/'],
    ['a script', 'returnTo=javascript:alert(1)//https://www.example.org/'],
    ['a blob of the site', `returnTo=${encodeURIComponent('blob:https://www.example.org/1-2-3')}`],
    ['two addresses', `returnTo=${encodeURIComponent(page)}&returnTo=https://evil.example/`],
    ['a long address', `returnTo=${site}/${'a'.repeat(2_000)}`],
    ['a parameter of another name', `return_to=${encodeURIComponent(page)}`],
  ];
  for (const [name, query] of elsewhere) {
    it(`is not ${name}`, async () => {
      const answer = await stage.arrive().ask(`${publicUrl}/session/sign-in?${query}`);
      assert.equal(answer.status, 400);
      assert.equal(answer.location, '');
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.doesNotMatch(answer.text, /evil|script|aaa/);
    });
  }

  it('cannot be changed on the way', async () => {
    const visitor = stage.arrive();
    const callback = `${await toCallback(visitor, 'beleid-enschede')}&returnTo=https://evil.example/`;
    assert.equal((await visitor.ask(callback, { crossSite: true })).location, page);
  });

  it('is on the site also with line breaks and control characters in it', async () => {
    const visitor = stage.arrive();
    const returnTo = `${site}/a\r\nset-cookie: x=1\t/b`;
    const login = await beginSignIn(visitor, returnTo);
    const callback = await visitor.chooseAccount(login, { account: 'beleid-enschede', actie: 'inloggen' });
    const answer = await visitor.ask(callback, { crossSite: true });
    assert.equal(answer.location, `${site}/aset-cookie:%20x=1/b`);
    assert.equal(answer.headers.getSetCookie().length, 1);
  });
});

describe('a request with the cookie of a session', () => {
  it('counts only with the header, also for public tables', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    for (const table of ['eigen', 'open', 'nergens']) {
      for (const headers of [{}, { 'x-requested-by': 'XMLHttpRequest' }]) {
        const answer = await askTable(visitor, table, headers);
        assert.equal(answer.status, 401, table);
        assert.match(answer.headers.get('www-authenticate') ?? '', /X-Requested-By: peilglas/);
        assert.equal(answer.headers.get('cache-control'), 'private, no-store');
      }
    }
    assert.equal((await askTable(visitor, 'open')).status, 200);
    assert.equal((await visitor.ask(`${publicUrl}/catalogue`)).status, 200);
  });

  it('and a token besides is refused, whichever is good', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const [access = ''] = [...stage.provider.tokens].filter((token) => token.split('.').length === 3).slice(-2);
    for (const authorization of [`Bearer ${access}`, 'Bearer x.y.z']) {
      for (const headers of [ours, {}]) {
        const answer = await askTable(visitor, 'eigen', { ...headers, authorization });
        assert.equal(answer.status, 400);
      }
    }
    visitor.setCookie(host, sessionCookie, 'nobody');
    assert.equal((await askTable(visitor, 'eigen', { ...ours, authorization: `Bearer ${access}` })).status, 400);
  });

  it('that stands for no session is 401, and the cookie goes', async () => {
    for (const secret of ['x'.repeat(43), '', '%00', 'a'.repeat(8_000)]) {
      const visitor = stage.arrive();
      visitor.setCookie(host, sessionCookie, secret);
      assert.equal((await askTable(visitor, 'open')).status, 401);
      assert.equal(visitor.cookie(host, sessionCookie), undefined);
      assert.equal((await askTable(visitor, 'open')).status, 200);
    }
  });

  it('of another name gives no right', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const secret = visitor.cookie(host, sessionCookie) ?? '';
    const browser = visitor.cookie(host, browserCookie) ?? '';
    const others = { peilglas: secret, '__Secure-peilglas': secret, [browserCookie]: secret, x: browser };
    const stranger = stage.arrive();
    for (const [name, value] of Object.entries(others)) stranger.setCookie(host, name, value);
    assert.equal((await askTable(stranger)).status, 401);
  });
});

describe('a page of another origin', () => {
  const asking = { 'access-control-request-method': 'GET', 'access-control-request-headers': 'x-requested-by' };
  const corsOf = (headers: Headers): Record<string, string> =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  it('may send cookies and the header when it is listed', async () => {
    for (const path of [dataOf('eigen'), `${publicUrl}/session`, `${publicUrl}/session/sign-out`]) {
      const answer = await stage.arrive().ask(path, { method: 'OPTIONS', headers: { origin: site, ...asking } });
      assert.equal(answer.status, 204);
      const cors = corsOf(answer.headers);
      assert.equal(cors['access-control-allow-origin'], site);
      assert.equal(cors['access-control-allow-credentials'], 'true');
      assert.match(cors['access-control-allow-headers'] ?? '', /\bX-Requested-By\b/);
    }
  });

  it('may nothing when it is not, and is told nothing', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    for (const origin of [
      'https://evil.example',
      'https://example.org',
      'null',
      `${site}.evil.example`,
      `${site}:443`,
    ]) {
      for (const path of [dataOf('open'), `${publicUrl}/session`, `${publicUrl}/session/sign-out`]) {
        const preflight = await visitor.ask(path, { method: 'OPTIONS', headers: { origin, ...asking } });
        assert.deepEqual(corsOf(preflight.headers), {}, origin);
        const answer = await visitor.ask(path, { headers: { origin } });
        assert.deepEqual(corsOf(answer.headers), {}, origin);
        assert.match(answer.headers.get('vary') ?? '', /\bOrigin\b/);
      }
    }
  });

  it('may send no cookie at all where the endpoint keeps no sessions', async () => {
    const plain = await openStage(null, {}, stage.provider);
    const visitor = plain.arrive();
    const answer = await visitor.ask(dataOf('open'), { method: 'OPTIONS', headers: { origin: site, ...asking } });
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    assert.doesNotMatch(answer.headers.get('access-control-allow-headers') ?? '', /x-requested-by/i);
    assert.equal((await visitor.ask(`${publicUrl}/session`)).status, 404);
    visitor.setCookie(host, sessionCookie, 'x'.repeat(43));
    const open = await askTable(visitor, 'open');
    assert.equal(open.status, 200);
    assert.doesNotMatch(open.headers.get('vary') ?? '', /cookie/i);
  });
});
