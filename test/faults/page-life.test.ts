/** What browsers and pages do to elements, and answers that come in another order than they were asked for. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { DataElement } from '@peilglas/elements';
import { visit as visitOf, type Visit } from '../e2e/support/browser.ts';
import { elements } from './support/elements.ts';
import { send, type Answer, type Fault } from './support/proxy.ts';
import {
  mount,
  openPage,
  openStage,
  ownWords,
  ready,
  refresh,
  settled,
  type FaultStage,
  type Shown,
} from './support/stage.ts';

let stage: FaultStage;
let visit: Visit;
let sound: readonly Shown[];

before(async () => {
  stage = await openStage();
  visit = await openPage(stage);
  await mount(visit, stage.proxy.room());
  sound = await settled(visit);
  await visit.leave();
});

beforeEach(async () => {
  visit = await openPage(stage);
});

afterEach(async () => {
  assert.deepEqual(ownWords(visit), []);
  await visit.leave();
});

after(async () => {
  await stage.close();
});

const tile = elements.slice(0, 1);
const yearbook = elements.filter(({ tag }) => tag === 'statistical-yearbook');

async function allSound(): Promise<void> {
  await ready(visit);
  assert.deepEqual(await settled(visit), sound);
}

/** An answer that waits until it is let go. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('answers', () => {
  it('of an earlier question that come last are not shown', async () => {
    const first = gate();
    const room = stage.proxy.room(async ({ url, response }, answer) => {
      if (url.search.includes('GM0141')) await first.opened;
      send(response, answer);
    }, 'data');
    await mount(visit, room, [
      { ...(tile[0] ?? assert.fail()), attributes: { table: 'bevolking', indicator: 'inwoners', region: 'GM0141' } },
    ]);
    await visit.page.evaluate(async () => {
      // The question is to be on its way.
      while (performance.getEntriesByType('resource').every(({ name }) => !name.includes('/metadata')))
        await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
      document.querySelector('kpi-tile')?.setAttribute('region', 'GM0153');
    });
    await ready(visit);
    first.open();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const [shown] = await settled(visit);
    assert.match(shown?.text ?? '', /161\.235.*Enschede/);
    assert.doesNotMatch(shown?.text ?? '', /Almelo/);
  });

  it('that are older than those before are shown as what they are', async () => {
    let version = 7;
    const old: Fault = ({ response }, answer) => {
      send(response, withVersion(answer, version));
    };
    await mount(visit, stage.proxy.room(old), elements.slice(0, 9));
    await settled(visit);
    version = 6;
    await refresh(visit);
    const shown = await settled(visit);
    assert.match(shown.find(({ tag }) => tag === 'definition-panel')?.text ?? '', /Versie 6/);
    assert.match(shown[0]?.text ?? '', /161\.206 /);
    assert.match(shown[1]?.text ?? '', /161\.206/);
  });

  it('from another origin, to which an endpoint sends on, are not shown', async () => {
    const room = stage.proxy.room(({ url, response }) => {
      response
        .writeHead(302, { Location: stage.proxy.elsewhere + url.pathname.replace(/^\/[^/]+/, '') + url.search })
        .end();
    });
    await mount(visit, room, tile);
    const [shown] = await settled(visit);
    assert.equal(shown?.state, 'failed');
    room.fault = null;
    await visit.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await ready(visit);
    assert.match((await settled(visit))[0]?.text ?? '', /161\.235/);
  });
});

/** Another version of the table, in which Enschede's last figure is 161,200 more than the number of the version. */
function withVersion(answer: Answer, version: number): Answer {
  const body = answer.body
    .replace(/"version":\d+/, `"version":${version}`)
    .replace(/\b161235\b/, String(161_200 + version));
  return { ...answer, body };
}

describe('a page', () => {
  it('without a line fills itself when it has one', async () => {
    await mount(visit, stage.proxy.room());
    await settled(visit);
    // Code that draws is fetched once for a page; without it a chart says so in words, which is another test's.
    await visit.page.waitForFunction(() =>
      [...document.querySelectorAll('main > *')].every(({ shadowRoot }) => !shadowRoot?.querySelector('.canvas:empty')),
    );
    await visit.page.setOfflineMode(true);
    await refresh(visit);
    for (const { tag, state } of await settled(visit)) assert.equal(state, 'stale', tag);
    await visit.page.setOfflineMode(false);
    await allSound();
  });

  it('with a yearbook keeps it whole when the catalogue answers and a table does not', async () => {
    const room = stage.proxy.room();
    await mount(visit, room, yearbook);
    const [before] = await settled(visit);
    room.fault = ({ url, response }, answer) => {
      if (url.pathname.endsWith('/bevolking/metadata')) response.writeHead(400).end();
      else send(response, answer);
    };
    await refresh(visit);
    const [shown] = await settled(visit);
    assert.equal(shown?.state, 'stale');
    assert.equal(shown.text, before?.text);
    room.fault = null;
    await refresh(visit);
    assert.deepEqual(await settled(visit), [before]);
  });

  it('that was put to sleep in the middle of loading has its figures when it wakes', async () => {
    const late = gate();
    const room = stage.proxy.room(async ({ response }, answer) => {
      await late.opened;
      send(response, answer);
    });
    await mount(visit, room);
    const connection = await visit.page.createCDPSession();
    await connection.send('Page.setWebLifecycleState', { state: 'frozen' });
    late.open();
    await connection.send('Page.setWebLifecycleState', { state: 'active' });
    await allSound();
  });

  it('that the visitor comes back to has its figures, and asks what it had not', async () => {
    const late = gate();
    const room = stage.proxy.room(async ({ response }, answer) => {
      await late.opened;
      send(response, answer);
    });
    await mount(visit, room);
    await visit.page.goto(`${stage.proxy.origin}/elders`);
    late.open();
    room.fault = null;
    await visit.page.goBack();
    const isKept = await visit.page.evaluate(() => document.querySelector('main > *') !== null);
    // A page that the browser did not keep begins anew.
    if (!isKept) await mount(visit, room);
    await allSound();
  });

  it('of which the clock jumps goes on', async () => {
    await mount(visit, stage.proxy.room());
    await settled(visit);
    await visit.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() - 86_400_000;
    });
    await refresh(visit);
    await allSound();
    await visit.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 400 * 86_400_000;
    });
    await refresh(visit);
    await allSound();
  });
});

