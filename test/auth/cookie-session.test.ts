/** A session that the endpoint keeps: real endpoint, real provider, real browser. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { patience } from '../e2e/support/browser.ts';
import { startBackend, type Backend } from './support/backend.ts';
import { arrive, openStage, type Stage, type Visitor } from './support/stage.ts';
import { chooseAccount, errorOf, inState, often, press, signInByRedirect, started } from './support/steps.ts';

const address = '/cijfers?region=GM0153&q=a%20b#grafiek';

describe('a session that the endpoint keeps', () => {
  let stage: Stage;
  let backend: Backend;
  let visitor: Visitor;
  const opened = new AsyncDisposableStack();

  before(async () => {
    stage = await openStage();
    opened.defer(stage.close);
    backend = await startBackend(stage);
    // Some tests put another in its place.
    opened.defer(() => backend.close());
  });
  after(() => opened.disposeAsync());
  beforeEach(async () => {
    stage.settings = { cookie: { endpoints: [stage.backend] } };
    stage.hostile.asked.length = 0;
    visitor = await arrive(stage);
  });
  afterEach(() => visitor.leave());

  const ask = (page: Page): Promise<string> =>
    page.evaluate((table) => window.peil.ask(table, undefined, ''), backend.table);
  const statesOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.peil.states);

  async function holdsNothing(page: Page): Promise<void> {
    const kept: unknown = await page.evaluate(`(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      databases: (await indexedDB.databases()).length,
    }))()`);
    assert.deepEqual(kept, { local: 0, session: 0, cookie: '', databases: 0 });
    const places = [await page.content(), page.url(), ...visitor.messages, ...visitor.requests];
    for (const token of stage.provider.tokens) assert.ok(!places.some((place) => place.includes(token)));
  }

  it('brings the visitor back where they were, and their figures come by a cookie that no script sees', async () => {
    const page = await visitor.open(address);
    await started(page);
    assert.equal(await ask(page), 'signed-out');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(page.url(), stage.site.origin + address);
    assert.equal(await page.evaluate(() => window.peil.session.user?.name), 'Beleidsmedewerker Enschede (demo)');
    assert.equal(await ask(page), 'ok');
    const cookies = await visitor.context.cookies();
    const own = cookies.filter(({ domain, name }) => domain === 'localhost' && name === 'peilglas');
    assert.deepEqual(
      own.map(({ httpOnly, sameSite, path, session }) => ({ httpOnly, sameSite, path, session })),
      [{ httpOnly: true, sameSite: 'Strict', path: '/', session: true }],
    );
    await holdsNothing(page);
    assert.deepEqual(
      visitor.messages.filter((message) => !message.includes('401')),
      [],
    );
  });

  it('is there again after a reload, without asking anybody to sign in', async () => {
    const page = await visitor.open(address);
    await signInByRedirect(page, 'beleid-enschede');
    await page.reload();
    await inState(page, 'signed-in');
    assert.deepEqual(await statesOf(page), ['signed-in']);
    assert.equal(await ask(page), 'ok');
  });

  it('sends its cookie and header to its endpoints only', async () => {
    const page = await visitor.open(address);
    await signInByRedirect(page, 'beleid-enschede');
    const other = await page.evaluate((endpoint) => window.peil.ask(endpoint), stage.hostile.origin);
    assert.equal(other, 'signed-out');
    assert.ok(stage.hostile.asked.length > 0);
    for (const { headers } of stage.hostile.asked)
      assert.deepEqual([headers.cookie, headers['x-requested-by']], [undefined, undefined]);
  });

  it('is of no use to a page of another origin, nor to a form, image or link', async () => {
    const page = await visitor.open(address);
    await signInByRedirect(page, 'beleid-enschede');
    // Another port is the same site to the browser, which sends the cookie; the endpoint does not know it.
    const other = await visitor.context.newPage();
    other.setDefaultTimeout(patience);
    await other.goto(stage.hostile.origin);
    const asking = (from: Page): Promise<readonly string[]> =>
      from.evaluate(async (table) => {
        const ask = (headers: Record<string, string>): Promise<string> =>
          fetch(table, { credentials: 'include', headers }).then(
            ({ status }) => String(status),
            () => 'refused',
          );
        return [await ask({}), await ask({ 'X-Requested-By': 'peilglas' })];
      }, backend.table);
    assert.deepEqual(await asking(page), ['401', '200']);
    assert.deepEqual(await asking(other), ['refused', 'refused']);
    const straight = await page.goto(backend.table);
    assert.equal(straight?.status(), 401);
  });

  it('is heard to begin and to end by all tabs, which are in it too', async () => {
    const [first, second] = [await visitor.open(address), await visitor.open('/cijfers')];
    await started(first);
    await signInByRedirect(second, 'beleid-enschede');
    await inState(first, 'signed-in');
    assert.equal(await first.evaluate(() => window.peil.session.user?.name), 'Beleidsmedewerker Enschede (demo)');
    assert.equal(await ask(first), 'ok');
    await second.bringToFront();
    await second.click('#uit');
    await inState(first, 'signed-out');
    assert.equal(await first.evaluate(() => window.peil.session.user), null);
    assert.equal(await ask(first), 'signed-out');
    // At the provider too, and back.
    await press(second, 'button[name=logout]');
    await inState(second, 'signed-out');
    assert.equal(second.url(), `${stage.site.origin}/cijfers`);
    await second.click('#redirect');
    await chooseAccount(second, 'beleid-hengelo');
    await inState(second, 'signed-in');
    for (const page of [first, second]) await holdsNothing(page);
  });

  it('of somebody else takes what was private from every tab before it shows theirs', async () => {
    const first = await visitor.open(address);
    await signInByRedirect(first, 'beleid-enschede');
    const elsewhere = await visitor.context.newPage();
    elsewhere.setDefaultTimeout(patience);
    await elsewhere.goto(`${stage.provider.issuer}/session/end`);
    await press(elsewhere, 'button[name=logout]');
    await elsewhere.waitForFunction(() => document.title.startsWith('U bent uitgelogd'), often);
    await elsewhere.close();
    const second = await visitor.open('/cijfers');
    await inState(second, 'signed-in');
    await second.click('#redirect');
    await chooseAccount(second, 'beleid-hengelo');
    await inState(second, 'signed-in');
    await first.waitForFunction(() => window.peil.session.user?.name?.includes('Hengelo'), often);
    assert.deepEqual((await statesOf(first)).slice(-2), ['signed-out', 'signed-in']);
  });

  it('that is over says so as soon as the endpoint refuses it, and can begin again', async () => {
    const page = await visitor.open(address);
    await signInByRedirect(page, 'beleid-enschede');
    await backend.close();
    backend = await startBackend(stage);
    const outcomes = await page.evaluate(
      (table) => Promise.all(Array.from({ length: 5 }, () => window.peil.ask(table, undefined, ''))),
      backend.table,
    );
    assert.deepEqual([...new Set(outcomes)], ['signed-out']);
    assert.deepEqual((await statesOf(page)).slice(-1), ['expired renewal-refused']);
    assert.equal(await page.evaluate(() => window.peil.session.user?.name), 'Beleidsmedewerker Enschede (demo)');
    await page.click('#redirect');
    await inState(page, 'signed-in');
    assert.equal(await ask(page), 'ok');
  });

  it('comes back with what went wrong: given up, or a provider that is away', async () => {
    const page = await visitor.open(address);
    await started(page);
    await page.click('#redirect');
    await press(page, 'button[value=annuleren]');
    await inState(page, 'signed-out');
    assert.equal(page.url(), stage.site.origin + address);
    assert.equal(await errorOf(page), 'cancelled');
    await page.reload();
    await started(page);
    assert.equal(await errorOf(page), null);
    await backend.close();
    backend = await startBackend(stage);
    await stage.provider.close();
    try {
      await page.click('#redirect');
      await inState(page, 'signed-out');
      assert.equal(await errorOf(page), 'provider-unreachable');
      assert.equal(page.url(), stage.site.origin + address);
    } finally {
      await stage.provider.listen();
      await backend.close();
      backend = await startBackend(stage);
    }
  });

  it('cannot be asked for while the endpoint is away: nobody is signed in, and the page hears why', async () => {
    await backend.close();
    try {
      const page = await visitor.open(address);
      await inState(page, 'signed-out');
      assert.equal(await errorOf(page), 'provider-unreachable');
      await page.click('#uit');
      await page.waitForFunction(() => window.peil.errors.length > 0, often);
      assert.deepEqual(await page.evaluate(() => window.peil.errors), ['provider-unreachable']);
    } finally {
      backend = await startBackend(stage);
    }
  });

  it('that ended elsewhere shows as soon as the back button brings back a page as it was', async () => {
    const page = await visitor.open(address);
    await signInByRedirect(page, 'beleid-enschede');
    await page.goto(`${stage.site.origin}/elders`);
    await started(page);
    await visitor.context.deleteCookie(...(await visitor.context.cookies()).filter(({ name }) => name === 'peilglas'));
    await page.goBack();
    await inState(page, 'signed-out');
    assert.equal(await page.evaluate(() => window.peil.session.user), null);
  });

  it('is looked for in silence without leaving the page', async () => {
    const page = await visitor.open(address);
    await started(page);
    const silent = (): Promise<string> =>
      page.evaluate(() =>
        window.peil.session.signIn({ silent: true }).then(
          () => 'ok',
          (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'strange'),
        ),
      );
    assert.equal(await silent(), 'sign-in-needed');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(await silent(), 'ok');
    assert.equal(page.url(), stage.site.origin + address);
  });
});
