/** What happens to a session on the demo’s intranet after signing in: in Chromium, and at length in Firefox too. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { renewElsewhere, revoke } from '../auth/support/provider.ts';
import { chooseAccount, until } from '../auth/support/steps.ts';
import { settled } from '../e2e/support/page-content.ts';
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
  statusSays,
} from './support/steps.ts';
import { arrive, engines, holdsNoToken, type Visitor } from './support/visitor.ts';

const youth = '/intranet/jeugd?region=GM0153';
const over = 'Uw sessie is verlopen';
const elementButton = `${privateTile} >>> .message button`;

/** In the page: notes every load state from now on. */
const noteStates = `window.statesSeen = [];
  document.addEventListener('peil-state', ({ state, target }) => statesSeen.push(target.localName + ' ' + state));`;

for (const engine of engines) {
  describe(`a session, ${engine.name}`, { skip: engine.missing }, () => {
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
      intranet.provider.grants.length = 0;
      intranet.endpoint.answered.length = 0;
    });
    afterEach(() => visitor.leave());

    async function signedIn(account: 'beleid-enschede' | 'kort-ingelogd' = 'beleid-enschede'): Promise<Page> {
      const page = await visitor.open(intranet.site + youth);
      await become(page, privateElements, 'signed-out');
      await become(page, publicElements, 'ready');
      await signIn(page, account);
      await become(page, publicElements, 'ready');
      return page;
    }

    const renewals = (): number => Math.max(0, intranet.provider.grants.filter((grant) => grant === 'ok').length - 1);

    itAnywhere(
      'is renewed before it ends, and nothing on the page notices: not the focus, the choice nor the scroll',
      async () => {
        const page = await signedIn('kort-ingelogd');
        await page.evaluate(noteStates);
        const drawing = `trend-chart[table="${privateTable}"] >>> .drawing`;
        await settled(page);
        await (await page.waitForSelector(drawing))?.focus();
        await page.keyboard.press('Home');
        const place = (): Promise<string> =>
          page.evaluate((table) => {
            const chart = document.querySelector(`trend-chart[table="${table}"]`)?.shadowRoot;
            const tooltip = chart?.querySelector('.tooltip')?.textContent ?? '';
            return `${chart?.activeElement?.className ?? ''} ${tooltip} ${scrollY}`.replaceAll(/\s+/g, ' ');
          }, privateTable);
        const before = await place();
        assert.match(before, /^drawing 2019 /);
        await until(() => renewals() >= 2, 'two renewals');
        assert.equal(await place(), before);
        assert.deepEqual(await page.evaluate('statesSeen'), []);
        await holdsNoToken(intranet, visitor, page);
      },
    );

    for (const [how, end] of [
      ['is refused', revoke],
      ['meets a stolen refresh token that was used elsewhere', stolen],
    ] as const) {
      itAnywhere(
        `that ends because its renewal ${how} leaves the figures, says so, and comes back with one press`,
        async () => {
          const page = await signedIn('kort-ingelogd');
          const figure = `${latestYouthCare('GM0153')} personen`;
          // Right after a renewal the page will not use its refresh token for a while.
          const before = renewals();
          await until(() => renewals() > before, 'a renewal');
          await end(intranet.provider, intranet.provider.refreshTokens.at(-1) ?? '');
          await statusSays(page, over);
          await become(page, `${privateElements}:not(definition-panel)`, 'stale');
          assert.equal((await shown(page, privateTile, '.figure'))[0], figure);
          assert.ok((await shown(page, privateTile))[0]?.includes(over));
          await become(page, publicElements, 'ready');
          await holdsNoToken(intranet, visitor, page);
          await press(page, elementButton);
          // The provider still knows the visitor, or asks who it is.
          await Promise.race([
            statusSays(page, 'Ingelogd als'),
            chooseAccount(page, 'kort-ingelogd').then(() => statusSays(page, 'Ingelogd als')),
          ]);
          await become(page, privateElements, 'ready');
          assert.equal((await shown(page, privateTile, '.figure'))[0], figure);
          await holdsNoToken(intranet, visitor, page);
        },
      );
    }

    itAnywhere(
      'while the provider is away leaves the figures when it ends, and comes back by itself with the provider',
      async () => {
        const page = await signedIn('kort-ingelogd');
        await intranet.provider.close();
        await statusSays(page, over);
        await become(page, `${privateElements}:not(definition-panel)`, 'stale');
        await intranet.provider.listen();
        // It tries twice a minute.
        await statusSays(page, 'Ingelogd als');
        await become(page, privateElements, 'ready');
        await holdsNoToken(intranet, visitor, page);
      },
    );

    itAnywhere('that is signed out in another tab is over here too, and private figures are gone at once', async () => {
      const first = await signedIn();
      const second = await visitor.open(intranet.site + youth);
      await statusSays(second, 'ingelogd');
      await press(second, signInButton);
      await statusSays(second, 'Ingelogd als');
      await become(second, privateElements, 'ready');
      const figure = latestYouthCare('GM0153');
      await second.bringToFront();
      await press(second, signInButton);
      await statusSays(first, 'U bent niet ingelogd');
      await become(first, privateElements, 'signed-out');
      for (const words of await shown(first, privateElements)) assert.ok(!words.includes(figure), words);
      assert.equal(
        await first.evaluate(
          (table) =>
            [...document.querySelectorAll<HTMLElementTagNameMap['kpi-tile']>(`kpi-tile[table="${table}"]`)].every(
              ({ cube }) => cube === null,
            ),
          privateTable,
        ),
        true,
      );
      await become(first, publicElements, 'ready');
      await holdsNoToken(intranet, visitor, first);
    });

    itAnywhere(
      'that ran out while the page slept is renewed once for thirty elements, without a flash, and each table is asked once',
      async () => {
        intranet.pages.show('/terug', contextOf(intranet, '<session-status></session-status><div id="plaats"></div>'));
        const page = await visitor.open(`${intranet.pages.origin}/terug`, { script: sleeper });
        await statusSays(page, 'niet ingelogd');
        await press(page, signInButton);
        await chooseAccount(page, 'beleid-enschede');
        await statusSays(page, 'Ingelogd als');
        intranet.endpoint.answered.length = 0;
        await page.evaluate(noteStates);
        await page.evaluate((table) => {
          window.dispatchEvent(new Event('slept'));
          const place = document.querySelector('#plaats');
          for (let index = 0; index < 30; index++) {
            const element = document.createElement(index % 3 === 0 ? 'trend-chart' : 'kpi-tile');
            element.setAttribute('table', table);
            element.setAttribute('indicator', index % 2 === 0 ? 'jongeren-met-jeugdhulp' : 'jongeren');
            element.setAttribute('filter', ['', 'Leeftijd:0-11', 'Geslacht:F'][index % 3] ?? '');
            place?.append(element);
          }
        }, privateTable);
        await become(page, privateElements, 'ready');
        assert.equal(intranet.provider.grants.filter((grant) => grant === 'ok').length, 2);
        const seen = (await page.evaluate('[...new Set(statesSeen.map((text) => text.split(" ")[1]))]')) as string[];
        assert.deepEqual(
          [...seen].sort(),
          ['idle', 'loading', 'ready'].filter((state) => seen.includes(state)),
        );
        const asked = intranet.endpoint.answered.map(({ path, status }) => `${status} ${path.split('?')[0] ?? ''}`);
        assert.deepEqual(
          asked.sort(),
          ['data', 'metadata'].map((part) => `200 /tables/${privateTable}/${part}`),
        );
        await holdsNoToken(intranet, visitor, page);
      },
    );

    itAnywhere('keeps two providers on one page apart', async () => {
      const { pages, other, endpoint } = intranet;
      const tile = (id: string): string =>
        `<session-status></session-status><kpi-tile id="${id}" table="${privateTable}"></kpi-tile>`;
      const content = (issued: Pick<Intranet, 'endpoint' | 'provider'>, id: string): string =>
        contextOf(issued, tile(id), 'sign-in="popup"');
      pages.show('/terug', `<div>${content(intranet, 'a')}</div><div>${content(other, 'b')}</div>`);
      const page = await visitor.open(`${pages.origin}/terug`);
      await become(page, 'kpi-tile', 'signed-out');
      for (const [id, account, theirs] of [
        ['a', 'beleid-enschede', 'b'],
        ['b', 'beleid-hengelo', null],
      ] as const) {
        await chooseAccount(await openWindow(page, `#${id} >>> .message button`), account);
        await become(page, `#${id}`, 'ready');
        if (theirs) await become(page, `#${theirs}`, 'signed-out');
      }
      const [first, second] = await shown(page, 'kpi-tile', '.source');
      assert.match(first ?? '', /^Enschede/);
      assert.match(second ?? '', /^Hengelo/);
      const issuers = (asked: Intranet['endpoint']): readonly string[] => [
        ...new Set(asked.answered.flatMap(({ authorization }) => (authorization ? [issuerOf(authorization)] : []))),
      ];
      assert.deepEqual(issuers(endpoint), [intranet.provider.issuer]);
      assert.deepEqual(issuers(other.endpoint), [other.provider.issuer]);
      await holdsNoToken(intranet, visitor, page);
    });
  });
}

/** Somebody else uses the refresh token first; the next use of it by the page tells the provider that it was stolen. */
async function stolen(provider: Intranet['provider'], token: string): Promise<void> {
  assert.equal(await renewElsewhere(provider, token), 200);
}

function issuerOf(authorization: string): string {
  const [, payload = ''] = authorization.split('.');
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { readonly iss: string }).iss;
}

/** A machine that sleeps for an hour when told so: its clock goes on, its timers do not. */
const sleeper = `{
  let slept = 0;
  window.addEventListener('slept', () => { slept = 3_600_000; });
  globalThis.Date = class extends Date {
    static now() { return super.now() + slept; }
    constructor(...args) { super(...(args.length === 0 ? [new.target.now()] : args)); }
  };
}`;
