import assert from 'node:assert/strict';
import { exportJWK, generateKeyPair } from 'jose';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { marks } from '../access/tables.ts';
import { temporaryFolder } from '../support.ts';
import {
  askProvider,
  askTable,
  beginSignIn,
  host,
  openStage,
  page,
  publicUrl,
  sessionCookie,
  sessionOf,
  signIn,
  signOut,
  startBackendProvider,
  toCallback,
} from './stage.ts';
import { clientSecret, secretFile } from './secret-file.ts';

const stage = await openStage({ signedOutUrl: 'https://www.example.org/uitgelogd' });

describe('signing in at the endpoint', () => {
  it('asks the provider for a code by PKCE, with a state and a nonce of their own each time', async () => {
    const visitor = stage.arrive();
    const [first, second] = [new URL(await beginSignIn(visitor)), new URL(await beginSignIn(visitor))];
    const { code_challenge, state, nonce, ...rest } = Object.fromEntries(first.searchParams);
    assert.equal(first.origin, stage.provider.issuer);
    assert.deepEqual(rest, {
      client_id: 'endpoint',
      redirect_uri: `${publicUrl}/session/callback`,
      scope: 'openid profile',
      response_type: 'code',
      resource: publicUrl,
      code_challenge_method: 'S256',
    });
    for (const [name, value = ''] of Object.entries({ code_challenge, state, nonce })) {
      assert.ok(value.length >= 43, name);
      assert.notEqual(second.searchParams.get(name), value, name);
    }
  });

  it('brings the visitor back to the page, who then sees what is theirs and nothing else', async () => {
    const [enschede, hengelo] = [stage.arrive(), stage.arrive()];
    assert.equal((await askTable(enschede)).status, 401);
    assert.equal((await signIn(enschede)).location, page);
    await signIn(hengelo, 'beleid-hengelo');
    const { mark, ...known } = await sessionOf(enschede);
    assert.deepEqual(known, { signedIn: true, name: 'Beleidsmedewerker Enschede (demo)', error: null });
    assert.match(mark ?? '', /^[\w-]{16}$/);
    assert.notEqual((await sessionOf(hengelo)).mark, mark);
    const [own, other] = [await askTable(enschede), await askTable(hengelo)];
    assert.deepEqual([own.status, other.status], [200, 200]);
    assert.ok(own.text.includes(String(marks.enschede[0])) && !own.text.includes(String(marks.hengelo[0])));
    assert.equal(own.headers.get('cache-control'), 'private, no-store');
    assert.equal((await askTable(enschede, 'zorg')).status, 404);
  });

  it('gives a cookie that no script, no other site and no other host can have or set', async () => {
    const visitor = stage.arrive();
    const answers = [await visitor.ask(`${publicUrl}/session/sign-in?returnTo=${encodeURIComponent(page)}`)];
    answers.push(await signIn(visitor));
    const [pending, session] = answers.map(({ headers }) => headers.getSetCookie());
    assert.match(
      String(pending),
      /^__Host-peilglas-sign-in=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    assert.match(String(session), /^__Host-peilglas=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    for (const { headers } of answers) {
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
    }
  });

  it('tells who is not signed in so, and keeps no answer', async () => {
    const visitor = stage.arrive();
    const answer = await visitor.ask(`${publicUrl}/session`);
    assert.deepEqual(JSON.parse(answer.text), { signedIn: false, name: null, mark: null, error: null });
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.deepEqual(answer.headers.getSetCookie(), []);
  });

  it('lets two tabs of one browser be at the login page at once', async () => {
    const visitor = stage.arrive();
    const [first, second] = [await beginSignIn(visitor), await beginSignIn(visitor, 'https://www.example.org/wonen')];
    const choice = { account: 'beleid-enschede', actie: 'inloggen' };
    for (const [login, back] of [
      [first, page],
      [second, 'https://www.example.org/wonen'],
    ] as const) {
      const answer = await visitor.ask(await visitor.chooseAccount(login, choice), { crossSite: true });
      assert.deepEqual([answer.status, answer.location], [303, back]);
      assert.equal((await sessionOf(visitor)).signedIn, true);
    }
  });

  it('leaves one session when two tabs of a browser have signed in', async () => {
    const visitor = stage.arrive();
    const logins = [await beginSignIn(visitor), await beginSignIn(visitor)];
    const secrets: string[] = [];
    for (const login of logins) {
      const callback = await visitor.chooseAccount(login, { account: 'beleid-enschede', actie: 'inloggen' });
      await visitor.ask(callback, { crossSite: true });
      secrets.push(visitor.cookie(host, sessionCookie) ?? '');
    }
    const known: boolean[] = [];
    for (const secret of secrets) {
      const other = stage.arrive();
      other.setCookie(host, sessionCookie, secret);
      known.push((await sessionOf(other)).signedIn);
    }
    assert.deepEqual(known, [false, true]);
  });

  it('brings who gives up at the login page back, and tells the page so once', async () => {
    const visitor = stage.arrive();
    const callback = await visitor.chooseAccount(await beginSignIn(visitor), { actie: 'annuleren' });
    assert.equal((await visitor.ask(callback, { crossSite: true })).location, page);
    assert.deepEqual(await sessionOf(visitor), { signedIn: false, name: null, mark: null, error: 'cancelled' });
    assert.equal((await sessionOf(visitor)).error, null);
  });

  it('takes a new secret at each sign-in, whatever the browser had before', async () => {
    const visitor = stage.arrive();
    const planted = 'p'.repeat(43);
    visitor.setCookie(host, sessionCookie, planted);
    await signIn(visitor);
    const first = visitor.cookie(host, sessionCookie);
    assert.notEqual(first, planted);
    const callback = await toCallback(visitor, 'beleid-hengelo');
    // The provider is another site, so the cookie does not come along; what was before is over all the same.
    await visitor.ask(callback, { crossSite: true });
    const later = visitor.cookie(host, sessionCookie);
    assert.notEqual(later, first);
    for (const old of [planted, String(first)]) {
      const thief = stage.arrive();
      thief.setCookie(host, sessionCookie, old);
      assert.equal((await askTable(thief)).status, 401);
      assert.equal((await sessionOf(thief)).signedIn, false);
      assert.equal(thief.cookie(host, sessionCookie), undefined);
    }
    assert.equal((await askTable(visitor)).status, 200);
  });

  it('shows itself to the provider by a key instead of a secret', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const named = { alg: 'ES256', kid: 'endpoint-1' };
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), ...named, use: 'sig' }] };
    const privateKeyFile = join(await temporaryFolder(), 'key.json');
    await writeFile(privateKeyFile, JSON.stringify({ ...(await exportJWK(privateKey)), ...named }));
    const provider = await startBackendProvider({ jwks });
    const byKey = await openStage({ privateKeyFile }, {}, provider);
    const visitor = byKey.arrive();
    await signIn(visitor);
    assert.equal((await askTable(visitor)).status, 200);
  });

  it('shows an id and a secret as providers give them out to those too that undo no escapes', async () => {
    const provider = await startBackendProvider();
    const shown: string[] = [];
    provider.server.on('request', ({ headers: { authorization = '' } }) => shown.push(authorization));
    const { arrive } = await openStage({}, {}, provider);
    await signIn(arrive());
    const plain = Buffer.from(`endpoint:${clientSecret}`).toString('base64');
    assert.deepEqual(shown.filter(Boolean), [`Basic ${plain}`]);
  });

  it('shows a secret with any signs to a provider that undoes escapes', async () => {
    const odd = 'Q~1 %2B+&=:!-_.*';
    const { arrive } = await openStage(
      { clientSecretFile: await secretFile(odd) },
      {},
      await startBackendProvider({ clientSecret: odd }),
    );
    const visitor = arrive();
    await signIn(visitor);
    assert.equal((await sessionOf(visitor)).signedIn, true);
  });

  it('signs nobody in whose token is for something else, and tells the page so', async () => {
    const provider = await startBackendProvider();
    const { issuer } = provider;
    const elsewhere = 'https://elders.example.org';
    const issuers = [{ issuer, audience: elsewhere, jwks: `${issuer}/jwks`, claims: { themes: 'themes' } }];
    const { arrive } = await openStage({}, { access: { issuers } }, provider);
    const visitor = arrive();
    assert.equal((await signIn(visitor)).location, page);
    assert.equal(visitor.cookie(host, sessionCookie), undefined);
    assert.deepEqual(await sessionOf(visitor), { signedIn: false, name: null, mark: null, error: 'provider-error' });
  });

  it('calls a visitor nothing whose name the provider does not say', async () => {
    const { arrive } = await openStage({ scope: 'openid', resource: publicUrl });
    const visitor = arrive();
    await signIn(visitor);
    const { mark, ...known } = await sessionOf(visitor);
    assert.ok(mark);
    assert.deepEqual(known, { signedIn: true, name: null, error: null });
  });
});

