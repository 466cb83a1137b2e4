/** Signing in and out with the real provider in a real browser. */
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { faultOfProof } from './support/servers.ts';
import { arrive, openStage, type Stage, type Visitor } from './support/stage.ts';
import {
  ask,
  chooseAccount,
  errorOf,
  holdsNoToken,
  inState,
  openedPopup,
  pause,
  press,
  signInByRedirect,
  started,
  often,
  until,
} from './support/steps.ts';

describe('signing in', () => {
  let stage: Stage;
  let visitor: Visitor;

  before(async () => {
    stage = await openStage();
  });
  after(() => stage.close());
  beforeEach(async () => {
    stage.settings = {};
    visitor = await arrive(stage);
  });
  afterEach(() => visitor.leave());

  it('by redirect: the page is back with a session, and the endpoint gets its token', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(await page.evaluate(() => window.peil.session.user?.name), 'Beleidsmedewerker Enschede (demo)');
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    assert.match(stage.endpoint.asked.at(-1)?.headers.authorization ?? '', /^Bearer eyJ/);
    await holdsNoToken(stage, visitor, page);
    assert.deepEqual(visitor.messages, []);
  });

  it('calls nobody by a code, where the id token has no name', async () => {
    stage.settings = { scope: `openid ${stage.provider.scope}` };
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    assert.deepEqual(await page.evaluate(() => window.peil.session.user), { name: null });
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
  });

  it('loads and asks nothing of it before', async () => {
    const page = await visitor.open('/cijfers');
    await started(page);
    assert.equal(await page.evaluate(() => window.peil.session.state), 'signed-out');
    assert.deepEqual(
      visitor.requests.filter((request) => /oidc|127\.0\.0\.1/.test(request)),
      [],
    );
  });

  for (const redirectUri of ['/terug', '/cijfers']) {
    it(`comes back at exactly the address it left, with answers at ${redirectUri}`, async () => {
      stage.settings = { redirectUri };
      const address = '/cijfers?region=GM0153&period=2020..2023&q=a%20b#grafiek';
      const page = await visitor.open(address);
      await signInByRedirect(page, 'beleid-enschede');
      assert.equal(page.url(), stage.site.origin + address);
      // Before elements read it: as soon as the session was started.
      assert.equal(await page.evaluate(() => window.addressAfterStart), stage.site.origin + address);
      await holdsNoToken(stage, visitor, page);
    });
  }

  it('comes back by a page for answers that knows other endpoints', async () => {
    stage.settings = { redirectUri: '/terug' };
    stage.settingsAt.set('/terug', { endpoints: [stage.hostile.origin] });
    try {
      const page = await visitor.open('/cijfers?region=GM0153');
      await signInByRedirect(page, 'beleid-enschede');
      assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153`);
      assert.equal(await ask(page, stage.endpoint.origin), 'ok');
      await holdsNoToken(stage, visitor, page);
    } finally {
      stage.settingsAt.clear();
    }
  });

  it('does not go elsewhere, whatever is in storage', async () => {
    stage.settings = { redirectUri: '/terug' };
    const page = await visitor.open('/cijfers');
    await started(page);
    const { issuer, clientId } = stage.provider;
    const pending = {
      id: 'x',
      issuer,
      clientId,
      session: [stage.endpoint.origin, stage.redirecting.origin].sort().join(' '),
      returnTo: `${stage.hostile.origin}/weg`,

      entry: '{}',
    };
    await page.evaluate((kept) => sessionStorage.setItem('peilglas.sign-in', kept), JSON.stringify(pending));
    await page.goto(`${stage.site.origin}/terug?state=x&code=y`);
    await inState(page, 'signed-out');
    assert.equal(page.url(), `${stage.site.origin}/terug`);
    assert.equal(await errorOf(page), 'answer-invalid');
    await holdsNoToken(stage, visitor, page);
  });

  it('leaves alone an answer that it did not ask for', async () => {
    const page = await visitor.open('/cijfers?code=stolen&state=unknown');
    await started(page);
    assert.equal(await page.evaluate(() => window.peil.session.state), 'signed-out');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?code=stolen&state=unknown`);
    assert.deepEqual(
      visitor.requests.filter((request) => request.includes('127.0.0.1')),
      [],
    );
  });

  it('in a window: the page stays as it was', async () => {
    stage.settings = { redirectUri: '/terug' };
    const page = await visitor.open('/cijfers?region=GM0153#grafiek');
    await started(page);
    await page.evaluate(() => (document.title = 'Zelfde pagina'));
    const popup = await openedPopup(page);
    await chooseAccount(popup, 'onderzoek-twente');
    await inState(page, 'signed-in');
    assert.equal(await page.title(), 'Zelfde pagina');
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    assert.deepEqual(await page.evaluate(() => window.peil.errors), ['ok']);
    assert.ok(popup.isClosed());
    await holdsNoToken(stage, visitor, page);
  });

  it('in a window that the provider cuts off from the page looks given up, and is taken up all the same', async () => {
    const cut = (_request: unknown, response: ServerResponse): void => {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    };
    stage.provider.server.prependListener('request', cut);
    try {
      stage.settings = { redirectUri: '/terug' };
      const page = await visitor.open('/cijfers');
      await started(page);
      const popup = await openedPopup(page);
      await popup.waitForSelector('#onderzoek-twente');
      await page.waitForFunction(() => window.peil.session.error?.code === 'cancelled', often);
      await chooseAccount(popup, 'onderzoek-twente');
      await inState(page, 'signed-in');
      assert.equal(await errorOf(page), null);
      assert.equal(await ask(page, stage.endpoint.origin), 'ok');
      await until(() => popup.isClosed(), 'the window to close');
    } finally {
      stage.provider.server.off('request', cut);
    }
  });

  it('in a window that is asked for twice goes on in the one there is', async () => {
    stage.settings = { redirectUri: '/terug' };
    const page = await visitor.open('/cijfers');
    await started(page);
    const popup = await openedPopup(page);
    await popup.waitForSelector('#onderzoek-twente');
    await page.bringToFront();
    await page.click('#popup');
    await chooseAccount(popup, 'onderzoek-twente');
    await inState(page, 'signed-in');
    await page.waitForFunction(() => window.peil.errors.length === 2, often);
    assert.deepEqual(await page.evaluate(() => window.peil.errors), ['ok', 'ok']);
    assert.deepEqual(await page.evaluate(() => window.peil.states), ['signing-in', 'signed-in']);
  });

  it('in a window opens another one where the page is in a window that was for signing in or out', async () => {
    stage.settings = { redirectUri: '/terug' };
    const page = await visitor.open('/cijfers?region=GM0153');
    await started(page);
    await page.evaluate(() => (window.name = 'peilglas-sign-in'));
    const popup = await openedPopup(page);
    await chooseAccount(popup, 'onderzoek-twente');
    await inState(page, 'signed-in');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153`);
    assert.ok(popup.isClosed());
  });

  it('for one of two endpoints is for that one, and the other costs one press more', async () => {
    stage.settings = { second: { endpoints: [stage.hostile.origin] } };
    const page = await visitor.open('/cijfers?region=GM0153');
    await started(page);
    await page.click('#tweede');
    await chooseAccount(page, 'beleid-hengelo');
    await inState(page, 'signed-in', 'second');
    await inState(page, 'signed-out');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153`);
  });

  it('in a window that the browser blocks says so, and a redirect still works', async () => {
    stage.settings = { atStart: 'popup' };
    const page = await visitor.open('/cijfers');
    await started(page);
    assert.deepEqual(await page.evaluate(() => window.peil.errors), ['popup-blocked']);
    assert.equal(await page.evaluate(() => window.peil.session.state), 'signed-out');
    stage.settings = {};
    await signInByRedirect(page, 'beleid-enschede');
    await holdsNoToken(stage, visitor, page);
  });

  it('in a window that is closed is cancelled', async () => {
    stage.settings = { redirectUri: '/terug' };
    const page = await visitor.open('/cijfers');
    await started(page);
    const popup = await openedPopup(page);
    await popup.waitForSelector('#beleid-enschede');
    await popup.close();
    await page.waitForFunction(() => window.peil.errors.length > 0, often);
    assert.deepEqual(await page.evaluate(() => window.peil.errors), ['cancelled']);
    assert.deepEqual(await page.evaluate(() => window.peil.states), ['signing-in', 'signed-out cancelled']);
    await holdsNoToken(stage, visitor, page);
  });

  it('that is cancelled on the login page leaves everything as it was', async () => {
    const page = await visitor.open('/cijfers?region=GM0153#grafiek');
    await started(page);
    await page.click('#redirect');
    await press(page, 'button[value=annuleren]');
    await inState(page, 'signed-out');
    assert.equal(await errorOf(page), 'cancelled');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153#grafiek`);
    await holdsNoToken(stage, visitor, page);
  });

  it('that is left with the back button is over', async () => {
    const page = await visitor.open('/cijfers?region=GM0153');
    await started(page);
    await page.click('#redirect');
    await page.waitForSelector('button[value=annuleren]');
    await page.goBack();
    await inState(page, 'signed-out');
    await holdsNoToken(stage, visitor, page);
    await signInByRedirect(page, 'beleid-enschede');
  });

  it('is not replayed by the back button', async () => {
    const page = await visitor.open('/cijfers?region=GM0153');
    await signInByRedirect(page, 'beleid-enschede');
    const codes = stage.provider.grants.length;
    await page.goBack();
    assert.match(await page.$eval('h1', (heading) => heading.textContent), /lukt niet/);
    await page.goForward();
    await page.waitForSelector('html[data-started]');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153`);
    assert.ok(stage.provider.grants.slice(codes).every((outcome) => outcome === 'ok'));
    await holdsNoToken(stage, visitor, page);
  });

  it('says that the provider cannot be reached, before leaving the page', async () => {
    const page = await visitor.open('/cijfers');
    await started(page);
    await stage.provider.close();
    await page.click('#redirect');
    await page.waitForFunction(() => window.peil.errors.length > 0, often);
    assert.deepEqual(await page.evaluate(() => window.peil.errors), ['provider-unreachable']);
    await stage.provider.listen();
    await signInByRedirect(page, 'beleid-enschede');
  });

  it('without a login page works where the provider knows the visitor, and asks nothing where it does not', async () => {
    stage.settings = { silentSignIn: true };
    const stranger = await visitor.open('/cijfers?region=GM0153');
    await inState(stranger, 'signed-out');
    assert.equal(await errorOf(stranger), 'sign-in-needed');
    assert.equal(stranger.url(), `${stage.site.origin}/cijfers?region=GM0153`);
    await signInByRedirect(stranger, 'beleid-enschede');
    await stranger.reload();
    await inState(stranger, 'signed-in');
    await holdsNoToken(stage, visitor, stranger);
  });

  for (const knows of [false, true]) {
    it(`without a login page is tried once a visit for two endpoints, by a provider that ${knows ? 'knows' : 'does not know'} the visitor`, async () => {
      if (knows) await signInByRedirect(await visitor.open('/cijfers'), 'beleid-enschede');
      stage.settings = { silentSignIn: true, second: { endpoints: [stage.hostile.origin] } };
      const start = visitor.requests.length;
      const page = await visitor.open('/cijfers');
      await started(page);
      await inState(page, knows ? 'signed-in' : 'signed-out');
      await inState(page, 'signed-out', 'second');
      // A second attempt would have left the page at once.
      await pause(500);
      const asked = visitor.requests.slice(start).filter((request) => request.includes('/auth?'));
      assert.equal(asked.length, 1, asked.join('\n'));
    });
  }

  it('without a login page is tried once a visit by two versions of us on a page', async () => {
    await signInByRedirect(await visitor.open('/cijfers'), 'beleid-enschede');
    stage.settings = {
      silentSignIn: true,
      otherVersion: '/script/other-auth.js',
      second: { endpoints: [stage.hostile.origin] },
    };
    const start = visitor.requests.length;
    const page = await visitor.open('/cijfers');
    await started(page);
    await inState(page, 'signed-in');
    // A second attempt would have left the page at once.
    await pause(500);
    await inState(page, 'signed-out', 'second');
    const asked = visitor.requests.slice(start).filter((request) => request.includes('/auth?'));
    assert.equal(asked.length, 1, asked.join('\n'));
  });

  it('gives no other origin a token, nor one that an endpoint redirects to', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(await ask(page, stage.hostile.origin), 'signed-out');
    assert.equal(await ask(page, stage.redirecting.origin), 'network');
    const addresses = [stage.hostile.origin, `${stage.endpoint.origin}@${new URL(stage.hostile.origin).host}`];
    for (const endpoint of addresses) {
      const given = await page.evaluate(
        (address, own) =>
          window.peil.session.getToken({ endpoint: address, reason: 'initial', url: new URL(own), method: 'GET' }),
        endpoint,
        stage.endpoint.origin,
      );
      assert.equal(given, null);
    }
    assert.ok(stage.hostile.asked.length > 0);
    await holdsNoToken(stage, visitor, page);
  });

  for (const minutes of [-10, 0, 10]) {
    it(`binds tokens to a key, on a machine whose clock is ${minutes} minutes wrong`, async () => {
      stage.settings = { dpop: true };
      const page = await visitor.open('/cijfers', { clock: minutes * 60_000 });
      await signInByRedirect(page, 'beleid-enschede');
      for (let time = 0; time < 2; time++) assert.equal(await ask(page, stage.endpoint.origin), 'ok');
      const proven = stage.endpoint.asked.filter(({ headers }) => headers.dpop !== undefined).slice(-2);
      assert.equal(new Set(proven.map(({ headers }) => headers.dpop)).size, 2);
      for (const asked of proven) assert.equal(faultOfProof(asked, stage.endpoint.origin), null);
      await holdsNoToken(stage, visitor, page);
    });
  }
});
