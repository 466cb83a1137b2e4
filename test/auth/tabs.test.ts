/** Several tabs, several people, several providers; and the end of a session. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { patience } from '../e2e/support/browser.ts';
import { renewElsewhere, revoke, startProvider } from './support/provider.ts';
import { arrive, openStage, redirectUrisOf, type Stage, type Visitor } from './support/stage.ts';
import {
  ask,
  chooseAccount,
  errorOf,
  holdsNoToken,
  inState,
  press,
  signInAgain,
  signInByRedirect,
  started,
  often,
} from './support/steps.ts';

describe('signing out', () => {
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

  /** Two tabs of one visitor, both signed in. */
  async function twoTabs(): Promise<readonly [Page, Page]> {
    const first = await visitor.open('/cijfers');
    await signInByRedirect(first, 'beleid-enschede');
    const second = await visitor.open('/cijfers?region=GM0153');
    await signInAgain(second);
    return [first, second];
  }

  it('is heard by all tabs at once and by the provider', async () => {
    const [first, second] = await twoTabs();
    const tokens = stage.provider.refreshTokens.slice(-2);
    await second.bringToFront();
    await second.click('#uit');
    await inState(first, 'signed-out');
    assert.equal(await first.evaluate(() => window.peil.session.user), null);
    assert.equal(await ask(first, stage.endpoint.origin), 'signed-out');
    await holdsNoToken(stage, visitor, first);
    await press(second, 'button[name=logout]');
    await inState(second, 'signed-out');
    for (const token of tokens) assert.equal(await renewElsewhere(stage.provider, token), 400);
    await holdsNoToken(stage, visitor, second);
    // The provider does not know the visitor any more.
    await second.click('#redirect');
    await chooseAccount(second, 'beleid-hengelo');
    await inState(second, 'signed-in');
  });

  it('in a window leaves the page where it is', async () => {
    stage.settings = { display: 'popup' };
    const page = await visitor.open('/cijfers?region=GM0153');
    await signInByRedirect(page, 'beleid-enschede');
    const [popup] = await Promise.all([
      new Promise<Page | null>((resolve) => page.once('popup', resolve)),
      page.click('#uit'),
    ]);
    assert.ok(popup);
    popup.setDefaultTimeout(patience);
    await popup.waitForSelector('button[name=logout]');
    assert.equal(await page.evaluate(() => window.peil.session.state), 'signed-out');
    await Promise.all([new Promise((resolve) => popup.once('close', resolve)), press(popup, 'button[name=logout]')]);
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153`);
    await holdsNoToken(stage, visitor, page);
  });

  it('works here and in all tabs when the provider cannot be reached, and says so', async () => {
    const [first, second] = await twoTabs();
    await stage.provider.close();
    await second.bringToFront();
    await second.click('#uit');
    await inState(first, 'signed-out');
    await second.waitForFunction(() => window.peil.errors.length > 0, often);
    assert.deepEqual(await second.evaluate(() => window.peil.errors), ['provider-unreachable']);
    assert.equal(await second.evaluate(() => window.peil.session.state), 'signed-out');
    await stage.provider.listen();
    for (const page of [first, second]) await holdsNoToken(stage, visitor, page);
  });

  it('holds for a page that the back button brings back as it was', async () => {
    const [first, second] = await twoTabs();
    await first.goto(`${stage.site.origin}/elders`);
    await started(first);
    await second.bringToFront();
    await second.click('#uit');
    await second.waitForSelector('button[name=logout]');
    await first.goBack();
    await inState(first, 'signed-out');
    assert.equal(await ask(first, stage.endpoint.origin), 'signed-out');
    await holdsNoToken(stage, visitor, first);
  });

  it('somewhere else shows as soon as the back button brings back a page as it was', async () => {
    const page = await visitor.open('/cijfers');
    await signInByRedirect(page, 'beleid-enschede');
    await page.goto(`${stage.site.origin}/elders`);
    await started(page);
    await revoke(stage.provider, stage.provider.refreshTokens.at(-1) ?? '');
    await page.goBack();
    await inState(page, 'signed-out');
    assert.equal(await page.evaluate(() => window.peil.session.user), null);
  });
});

describe('tabs', () => {
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

  it('hear that somebody signed in in another, and ask for nothing themselves', async () => {
    const first = await visitor.open('/cijfers');
    await started(first);
    const second = await visitor.open('/cijfers');
    await signInByRedirect(second, 'beleid-enschede');
    await first.waitForFunction(() => window.peil.session.signedInElsewhere, often);
    assert.deepEqual(await first.evaluate(() => window.peil.states), ['signed-out']);
    assert.equal(await ask(first, stage.endpoint.origin), 'signed-out');
    await first.bringToFront();
    await signInAgain(first);
    assert.equal(await first.evaluate(() => window.peil.session.signedInElsewhere), false);
  });

  it('give up what was private when somebody else signs in in another', async () => {
    const first = await visitor.open('/cijfers');
    await signInByRedirect(first, 'beleid-enschede');
    // Signed out at the provider by another site, which nobody here heard of.
    const elsewhere = await visitor.context.newPage();
    elsewhere.setDefaultTimeout(patience);
    await elsewhere.goto(`${stage.provider.issuer}/session/end`);
    await press(elsewhere, 'button[name=logout]');
    await elsewhere.waitForFunction(() => document.title.startsWith('U bent uitgelogd'), often);
    await elsewhere.close();
    const second = await visitor.open('/cijfers');
    await signInByRedirect(second, 'beleid-hengelo');
    await inState(first, 'signed-out');
    assert.equal(await first.evaluate(() => window.peil.session.user), null);
  });

  it('keep two providers on one page apart', async () => {
    const other = await startProvider(redirectUrisOf(stage.site.origin), stage.hostile.origin);
    try {
      stage.settings = {
        second: { issuer: other.issuer, resource: stage.hostile.origin, endpoints: [stage.hostile.origin] },
      };
      const page = await visitor.open('/cijfers?region=GM0153#grafiek');
      await started(page);
      await page.click('#tweede');
      await chooseAccount(page, 'beleid-hengelo');
      await inState(page, 'signed-in', 'second');
      assert.deepEqual(
        await page.evaluate(() => [window.peil.session.state, window.peil.second?.user?.name, location.href]),
        ['signed-out', 'Beleidsmedewerker Hengelo (demo)', `${stage.site.origin}/cijfers?region=GM0153#grafiek`],
      );
      assert.equal(await ask(page, stage.endpoint.origin), 'signed-out');
      assert.equal(await errorOf(page), null);
    } finally {
      await other.close();
    }
  });
});
