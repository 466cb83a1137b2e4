/** The journeys that depend most on the browser, in Firefox; run where it is installed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launchFirefox, withoutFirefox } from '../e2e/support/browser.ts';
import { long } from '../support/long.ts';
import { startBackend } from './support/backend.ts';
import { arrive, openStage } from './support/stage.ts';
import {
  ask,
  chooseAccount,
  holdsNoToken,
  inState,
  openedPopup,
  press,
  signInByRedirect,
  started,
} from './support/steps.ts';

/** Signing in to the intranet, by every way, is always looked at in Firefox too. */
const skip = withoutFirefox || (long ? false : 'npm run test:long has these');

describe('Firefox', { skip }, () => {
  it('signs in by redirect and in a window, with bound tokens, and signs out', async () => {
    await using opened = new AsyncDisposableStack();
    const stage = await openStage(launchFirefox);
    opened.defer(stage.close);
    stage.settings = { dpop: true };
    const visitor = await arrive(stage);
    const page = await visitor.open('/cijfers?region=GM0153#grafiek');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153#grafiek`);
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    await holdsNoToken(stage, visitor, page);
    await page.click('#uit');
    await press(page, 'button[name=logout]');
    await inState(page, 'signed-out');
    await started(page);
    const popup = await openedPopup(page);
    await chooseAccount(popup, 'beleid-hengelo');
    await inState(page, 'signed-in');
    assert.equal(await ask(page, stage.endpoint.origin), 'ok');
    await holdsNoToken(stage, visitor, page);
  });

  it('is signed in by the endpoint, with a cookie that comes along when it must', async () => {
    await using opened = new AsyncDisposableStack();
    const stage = await openStage(launchFirefox);
    opened.defer(stage.close);
    const backend = await startBackend(stage);
    opened.defer(backend.close);
    stage.settings = { cookie: { endpoints: [stage.backend] } };
    const visitor = await arrive(stage);
    const page = await visitor.open('/cijfers?region=GM0153#grafiek');
    await signInByRedirect(page, 'beleid-enschede');
    assert.equal(page.url(), `${stage.site.origin}/cijfers?region=GM0153#grafiek`);
    assert.equal(await page.evaluate((table) => window.peil.ask(table, undefined, ''), backend.table), 'ok');
    await page.click('#uit');
    await press(page, 'button[name=logout]');
    await inState(page, 'signed-out');
  });
});