describe('signing out at the endpoint', () => {
  it('ends the session here and at the provider, and says where to sign out there', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const secret = visitor.cookie(host, sessionCookie);
    const refresh = stage.provider.refreshTokens.at(-1) ?? '';
    const answer = await signOut(visitor);
    const { signOutAt, error } = JSON.parse(answer.text) as { signOutAt: string; error: null };
    assert.equal(error, null);
    const url = new URL(signOutAt);
    assert.equal(url.origin + url.pathname, `${stage.provider.issuer}/session/end`);
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      client_id: 'endpoint',
      post_logout_redirect_uri: 'https://www.example.org/uitgelogd',
    });
    assert.equal(visitor.cookie(host, sessionCookie), undefined);
    visitor.setCookie(host, sessionCookie, String(secret));
    assert.equal((await askTable(visitor)).status, 401);
    const form = { grant_type: 'refresh_token', refresh_token: refresh };
    assert.equal(await askProvider(stage.provider, '/token', form), 400);
  });

  it('takes the header that only a page which may ask can send', async () => {
    const visitor = stage.arrive();
    await signIn(visitor);
    const answer = await visitor.ask(`${publicUrl}/session/sign-out`, { method: 'POST' });
    assert.equal(answer.status, 403);
    assert.equal((await sessionOf(visitor)).signedIn, true);
  });

  it('of who is not signed in changes nothing and fails nobody', async () => {
    const visitor = stage.arrive();
    assert.equal((await signOut(visitor)).status, 200);
    assert.equal((await sessionOf(visitor)).signedIn, false);
  });
});
