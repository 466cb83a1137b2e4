/** Pages of the demo whose host has a session of its own, or wants no token in any browser; and WebKit. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { chooseAccount, pause } from '../auth/support/steps.ts';
import { launchWebKit, missingForWebKit } from '../e2e/support/webkit.ts';
import { latestYouthCare } from './support/source.ts';
import { openIntranet, type Intranet } from './support/stage.ts';
import {
  become,
  press,
  privateElements,
  privateTable,
  privateTile,
  shown,
  signInButton,
  statusSays,
} from './support/steps.ts';
import { arrive, engines, holdsNoToken, type Visitor } from './support/visitor.ts';

const ownSession = '/intranet/eigen-sessie/';
const withoutTokens = '/intranet/zonder-tokens/?region=GM0153#jeugdhulp';
const missing = missingForWebKit();
let intranet: Intranet;

before(async () => {
  intranet = await openIntranet();
});
after(() => intranet.close());

for (const engine of engines) {
  describe(`a host, ${engine.name}`, { skip: engine.missing }, () => {
    let browser: Browser;
    let visitor: Visitor;

    before(async () => {
      browser = await engine.launch();
    });
    after(() => browser.close());
    beforeEach(async () => {
      visitor = await arrive(browser);
      intranet.endpoint.answered.length = 0;
    });
    afterEach(() => visitor.leave());

    it('with a session of its own hands over tokens, which the page keeps to itself', async () => {
      const page = await visitor.open(intranet.site + ownSession);
      await press(page, 'form button');
      await become(page, privateElements, 'ready');
      assert.equal((await shown(page, privateTile, '.figure'))[0], `${latestYouthCare('GM0153')} personen`);
      const asked = intranet.endpoint.answered.filter(({ path }) => path.includes(privateTable));
      assert.deepEqual(
        asked.map(({ status, path }) => `${status} ${path.split('?')[0] ?? ''}`).sort(),
        ['data', 'metadata'].map((part) => `200 /tables/${privateTable}/${part}`),
      );
      const token = asked[0]?.authorization?.replace('Bearer ', '') ?? '';
      assert.match(token, /^eyJ/);
      assert.ok(!(await page.content()).includes(token) && !visitor.requests.some((each) => each.includes(token)));
      assert.deepEqual(
        visitor.requests.filter((each) => each.includes(intranet.provider.issuer)),
        [],
      );
    });

    it('without tokens in the browser signs in at the endpoint, by a cookie that no script can read', async () => {
      const page = await visitor.open(intranet.site + withoutTokens);
      await become(page, privateElements, 'signed-out');
      await press(page, signInButton);
      await chooseAccount(page, 'beleid-enschede');
      await statusSays(page, 'Ingelogd als Beleidsmedewerker Enschede (demo)');
      await become(page, privateElements, 'ready');
      assert.equal(page.url(), intranet.site + withoutTokens);
      assert.equal((await shown(page, privateTile, '.figure'))[0], `${latestYouthCare('GM0153')} personen`);
      const asked = intranet.endpoint.answered.filter(
        ({ path, status }) => path.includes(privateTable) && status === 200,
      );
      assert.ok(asked.length > 0);
      for (const { authorization, cookie } of asked) {
        assert.equal(authorization, undefined);
        assert.ok(cookie);
      }
      assert.equal(await page.evaluate('document.cookie'), '');
      await holdsNoToken(intranet, visitor, page);
    });

    it('without tokens signs out here, in another tab, and at the endpoint', async () => {
      const first = await visitor.open(intranet.site + withoutTokens);
      await become(first, privateElements, 'signed-out');
      await press(first, signInButton);
      await chooseAccount(first, 'beleid-hengelo');
      await statusSays(first, 'Ingelogd als');
      const second = await visitor.open(intranet.site + withoutTokens);
      // One cookie, so one session for all tabs.
      await statusSays(second, 'Ingelogd als Beleidsmedewerker Hengelo (demo)');
      await become(second, privateElements, 'ready');
      await second.bringToFront();
      await press(second, signInButton);
      await statusSays(first, 'U bent niet ingelogd');
      await become(first, privateElements, 'signed-out');
      for (const words of await shown(first, privateElements)) assert.ok(!words.includes(latestYouthCare('GM0164')));
      await holdsNoToken(intranet, visitor, first);
    });
  });
}

describe('WebKit', { skip: missing ?? false }, () => {
  it('signs in by redirect and shows the figures of its visitor', async () => {
    const webkit = await launchWebKit();
    const lookFor = async (what: string, script: string): Promise<unknown> => {
      for (let time = 0; time < 300; time++) {
        // The page may be replaced while it is asked.
        const found = await webkit.ask(`arguments[arguments.length - 1](${script})`).catch(() => null);
        if (found) return found;
        await pause(100);
      }
      throw new Error(`Waited in vain for ${what}`);
    };
    try {
      await webkit.open(`${intranet.site}/intranet/jeugd?region=GM0153`);
      const tile = `document.querySelector('${privateTile}')`;
      await lookFor(
        'the button',
        `${tile}?.loadState === 'signed-out' && (${tile}.shadowRoot.querySelector('.message button').click(), true)`,
      );
      await lookFor(
        'the login page',
        `(document.querySelector('#beleid-enschede')?.click(), document.querySelector('button[value=inloggen]')?.click(), document.querySelector('#beleid-enschede') !== null)`,
      );
      const figure = await lookFor(
        'the figure',
        `${tile}?.loadState === 'ready' && ${tile}.shadowRoot.querySelector('.figure').textContent.replace(/\\s+/g, ' ').trim()`,
      );
      assert.equal(figure, `${latestYouthCare('GM0153')} personen`);
      assert.equal(await lookFor('the address', 'location.href'), `${intranet.site}/intranet/jeugd?region=GM0153`);
    } finally {
      await webkit.close();
    }
  });
});
