/** Pages of the demo whose host has a session of its own, or wants no token in any browser; and WebKit. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { chooseAccount, pause, until } from '../auth/support/steps.ts';
import { close, portOf } from '../auth/support/servers.ts';
import { launchWebKit, missingForWebKit } from '../e2e/support/webkit.ts';
import { latestYouthCare } from './support/source.ts';
import { contextOf, openIntranet, type Intranet } from './support/stage.ts';
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
    const { itAnywhere } = engine;
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

    itAnywhere('with a session of its own hands over tokens, which the page keeps to itself', async () => {
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

    itAnywhere(
      'without tokens in the browser signs in at the endpoint, by a cookie that no script can read',
      async () => {
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
      },
    );

    it('of another site with the page in a frame lets visitors sign in beside it', async () => {
      const { pages } = intranet;
      const host = createServer((_request, response) => {
        const frame = `<iframe src="${pages.origin}/ingelijst" title="Cijfers" width="800" height="600"></iframe>`;
        response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html><title>Site</title>${frame}`);
      });
      // Another site than `localhost`: browsers keep apart what its frames keep.
      host.listen(0, '127.0.0.1');
      await once(host, 'listening');
      const site = `http://127.0.0.1:${portOf(host)}`;
      const tile = `<kpi-tile table="${privateTable}" indicator="jongeren-met-jeugdhulp" region="GM0153"></kpi-tile>`;
      pages.show('/ingelijst', contextOf(intranet, `<session-status></session-status>${tile}`), site);
      pages.show('/terug', contextOf(intranet, ''));
      try {
        const page = await visitor.open(`${site}/`);
        const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
        assert.ok(frame);
        await become(frame, privateTile, 'signed-out');
        const before = await visitor.context.pages();
        await press(frame, `${privateTile} >>> .message button`);
        await chooseAccount(await newPage(visitor, before), 'kort-ingelogd');
        await statusSays(frame, 'Ingelogd als');
        await become(frame, privateTile, 'ready');
        assert.equal((await shown(frame, privateTile, '.figure'))[0], `${latestYouthCare('GM0153')} personen`);
        assert.equal(page.url(), `${site}/`);
        const renewed = intranet.provider.grants.filter((grant) => grant === 'ok').length + 1;
        await until(() => intranet.provider.grants.filter((grant) => grant === 'ok').length >= renewed, 'a renewal');
        await become(frame, privateTile, 'ready');
        await holdsNoToken(intranet, visitor, page);
      } finally {
        await close(host);
      }
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

/** The window that was opened since, when it has gone somewhere. */
async function newPage({ context }: Visitor, before: readonly Page[]): Promise<Page> {
  for (let time = 0; time < 300; time++) {
    const opened = (await context.pages()).find((page) => !before.includes(page));
    // A page on its way elsewhere does not answer.
    const isThere = await opened?.evaluate(() => location.protocol !== 'about:').catch(() => false);
    if (opened && isThere) return opened;
    await pause(100);
  }
  throw new Error('No window opened');
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
