/** Signing in on the demo's intranet, in Chromium and Firefox, with cookies of third parties blocked. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { chooseAccount, often } from '../auth/support/steps.ts';
import { contextOf, openIntranet, type Intranet } from './support/stage.ts';
import { latestYouthCare } from './support/source.ts';
import {
  become,
  openWindow,
  press,
  privateElements,
  privateTable,
  privateTile,
  publicElements,
  shown,
  signIn,
  signInButton,
  statesOf,
  statusSays,
} from './support/steps.ts';
import { arrive, engines, holdsNoToken, type OpenOptions, type Visitor } from './support/visitor.ts';

const deepLink = '/intranet/jeugd?region=GM0153#jeugdhulp';
const enschede = 'Ingelogd als Beleidsmedewerker Enschede (demo)';
const signInHere = 'Log in om deze cijfers te zien';
const elementButton = `${privateTile} >>> .message button`;
const inWindow = '/intranet/jeugd?inloggen=venster';

/** What a browser answers that blocks a window; a driver's clicks are always taken for those of a person. */
const blocksWindows = 'window.open = () => null;';

for (const engine of engines) {
  describe(`signing in, ${engine.name}`, { skip: engine.missing }, () => {
    const { itAnywhere } = engine;
    let intranet: Intranet;
    let browser: Browser;
    let visitor: Visitor;

    before(async () => {
      intranet = await openIntranet();
      browser = await engine.launch();
    });
    after(async () => {
      try {
        await browser.close();
      } finally {
        await intranet.close();
      }
    });
    beforeEach(async () => {
      visitor = await arrive(browser);
      intranet.endpoint.answered.length = 0;
    });
    afterEach(() => visitor.leave());

    const open = (path: string, options?: OpenOptions): Promise<Page> => visitor.open(intranet.site + path, options);
    /** Questions about the tables of the page, without those that were only refused. */
    const asked = (): readonly string[] =>
      intranet.endpoint.answered.filter(({ status }) => status === 200).map(({ path }) => path.split('?')[0] ?? '');

    itAnywhere(
      'by redirect, from an element on a page that was linked to: back at exactly that place, with the figures',
      async () => {
        const page = await open(deepLink);
        await become(page, privateElements, 'signed-out');
        await become(page, publicElements, 'ready');
        for (const words of await shown(page, privateElements)) assert.ok(words.includes(signInHere), words);
        await press(page, elementButton);
        await chooseAccount(page, 'beleid-enschede');
        await statusSays(page, enschede);
        await become(page, privateElements, 'ready');
        await become(page, publicElements, 'ready');
        assert.equal(page.url(), intranet.site + deepLink);
        const [figure] = await shown(page, privateTile, '.figure');
        assert.equal(figure, `${latestYouthCare('GM0153')} personen`);
        await holdsNoToken(intranet, visitor, page);
        assert.deepEqual(
          visitor.messages.filter((message) => !message.includes('401')),
          [],
        );
      },
    );

    itAnywhere('by redirect asks for each table once after the visitor is back', async () => {
      const page = await open(deepLink);
      await become(page, privateElements, 'signed-out');
      await become(page, publicElements, 'ready');
      intranet.endpoint.answered.length = 0;
      await signIn(page, 'beleid-enschede');
      await become(page, publicElements, 'ready');
      const all = intranet.endpoint.answered.map(({ path }) => path.split('?')[0] ?? '');
      assert.deepEqual([...all].sort(), [...new Set(all)].sort());
      assert.ok(all.includes(`/tables/${privateTable}/data`));
    });

    itAnywhere('in a window leaves the page as it is, and fetches only what was not public', async () => {
      const page = await open(inWindow);
      await become(page, privateElements, 'signed-out');
      await become(page, publicElements, 'ready');
      await page.evaluate('window.marked = true');
      intranet.endpoint.answered.length = 0;
      const popup = await openWindow(page, elementButton);
      await chooseAccount(popup, 'beleid-enschede');
      await statusSays(page, enschede);
      await become(page, privateElements, 'ready');
      assert.equal(await page.evaluate('window.marked'), true);
      assert.deepEqual([...new Set(asked())].sort(), [
        `/tables/${privateTable}/data`,
        `/tables/${privateTable}/metadata`,
      ]);
      await holdsNoToken(intranet, visitor, page);
    });

    it('in a window that the browser blocks says so, and the next press goes there in the page itself', async () => {
      const page = await open(inWindow, { script: blocksWindows });
      await become(page, privateElements, 'signed-out');
      await become(page, publicElements, 'ready');
      await press(page, elementButton);
      await statusSays(page, 'Uw browser hield het inlogvenster tegen');
      await become(page, privateElements, 'signed-out');
      const [words] = await shown(page, privateTile);
      assert.match(words ?? '', /Uw browser hield het inlogvenster tegen\. Probeer het opnieuw\./);
      await press(page, elementButton);
      await chooseAccount(page, 'beleid-enschede');
      await statusSays(page, enschede);
      assert.equal(page.url(), intranet.site + inWindow);
      await holdsNoToken(intranet, visitor, page);
    });

    for (const how of ['cancelled on the login page', 'closed'] as const) {
      itAnywhere(`in a window that is ${how} leaves all as it was`, async () => {
        const page = await open(inWindow);
        await become(page, privateElements, 'signed-out');
        const before = await shown(page, privateTile);
        const popup = await openWindow(page, signInButton);
        await popup.waitForSelector('button[value=annuleren]');
        await statusSays(page, 'Bezig met inloggen');
        if (how === 'closed') await popup.close();
        else await popup.click('button[value=annuleren]');
        await statusSays(page, 'U bent niet ingelogd');
        assert.deepEqual(await shown(page, privateTile), before);
        await holdsNoToken(intranet, visitor, page);
      });
    }

    itAnywhere('by redirect that is cancelled comes back to the page as it was', async () => {
      const page = await open(deepLink);
      await become(page, privateElements, 'signed-out');
      await press(page, signInButton);
      await press(page, 'button[value=annuleren]');
      await become(page, privateElements, 'signed-out');
      await become(page, publicElements, 'ready');
      assert.equal(page.url(), intranet.site + deepLink);
      await statusSays(page, 'U bent niet ingelogd');
      await holdsNoToken(intranet, visitor, page);
    });

    itAnywhere(
      'with an account without themes shows public figures only, and does not tell whether a table exists',
      async () => {
        const { pages, endpoint, provider } = intranet;
        pages.show(
          '/terug',
          contextOf(
            intranet,
            `<session-status></session-status><kpi-tile table="${privateTable}"></kpi-tile>
          <kpi-tile table="bestaat-niet"></kpi-tile><kpi-tile table="bevolking" region="GM0153"></kpi-tile>`,
          ),
        );
        const page = await visitor.open(`${pages.origin}/terug`);
        await become(page, '[table]:not([table=bevolking])', 'signed-out');
        await press(page, signInButton);
        await chooseAccount(page, 'zonder-thema');
        await statusSays(page, 'Ingelogd als Medewerker zonder thema’s (demo)');
        await become(page, '[table]:not([table=bevolking])', 'not-found');
        await become(page, '[table=bevolking]', 'ready');
        const [theirs, nobodys] = await shown(page, '[table]:not([table=bevolking])');
        assert.equal(theirs, nobodys);
        const answers = endpoint.answered.filter(({ status, path }) => status === 404 && path.includes('metadata'));
        const bodies = answers.map(({ body }) => body.replaceAll(/jeugdhulp-synthetisch|bestaat-niet/g, 'ID'));
        assert.ok(bodies.length >= 2);
        assert.deepEqual([...new Set(bodies)].length, 1);
        assert.ok(provider.tokens.size > 0);
        await holdsNoToken(intranet, visitor, page);
      },
    );

    it('and going back and forth through the history shows no error and leaves no token', async () => {
      const page = await open('/intranet/');
      await become(page, 'kpi-tile[table="bevolking"]', 'ready');
      await page.goto(intranet.site + deepLink);
      await become(page, privateElements, 'signed-out');
      await signIn(page, 'beleid-enschede');
      await page.goto(`${intranet.site}/intranet/bevolking`);
      await become(page, 'kpi-tile[table="bevolking"]', 'ready');
      // A page that was kept as it was tells the driver nothing of its return.
      await page.evaluate(() => {
        history.back();
      });
      await page.waitForFunction((hash) => location.hash === hash, often, new URL(deepLink, intranet.site).hash);
      await become(page, publicElements, 'ready');
      const states = new Set(await statesOf(page, privateElements));
      assert.equal(
        states.size > 0 && [...states].every((state) => /ready|signed-out/.test(state)),
        true,
        [...states].join(),
      );
      await holdsNoToken(intranet, visitor, page);
    });

    for (const [minutes, way, scheme, kind] of [
      [-10, 'knop', /^Bearer /, 'plain tokens'],
      [10, 'gebonden', /^DPoP /, 'tokens bound to a key'],
    ] as const) {
      itAnywhere(`works on a machine whose clock is ${minutes} minutes wrong, with ${kind}`, async () => {
        const page = await open(`/intranet/jeugd?inloggen=${way}`, { clock: minutes * 60_000 });
        await become(page, privateElements, 'signed-out');
        await press(page, signInButton);
        await chooseAccount(page, 'beleid-enschede');
        await statusSays(page, enschede);
        await become(page, privateElements, 'ready');
        await holdsNoToken(intranet, visitor, page);
        assert.match(intranet.endpoint.answered.at(-1)?.authorization ?? '', scheme);
      });
    }

    itAnywhere('while the provider is away says so, keeps the page, and works when it is back', async () => {
      const page = await open(deepLink);
      await become(page, privateElements, 'signed-out');
      await intranet.provider.close();
      await press(page, signInButton);
      await statusSays(page, 'De inlogdienst is niet te bereiken. Probeer het later opnieuw.');
      const [words] = await shown(page, privateTile);
      assert.match(words ?? '', /Inloggen is niet gelukt \(code: provider-unreachable\)/);
      await become(page, publicElements, 'ready');
      assert.equal(page.url(), intranet.site + deepLink);
      await intranet.provider.listen();
      await press(page, signInButton);
      await chooseAccount(page, 'beleid-enschede');
      await statusSays(page, enschede);
      await become(page, privateElements, 'ready');
      await holdsNoToken(intranet, visitor, page);
    });

    itAnywhere('loads no code for it, and asks nothing of the provider, on pages where all is public', async () => {
      for (const path of ['/', '/intranet/bevolking']) {
        const page = await open(path);
        await become(page, 'kpi-tile[table="bevolking"]', 'ready');
        await page.close();
      }
      const odd = visitor.requests.filter((request) => /auth\.js|oidc|127\.0\.0\.1/.test(request));
      assert.deepEqual(odd, []);
    });
  });
}
