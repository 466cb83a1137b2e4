import '@peilglas/elements/define';
import {
  DataContext,
  KpiTile,
  PeilSignInEvent,
  StatisticalYearbook,
  TrendChart,
  type DataElement,
} from '@peilglas/elements';
import { assert } from 'chai';
import { html, type TemplateResult } from 'lit';
import { create, fetched, first, frames, has, inside, mount, settled, text, told, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';
import { TestSession } from './support/test-session.ts';

const table = 'jeugdhulp-synthetisch';
const indicator = 'jongeren-met-jeugdhulp';
const over = 'Uw sessie is verlopen';
const signedOut = 'Log in om deze cijfers te zien';

const privateTile = html`<kpi-tile table=${table} indicator=${indicator}></kpi-tile>`;
const publicTile = html`<kpi-tile table="bevolking" indicator="inwoners" region="GM0153"></kpi-tile>`;

describe('a session', () => {
  let endpoint: TestEndpoint;
  let session: TestSession;

  beforeEach(() => {
    endpoint = new TestEndpoint();
    session = new TestSession();
  });

  async function stage(content: TemplateResult): Promise<HTMLElement> {
    const stage = mount(
      html`<data-context endpoint=${endpoint.address} .tokenProvider=${session}>${content}</data-context>`,
    );
    for (const element of stage.querySelectorAll<DataElement>('kpi-tile, trend-chart')) await settled(element);
    return stage;
  }

  async function signIn(municipality = 'GM0153', name = 'Beleid'): Promise<void> {
    session.become('signed-in', { user: { name }, token: await endpoint.token(municipality) });
  }

  async function become(element: DataElement, state: DataElement['loadState']): Promise<void> {
    await until(
      () => element.loadState === state,
      () => `${element.loadState}, not ${state}: ${text(element)}`,
    );
    await element.updateComplete;
  }

  /** A tile of private figures, for somebody who is signed in. */
  async function signedInTile(): Promise<KpiTile> {
    await signIn();
    const tile = first(KpiTile, await stage(privateTile));
    await become(tile, 'ready');
    return tile;
  }

  describe('signing in', () => {
    it('is asked of the context by the button of an element, across shadow roots', async () => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' });
      const tile = create('kpi-tile', { table, indicator });
      host.shadowRoot?.append(tile);
      await stage(html`${host}`);
      await settled(tile);
      assert.include(text(tile), signedOut);
      inside(tile, '.message button').click();
      assert.include(session.asked, 'sign-in');
      assert.lengthOf(await endpoint.requests('metadata'), 1);
    });

    it('is asked of nobody who did, and is refused all the same', async () => {
      session.become('signed-in', { user: { name: 'Beleid' }, token: 'for-something-else' });
      const page = await stage(html`${privateTile}<statistical-yearbook region="GM0153"></statistical-yearbook>`);
      const [tile, book] = [first(KpiTile, page), first(StatisticalYearbook, page)];
      await until(() => book.loadState === 'failed', 'the yearbook never gave up');
      for (const element of [tile, book]) {
        assert.equal(element.loadState, 'failed');
        assert.notInclude(text(element), signedOut);
        assert.include(text(element), 'code: http-401');
      }
      inside(tile, '.message button').click();
      await settled(tile);
      assert.notInclude(session.asked, 'sign-in');
      await signIn('GM0153', 'Ander');
      await become(tile, 'ready');
    });

    it('is left to a host that does it itself', async () => {
      const page = await stage(privateTile);
      page.addEventListener('peil-sign-in', (event) => {
        event.preventDefault();
      });
      const heard: Event[] = [];
      page.addEventListener('peil-sign-in', (event) => heard.push(event));
      inside(first(KpiTile, page), '.message button').click();
      assert.instanceOf(heard[0], PeilSignInEvent);
      assert.lengthOf(await endpoint.requests(), 1);
    });

    it('asks anew where there is nobody to ask for it', async () => {
      const tile = create('kpi-tile', { endpoint: endpoint.address, table, indicator });
      mount(tile);
      await settled(tile);
      inside(tile, '.message button').click();
      await until(async () => (await endpoint.requests('metadata')).length === 2, 'never asked anew');
    });

    it('fetches only what was not public', async () => {
      const page = await stage(html`${publicTile} ${privateTile} ${privateTile}`);
      const before = (await endpoint.requests()).length;
      await signIn();
      for (const tile of page.querySelectorAll('kpi-tile')) await become(tile, 'ready');
      const after = (await endpoint.requests()).slice(before);
      assert.deepEqual(
        after.map(({ path }) => path),
        ['metadata', 'data'].map((part) => `/api/v2/tables/${table}/${part}`),
      );
    });

    it('shows the one municipality that the visitor may see, without naming it', async () => {
      await signIn('GM0164');
      const page = await stage(html`${privateTile}<trend-chart table=${table} indicator=${indicator}></trend-chart>`);
      await become(first(KpiTile, page), 'ready');
      assert.include(text(first(KpiTile, page)), 'Hengelo');
      await become(first(TrendChart, page), 'ready');
      assert.include(text(first(TrendChart, page)), 'Hengelo');
      assert.notInclude(text(page), 'Enschede');
    });

    it('moves the focus from the button to what comes in its place', async () => {
      const tile = first(KpiTile, await stage(privateTile));
      const button = inside(tile, '.message button');
      button.focus();
      button.click();
      await signIn();
      await become(tile, 'ready');
      await until(() => tile.shadowRoot?.activeElement != null, 'the focus is lost');
      assert.equal(document.activeElement, tile);
    });

    for (const [code, words] of [
      ['popup-blocked', 'Uw browser hield het inlogvenster tegen. Probeer het opnieuw.'],
      ['provider-unreachable', 'Inloggen is niet gelukt (code: provider-unreachable)'],
    ] as const) {
      it(`that ended with ${code} is told where the button is`, async () => {
        const tile = first(KpiTile, await stage(privateTile));
        session.become('signed-out', { code });
        await tile.updateComplete;
        assert.include(text(tile), words);
        assert.equal(inside(tile, '.message button').textContent, 'Inloggen');
        assert.lengthOf(await endpoint.requests('metadata'), 1);
      });
    }

    it('that the visitor broke off leaves all as it was', async () => {
      const tile = first(KpiTile, await stage(privateTile));
      const before = text(tile);
      session.become('signed-out', { code: 'cancelled' });
      await tile.updateComplete;
      assert.equal(text(tile), before);
    });
  });

  describe('signing out', () => {
    it('takes private figures out of the page at once, without a question, and leaves public ones', async () => {
      await signIn();
      const page = await stage(html`${publicTile} ${privateTile}`);
      const [open, closed] = page.querySelectorAll('kpi-tile');
      assert.ok(open && closed);
      await become(closed, 'ready');
      const figure = text(closed, '.figure');
      const shown = text(open);
      const before = (await endpoint.requests()).length;
      session.become('signed-out');
      assert.isNull(closed.cube);
      await closed.updateComplete;
      assert.notInclude(text(closed), figure);
      assert.include(text(closed), signedOut);
      assert.equal(text(open), shown);
      assert.lengthOf(await endpoint.requests(), before);
    });

    it('takes along what an open definition says of a private figure', async () => {
      const tile = await signedInTile();
      const figure = text(tile, '.figure').split(' ')[0] ?? '';
      inside(tile, '[part=definition-button]').click();
      const panel = (): Element | null => tile.shadowRoot?.querySelector('.definition-popover') ?? null;
      await until(() => panel()?.matches(':popover-open'), 'never opened');
      const told = (): string => panel()?.shadowRoot?.innerHTML ?? '';
      assert.include(decodeURIComponent(told()), figure);
      session.become('signed-out');
      await until(() => !panel()?.matches(':popover-open'), 'still open');
      await until(() => !decodeURIComponent(told()).includes(figure), 'still told');
      assert.isNull(panel()?.ariaLabel);
      assert.isNull(first(KpiTile, document).cube);
    });

    it('holds for what is under way', async () => {
      await signIn();
      await endpoint.fault('held');
      const page = mount(
        html`<data-context endpoint=${endpoint.address} .tokenProvider=${session}>${privateTile}</data-context>`,
      );
      const tile = first(KpiTile, page);
      await until(async () => (await endpoint.requests()).length > 0, 'never asked');
      session.become('signed-out');
      await endpoint.fault('none');
      await become(tile, 'signed-out');
      await frames(10);
      assert.isNull(tile.cube);
    });

    it('holds for an element that was out of the page meanwhile', async () => {
      const tile = await signedInTile();
      const place = tile.parentElement;
      tile.remove();
      session.become('signed-out');
      place?.append(tile);
      await become(tile, 'signed-out');
      assert.isFalse(has(tile, '.figure'));
    });

    for (const between of [false, true]) {
      it(`to another provider${between ? ', by way of none,' : ''} takes along what a tile says of others`, async () => {
        const providers = await Promise.all(
          ['GM0153', 'GM0164'].map(async (municipality) => {
            const token = await endpoint.token(municipality);
            return { getToken: async () => token };
          }),
        );
        const context = html`<data-context endpoint=${endpoint.address} .tokenProvider=${providers[0]}
          ><kpi-tile table=${table} indicator=${indicator} peers="GM0153 GM0164"></kpi-tile
        ></data-context>`;
        const page = mount(context);
        const [tile, around] = [first(KpiTile, page), first(DataContext, page)];
        await settled(tile);
        const average = (): string => text(tile, '[part=peers]');
        await until(() => average() !== '', 'no average');
        const [figure, before] = [text(tile, '.figure'), average()];
        if (between) {
          around.tokenProvider = null;
          await become(tile, 'signed-out');
        }
        around.tokenProvider = providers[1] ?? null;
        await until(() => has(tile, '.figure') && !['', figure].includes(text(tile, '.figure')), 'the same figure');
        assert.notInclude(text(tile), before, 'at the first moment');
        await until(() => has(tile, '[part=peers]') && average() !== '', 'no average');
        assert.notEqual(average(), before);
      });
    }

    it('leaves nothing of one visitor to the next', async () => {
      const tile = await signedInTile();
      session.become('signed-out');
      await signIn('GM0164', 'Een ander');
      await become(tile, 'ready');
      assert.include(text(tile), 'Hengelo');
      assert.notInclude(text(tile), 'Enschede');
    });

    it('leaves nothing to the next who comes without signing out first, also when theirs cannot be had', async () => {
      const tile = await signedInTile();
      await endpoint.fault('closed');
      await signIn('GM0164', 'Een ander');
      assert.isNull(tile.cube);
      await become(tile, 'failed');
      assert.notInclude(text(tile), 'Enschede');
    });

    it('takes along what was spoken of a chart, and copied from it', async () => {
      await signIn();
      const chart = first(
        TrendChart,
        await stage(html`<trend-chart table=${table} indicator=${indicator}></trend-chart>`),
      );
      await become(chart, 'ready');
      await until(() => has(chart, '.canvas svg'), 'never drawn');
      inside(chart, '.drawing').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
      const { clipboard } = navigator;
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
      inside(chart, '.downloads summary').click();
      await until(() => has(chart, '.downloads li:nth-last-child(2) button'), 'no menu');
      inside(chart, '.downloads li:nth-last-child(2) button').click();
      await until(() => has(chart, '.downloads .copy'), 'not told');
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      assert.include(told(chart), 'Enschede');
      assert.include(text(chart, '.copy'), 'Enschede');
      session.become('signed-out');
      await signIn('GM0164', 'Een ander');
      await until(() => text(chart).includes('Hengelo'), 'not another');
      await until(() => has(chart, '.canvas svg'), 'never drawn again');
      assert.notInclude(text(chart) + told(chart), 'Enschede');
    });

    it('changes nothing of figures that the page itself holds', async () => {
      await signIn();
      const data: unknown = await (await fetch(`${endpoint.address}/tables/bevolking/data?lang=nl`)).json();
      const page = await stage(html`<kpi-tile .data=${data} region="GM0153"></kpi-tile>`);
      const before = text(page.querySelector('kpi-tile') ?? page);
      session.become('expired');
      session.become('signed-out');
      const tile = first(KpiTile, page);
      await tile.updateComplete;
      assert.equal(text(tile), before);
    });
  });

  describe('a session that is over', () => {
    it('leaves the figures, says so, and shows no error', async () => {
      const tile = await signedInTile();
      const figure = text(tile, '.figure');
      session.become('expired', { code: 'renewal-refused' });
      await tile.updateComplete;
      assert.equal(tile.loadState, 'stale');
      assert.equal(text(tile, '.figure'), figure);
      assert.include(text(tile), over);
      inside(tile, '.message button').click();
      assert.include(session.asked, 'sign-in');
    });

    it('comes back without a moment in which the figures are gone', async () => {
      const tile = await signedInTile();
      const figure = text(tile, '.figure');
      session.become('expired');
      await tile.updateComplete;
      const seen: string[] = [];
      const root = tile.shadowRoot;
      assert.ok(root);
      new MutationObserver(() => seen.push(text(tile, '.figure'))).observe(root, { subtree: true, childList: true });
      await signIn();
      await become(tile, 'ready');
      assert.deepEqual([...new Set(seen)], [figure]);
      assert.notInclude(text(tile), over);
    });

    it('comes back for the same visitor when the provider was only away', async () => {
      const tile = await signedInTile();
      const { user } = session;
      session.become('expired', { code: 'provider-unreachable' });
      await become(tile, 'stale');
      session.become('signed-in', { ...(user && { user }), token: await endpoint.token('GM0153') });
      await become(tile, 'ready');
      assert.notInclude(text(tile), over);
    });

    it('is also what a refused token means for figures on screen', async () => {
      const tile = await signedInTile();
      const figure = text(tile, '.figure');
      await endpoint.fault('unauthorised');
      await tile.refresh();
      await tile.updateComplete;
      assert.equal(text(tile, '.figure'), figure);
      assert.include(text(tile), over);
    });

    it('is told in place of figures for another selection', async () => {
      const tile = await signedInTile();
      session.become('expired');
      tile.period = '2020';
      await become(tile, 'signed-out');
      assert.include(text(tile), over);
      assert.isFalse(has(tile, '.figure'));
    });
  });

  describe('by attributes of a context', () => {
    it('asks for nothing of a sign-in while all is public', async () => {
      const page = mount(
        html`<data-context endpoint=${endpoint.address} issuer="https://inloggen.example.org" client-id="intranet">
          ${publicTile}
        </data-context>`,
      );
      const tile = first(KpiTile, page);
      await become(tile, 'ready');
      assert.lengthOf(fetched(/inloggen\.example\.org|auth\/dist\/index|oidc/), 0);
    });

    it('is one for all contexts that say the same', async () => {
      const attributes = {
        endpoint: endpoint.address,
        issuer: 'https://inloggen.example.org',
        'client-id': 'intranet',
      };
      const contexts = [1, 2].map(() => create('data-context', attributes));
      const other = create('data-context', { ...attributes, 'client-id': 'portaal' });
      mount(html`${contexts} ${other}`);
      await until(() => [...contexts, other].every(({ session }) => session), 'no session');
      assert.equal(contexts[0]?.session, contexts[1]?.session);
      assert.notEqual(contexts[0]?.session, other.session);
    });

    it('needs a client-id, says so to developers, and shows what is public without', async () => {
      const { warn } = console;
      const said: unknown[] = [];
      console.warn = (...words: unknown[]) => said.push(...words);
      try {
        const page = mount(
          html`<data-context endpoint=${endpoint.address} issuer="https://inloggen.example.org"
            >${publicTile}</data-context
          >`,
        );
        await become(first(KpiTile, page), 'ready');
        assert.isNull(first(DataContext, page).session);
      } finally {
        console.warn = warn;
      }
      assert.match(String(said[0]), /<data-context issuer="https:\/\/inloggen\.example\.org"> also needs client-id/);
    });
  });
});