describe('an element', () => {
  it('that is taken away while it loads leaves no request; put back it loads', async () => {
    const room = stage.proxy.room(() => undefined);
    await mount(visit, room);
    const kept = await visit.page.evaluateHandle(() => {
      const all = [...document.querySelectorAll('main > *')];
      for (const element of all) element.remove();
      return all;
    });
    room.fault = null;
    await visit.page.evaluate((all) => document.querySelector('main')?.append(...all), kept);
    await allSound();
  });

  it('that moves to another document keeps its figures and its looks', async () => {
    await mount(visit, stage.proxy.room());
    await settled(visit);
    const moved = await visit.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/leeg';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const all = [...document.querySelectorAll<DataElement>('main > *')];
      const sheets = (): readonly number[] => all.map(({ shadowRoot }) => shadowRoot?.adoptedStyleSheets.length ?? 0);
      const before = sheets();
      // What gives them their looks anew is fetched by those that move.
      const dressed = async (): Promise<void> => {
        while (sheets().includes(0)) await new Promise(requestAnimationFrame);
      };
      frame.contentDocument?.querySelector('main')?.append(...all);
      await Promise.all(all.map((element) => element.refresh()));
      await dressed();
      const there = { before, sheets: sheets(), states: all.map(({ loadState }) => loadState) };
      document.querySelector('main')?.append(...all);
      await Promise.all(all.map((element) => element.refresh()));
      await dressed();
      return { ...there, back: sheets() };
    });
    assert.deepEqual(new Set(moved.states), new Set(['ready']));
    assert.deepEqual(moved.sheets, moved.before);
    assert.deepEqual(moved.back, moved.before);
    await allSound();
  });

  it('without an address of its own, as a preview in a frame, follows what a visitor chooses', async () => {
    const { origin, room } = stage.proxy;
    const html = `<!doctype html><html lang="nl"><script type="module" src="${origin}/peilglas/peilglas-all.js"></script>
      <data-context endpoint="${origin}/${room().name}/api/v2" region="GM0153" sync-url>
        <municipality-picker table="bevolking"></municipality-picker>
        <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
      </data-context></html>`;
    // The policy of the page lets no script make a page.
    const { page, messages, leave } = await visitOf(stage.browser, `${origin}/leeg`, {
      prepare: (page) => page.setBypassCSP(true),
    });
    const preview = await page.evaluateHandle((html) => {
      const frame = document.createElement('iframe');
      frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
      document.body.append(frame);
      return frame;
    }, html);
    const frame = await preview.contentFrame();
    await frame.locator('municipality-picker >>> select').fill('GM0164');
    await frame.waitForFunction(() =>
      document.querySelector('kpi-tile')?.shadowRoot?.querySelector('.source')?.textContent.includes('Hengelo'),
    );
    assert.deepEqual(messages, []);
    await leave();
  });

  it('of which attributes change a thousand times asks little, and ends on the last', async () => {
    const room = stage.proxy.room();
    await mount(visit, room, elements.slice(0, 9));
    await settled(visit);
    const before = room.asked.length;
    await visit.page.evaluate(async () => {
      const all = [...document.querySelectorAll('main > [table=bevolking]')];
      const codes = ['GM0141', 'GM0147', 'GM0158', 'GM0163', 'GM0164', 'GM0168', 'GM0173'];
      for (let turn = 0; turn < 1000; turn++) {
        for (const element of all) element.setAttribute('region', codes[turn % codes.length] ?? '');
        // Now and then elements get the time to notice.
        if (turn % 20 === 0) await Promise.resolve();
        if (turn % 200 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      for (const element of all) element.setAttribute('region', 'GM0153');
    });
    await ready(visit);
    assert.deepEqual(await settled(visit), sound.slice(0, 9));
    const asked = room.asked.length - before;
    assert.ok(asked <= 25, `${asked} requests`);
  });
});
