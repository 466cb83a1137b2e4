/** The main job, end to end: the demo as anybody starts it, its page in a real browser, real figures. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accessibilityJourneys } from './journeys/accessibility.ts';
import { dashboardJourneys } from './journeys/dashboards.ts';
import { embeddingJourneys } from './journeys/embedding.ts';
import { exportJourneys } from './journeys/exports.ts';
import { figureJourneys } from './journeys/figures.ts';
import { keyboardJourneys } from './journeys/keyboard.ts';
import { otherBrowserJourneys } from './journeys/other-browsers.ts';
import { outageJourneys } from './journeys/outage.ts';
import { paperJourneys } from './journeys/paper-and-narrow.ts';
import { policyJourneys } from './journeys/policy.ts';
import { quietJourneys } from './journeys/quiet.ts';
import { yearbookJourneys } from './journeys/yearbook.ts';
import { launchChromium, visit } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { settled } from './support/page-content.ts';
import { OtherEngines, type Stage } from './support/stage.ts';

describe('the demo page', () => {
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const engines = new OtherEngines();
  const stage = (): Stage => {
    assert.ok(demo && browser, 'The demo did not start');
    return { demo, browser, firefox: engines.firefox, webkit: engines.webkit };
  };

  before(async () => {
    demo = await startDemo({ published: true });
    browser = await launchChromium();
  });

  after(async () => {
    await engines.close();
    await browser?.close();
    await demo?.stop();
  });

  figureJourneys(stage);
  dashboardJourneys(stage);
  embeddingJourneys(stage);
  exportJourneys(stage);
  quietJourneys(stage);
  keyboardJourneys(stage);
  accessibilityJourneys(stage);
  paperJourneys(stage);
  outageJourneys(stage);
  yearbookJourneys(stage);
  policyJourneys(stage);
  otherBrowserJourneys(stage);

  it('stops by itself when asked to, with a page still open', { timeout: 120_000 }, async () => {
    const { demo, browser } = stage();
    const open = await visit(browser, demo.site);
    await settled(open.page);
    // As browsers do: a connection made in advance, on which nothing is asked.
    const unused = [demo.site, demo.endpoint].map((origin) => connect(Number(new URL(origin).port), 'localhost'));
    await Promise.all(unused.map((connection) => once(connection, 'connect')));
    assert.deepEqual(await demo.stop(), { code: 0, signal: null });
    assert.match(demo.command.said(), /Stopping …\s*$/);
    for (const connection of unused) connection.destroy();
    await open.leave();
  });
});
