/** Where tokens go, and what a visitor with few rights gets to see: everything, against the publisher's own file. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { DataElement } from '@peilglas/elements';
import type { Browser, Page } from 'puppeteer-core';
import { chooseAccount, pause } from '../auth/support/steps.ts';
import { sourceTable } from '../e2e/support/source-tables.ts';
import { contextOf, openIntranet, type Intranet } from './support/stage.ts';
import { latestYouthCare, youthCare } from './support/source.ts';
import {
  become,
  press,
  privateElements,
  privateTable,
  privateTile,
  shown,
  signIn,
  signInButton,
  statusSays,
} from './support/steps.ts';
import { arrive, engines, holdsNoToken, type Visitor } from './support/visitor.ts';

const [chromium] = engines;

describe('tokens and rights', () => {
  let intranet: Intranet;
  let browser: Browser;
  let visitor: Visitor;

  before(async () => {
    assert.ok(chromium);
    intranet = await openIntranet();
    browser = await chromium.launch();
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
    intranet.hostile.asked.length = 0;
  });
  afterEach(() => visitor.leave());

  /** A page of the test's own on which somebody signed in. */
  async function signedInOn(content: string, context = contextOf): Promise<Page> {
    intranet.pages.show('/terug', context(intranet, `<session-status></session-status>${content}`));
    const page = await visitor.open(`${intranet.pages.origin}/terug`);
    await statusSays(page, 'niet ingelogd');
    await press(page, signInButton);
    await chooseAccount(page, 'beleid-enschede');
    await statusSays(page, 'Ingelogd als');
    return page;
  }

  async function askedHostile(): Promise<void> {
    for (let time = 0; intranet.hostile.asked.filter(({ method }) => method === 'GET').length === 0; time++) {
      assert.ok(time < 200, 'The hostile endpoint was never asked, so this proves nothing');
      await pause(50);
    }
  }

  for (const [what, content] of [
    ['an element', (hostile: string) => `<kpi-tile endpoint="${hostile}/api/v2" table="${privateTable}"></kpi-tile>`],
    [
      'a context inside',
      (hostile: string) =>
        `<data-context endpoint="${hostile}/api/v2"><kpi-tile table="${privateTable}"></kpi-tile></data-context>`,
    ],
    ['a plain document', (hostile: string) => `<kpi-tile endpoint="${hostile}/figures.json"></kpi-tile>`],
  ] as const) {
    it(`${what} with a hostile endpoint gets no token`, async () => {
      const page = await signedInOn(content(intranet.hostile.origin) + privateContent);
      await become(page, '#eigen', 'ready');
      await askedHostile();
      await holdsNoToken(intranet, visitor, page);
    });
  }

  it('an endpoint that redirects to another origin does not take a token along', async () => {
    const page = await signedInOn(
      `<kpi-tile endpoint="${intranet.redirecting.origin}/api/v2" table="${privateTable}"></kpi-tile>${privateContent}`,
    );
    await become(page, '#eigen', 'ready');
    await askedHostile();
    assert.deepEqual(
      intranet.redirecting.asked.filter(({ headers }) => headers.authorization),
      [],
    );
    await holdsNoToken(intranet, visitor, page);
  });

  it('a context whose endpoint becomes a hostile one, by whatever a visitor brings, sends it nothing', async () => {
    const page = await signedInOn(privateContent);
    await become(page, '#eigen', 'ready');
    await page.evaluate((hostile) => {
      document.querySelector('data-context')?.setAttribute('endpoint', `${hostile}/api/v2`);
    }, intranet.hostile.origin);
    await askedHostile();
    await holdsNoToken(intranet, visitor, page);
  });

  it('a context that had a hostile endpoint from the start sends its token to the origin of `resource` only', async () => {
    const { hostile } = intranet;
    const page = await signedInOn(privateContent, (issued, content) =>
      contextOf(issued, content).replace(`endpoint="${issued.endpoint.api}"`, `endpoint="${hostile.origin}/api/v2"`),
    );
    await askedHostile();
    await holdsNoToken(intranet, visitor, page);
  });

  it('an officer of Enschede sees Enschede and the totals, and nothing of others, wherever they look', async () => {
    const page = await visitor.open(`${intranet.site}/intranet/jeugd`);
    await become(page, privateElements, 'signed-out');
    await signIn(page, 'beleid-enschede');
    for (const button of await page.$$(`trend-chart[table="${privateTable}"] >>> [part=table-button]`))
      await button.click();
    const seen = await allOf(page);
    assert.match(seen, /Enschede/);
    assert.match(seen, /Twente: /);
    assert.ok(seen.includes(latestYouthCare('GM0153')));
    const theirs = intranet.endpoint.answered.filter(({ path }) => path.includes(privateTable));
    assert.ok(theirs.some(({ path }) => path.includes('/data')));
    // By hand too: what the page did not ask for.
    const authorization = theirs.findLast((each) => each.authorization)?.authorization ?? '';
    const { dimensions } = sourceTable(privateTable);
    const all = dimensions.map(({ id }) => `valueCodes[${id}]=*`).join('&');
    const everything = ['/metadata', `/data?${all}`, `/data?outputFormat=csv&${all}`, '/defaultselection'];
    const bodies = await Promise.all(
      everything.map(async (path) => {
        const address = `${intranet.endpoint.api}/tables/${privateTable}${path}`;
        const response = await fetch(address, { headers: { authorization } });
        assert.equal(response.status, 200, path);
        return response.text();
      }),
    );
    const others = (dimensions[0]?.codes ?? []).filter(({ code }) => !['GM0153', 'CR12'].includes(code));
    assert.equal(others.length, 13);
    for (const text of [seen, ...bodies, ...theirs.map(({ body }) => body)]) {
      for (const { code, label } of others) {
        assert.ok(!text.includes(code) && !text.includes(label.nl), `${label.nl} in ${text.slice(0, 300)}`);
      }
    }
    for (const period of sourceTable(privateTable).periods) {
      assert.match(bodies[2] ?? '', new RegExp(String(youthCare('GM0153', period))), period);
    }
    await holdsNoToken(intranet, visitor, page);
  });

  it('an officer of Hengelo on the same page sees Hengelo', async () => {
    const page = await visitor.open(`${intranet.site}/intranet/jeugd`);
    await become(page, privateElements, 'signed-out');
    await signIn(page, 'beleid-hengelo');
    await become(page, '[table="jeugdzorg"]', 'ready');
    assert.equal((await shown(page, privateTile, '.figure'))[0], `${latestYouthCare('GM0164')} personen`);
    const all = await allOf(page);
    assert.match(all, /Hengelo/);
    assert.doesNotMatch(all, /Enschede \(|Enschede,/);
  });
});

const privateContent = `<kpi-tile id="eigen" table="${privateTable}" indicator="jongeren-met-jeugdhulp"></kpi-tile>`;

/** Everything that private elements show, offer, hold and would save. */
function allOf(page: Page): Promise<string> {
  return page.evaluate((table) => {
    const elements = [...document.querySelectorAll<DataElement & { toCsv?: () => string }>(`[table="${table}"]`)];
    return elements
      .map((element) => [element.shadowRoot?.innerHTML, element.shadowRoot?.textContent, element.toCsv?.()].join('\n'))
      .join('\n');
  }, privateTable);
}
