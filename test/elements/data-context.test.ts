import '@peilglas/elements/define';
import { DataContext, KpiTile, PeilSelectEvent, TrendChart, type DataElement } from '@peilglas/elements';
import type { TokenProvider } from '@peilglas/client';
import { assert } from 'chai';
import { html, type TemplateResult } from 'lit';
import { inhabitants, written } from './support/demo-figures.ts';
import { create, first, frames, mount, settled, text, until } from './support/page.ts';
import { ageBySex } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

/** Waits until every data element on the stage shows something. */
async function all(stage: HTMLElement): Promise<readonly DataElement[]> {
  const elements = [...stage.querySelectorAll<DataElement>('kpi-tile, trend-chart')];
  for (const element of elements) await settled(element);
  return elements;
}

async function show(content: TemplateResult): Promise<HTMLElement> {
  const stage = mount(content);
  await all(stage);
  return stage;
}

function choose(element: Element, dimension: string, ...codes: string[]): PeilSelectEvent {
  const event = new PeilSelectEvent(dimension, codes);
  element.dispatchEvent(event);
  return event;
}

/** Waits until the figure of a tile is of these words. */
async function says(tile: Element, words: string): Promise<void> {
  await until(
    () => text(tile).includes(words),
    () => `no "${words}" in: ${text(tile)}`,
  );
}

describe('<data-context>', () => {
  let endpoint: TestEndpoint;

  beforeEach(() => {
    endpoint = new TestEndpoint();
  });

  describe('what it gives', () => {
    it('gives endpoint, region, period and filter to all inside', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153" period="2020" filter="Geslacht:M">
          <section><kpi-tile table="bevolking"></kpi-tile></section>
        </data-context>`,
      );
      const tile = first(KpiTile, stage);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0153', '2020', 'M')));
    });

    it('gives way to what an element says itself', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153" period="2020" filter="Geslacht:M">
          <kpi-tile table="bevolking" region="GM0164" period="2021" filter="Geslacht:V"></kpi-tile>
        </data-context>`,
      );
      const tile = first(KpiTile, stage);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0164', '2021', 'V')));
    });

    it('leaves of the filter what an element does not name itself, through contexts', async () => {
      const stage = await show(
        html`<data-context region="A" period="2023" filter="Geslacht:M indicator:x">
          <data-context filter="Leeftijd:jong">
            <kpi-tile .data=${ageBySex}></kpi-tile>
            <kpi-tile .data=${ageBySex} filter="Geslacht:V"></kpi-tile>
            <kpi-tile .data=${ageBySex} filter=""></kpi-tile>
          </data-context>
        </data-context>`,
      );
      const figures = [...stage.querySelectorAll('kpi-tile')].map((tile) => text(tile, '.figure'));
      assert.deepEqual(figures, ['26 inwoners', '24 inwoners', '200']);
    });

    it('nests: what an inner one does not say comes from the outer one, also later', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153" period="2020">
          <data-context period="2021"><kpi-tile table="bevolking"></kpi-tile></data-context>
        </data-context>`,
      );
      const tile = first(KpiTile, stage);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0153', '2021')));
      stage.querySelector('data-context')?.setAttribute('region', 'GM0164');
      await says(tile, written(await inhabitants('GM0164', '2021')));
    });

    it('reaches elements in the shadow root of another element', async () => {
      const stage = mount(html`<data-context endpoint=${endpoint.address} region="GM0153"><div></div></data-context>`);
      const host = stage.querySelector('div');
      const tile = create('kpi-tile', { table: 'bevolking', period: '2023' });
      host?.attachShadow({ mode: 'open' }).append(tile);
      await settled(tile);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0153', '2023')));
    });

    it('reaches elements that were there before it', async () => {
      const tile = create('kpi-tile', { table: 'bevolking', period: '2023' });
      const late = create('data-context', { endpoint: endpoint.address, region: 'GM0153' });
      const stage = mount(tile);
      await tile.updateComplete;
      assert.equal(tile.loadState, 'idle');
      stage.append(late);
      late.append(tile);
      await settled(tile);
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0153', '2023')));
    });

    it('gives an element that is moved the selection of its new place', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153">
            <kpi-tile table="bevolking" period="2023"></kpi-tile>
          </data-context>
          <data-context endpoint=${endpoint.address} region="GM0164"></data-context>`,
      );
      const tile = first(KpiTile, stage);
      stage.querySelector('data-context[region=GM0164]')?.append(tile);
      await says(tile, written(await inhabitants('GM0164', '2023')));
    });

    it('gives nothing to an element that is moved out of it, which may have been asked with its token', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153">
          <kpi-tile table="bevolking" period="2023"></kpi-tile>
        </data-context>`,
      );
      const tile = first(KpiTile, stage);
      stage.append(tile);
      await tile.updateComplete;
      assert.equal(tile.loadState, 'idle');
      assert.isNull(tile.cube);
    });

    it('hands its token provider down', async () => {
      const asked: string[] = [];
      const provider: TokenProvider = {
        getToken: async ({ endpoint: from }) => {
          asked.push(from);
          return 'token';
        },
      };
      await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153" .tokenProvider=${provider}>
          <kpi-tile table="bevolking"></kpi-tile>
        </data-context>`,
      );
      assert.isAbove(asked.length, 0);
      assert.isTrue(asked.every((from) => from.endsWith(endpoint.address)));
    });
  });

  describe('requests', () => {
    it('asks one table once, for all elements together, also after a change of region', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153">
          <kpi-tile table="bevolking" indicator="inwoners" compare-with="NL01"></kpi-tile>
          <kpi-tile table="bevolking" indicator="geboorten"></kpi-tile>
          <trend-chart table="bevolking" indicator="inwoners" compare-with="NL01 PV23"></trend-chart>
          <kpi-tile table="jeugdzorg"></kpi-tile>
        </data-context>`,
      );
      const tables = async () => (await endpoint.requests('data')).map(({ path }) => path.split('/').at(-2)).sort();
      assert.deepEqual(await tables(), ['bevolking', 'jeugdzorg']);
      stage.querySelector('data-context')?.setAttribute('region', 'GM0164');
      for (const element of stage.querySelectorAll('kpi-tile, trend-chart')) await says(element, 'Hengelo');
      assert.deepEqual(await tables(), ['bevolking', 'bevolking', 'jeugdzorg', 'jeugdzorg']);
      assert.lengthOf(await endpoint.requests('metadata'), 2, 'the tables are described once');
    });

    it('never leaves two selections on screen while others are on their way', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153">
          <kpi-tile table="bevolking"></kpi-tile>
          <trend-chart table="bevolking"></trend-chart>
        </data-context>`,
      );
      await endpoint.fault('held');
      stage.querySelector('data-context')?.setAttribute('region', 'GM0164');
      await until(async () => (await endpoint.requests('data')).length === 2, 'nothing asked');
      for (const element of [first(KpiTile, stage), first(TrendChart, stage)]) {
        assert.equal(element.loadState, 'loading');
        assert.notInclude(text(element), 'Enschede');
      }
      await endpoint.fault('none');
      await all(stage);
    });
  });

  describe('peil-select', () => {
    it('hands a choice in one element down to all', async () => {
      const stage = await show(
        html`<data-context endpoint=${endpoint.address} region="GM0153" period="2020">
          <kpi-tile table="bevolking"></kpi-tile>
          <div><button type="button">Hengelo</button></div>
        </data-context>`,
      );
      const tile = first(KpiTile, stage);
      const button = first(HTMLButtonElement, stage);
      choose(button, 'region', 'GM0164');
      await says(tile, written(await inhabitants('GM0164', '2020')));
      choose(button, 'period', '2022');
      await says(tile, written(await inhabitants('GM0164', '2022')));
      choose(button, 'Geslacht', 'M');
      await says(tile, written(await inhabitants('GM0164', '2022', 'M')));
    });

    it('keeps the other classifications of the filter, also those of the outer context', async () => {
      const stage = mount(
        html`<data-context filter="Leeftijd:0-14 Geslacht:T"><data-context></data-context></data-context>`,
      );
      const [, inner] = stage.querySelectorAll('data-context');
      await inner?.updateComplete;
      choose(inner ?? stage, 'Geslacht', 'M');
      assert.equal(inner?.filter, 'Geslacht:M');
    });

    it('stops at the nearest context', async () => {
      const stage = mount(
        html`<data-context region="GM0153"
          ><data-context region="GM0141"><i></i></data-context
        ></data-context>`,
      );
      const [outer, inner] = stage.querySelectorAll('data-context');
      choose(stage.querySelector('i') ?? stage, 'region', 'GM0164');
      assert.deepEqual([outer?.region, inner?.region], ['GM0153', 'GM0164']);
    });

    it('changes nothing when the host prevents it', () => {
      const stage = mount(html`<data-context region="GM0153"><i></i></data-context>`);
      const inner = stage.querySelector('i');
      inner?.addEventListener('peil-select', (event) => {
        event.preventDefault();
      });
      choose(inner ?? stage, 'region', 'GM0164');
      assert.equal(stage.querySelector('data-context')?.region, 'GM0153');
    });
  });

  describe('sync-url', () => {
    const start = location.href;

    afterEach(() => {
      history.replaceState(null, '', start);
      // The tab may go on to other tests, which are not to take this for a visitor who comes back.
      sessionStorage.clear();
    });

    const synced = () =>
      show(
        html`<data-context sync-url endpoint=${endpoint.address} region="GM0153" period="2020">
          <kpi-tile table="bevolking"></kpi-tile>
        </data-context>`,
      );

    it('takes the selection of the address', async () => {
      const url = new URL(start);
      url.searchParams.set('region', 'GM0164');
      url.searchParams.set('period', '2021');
      history.replaceState(null, '', url);
      const tile = first(KpiTile, await synced());
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0164', '2021')));
    });

    it('writes a choice there, and the back button undoes it', async () => {
      const tile = first(KpiTile, await synced());
      choose(tile, 'region', 'GM0164');
      await says(tile, written(await inhabitants('GM0164', '2020')));
      const query = new URLSearchParams(location.search);
      assert.equal(query.get('region'), 'GM0164');
      assert.equal(query.get('wtr-session-id'), new URL(start).searchParams.get('wtr-session-id'), 'of others');
      history.back();
      await says(tile, written(await inhabitants('GM0153', '2020')));
      history.forward();
      await says(tile, written(await inhabitants('GM0164', '2020')));
      history.back();
      await until(() => location.href === start, 'not back');
    });

    it('leaves what a script chose as it is at a link within the page', async () => {
      const context = first(DataContext, mount(html`<data-context sync-url region="GM0153"></data-context>`));
      context.region = 'GM0164';
      location.hash = '#ergens';
      await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      await frames(2);
      assert.equal(context.region, 'GM0164');
    });

    it('takes the selection of the address that a sign-in gave back', async () => {
      const left = new URL(location.href);
      left.searchParams.set('region', 'GM0164');
      const [issuer, id] = [`${location.origin}/nobody`, 'some-state'];
      const pending = { id, issuer, clientId: 'c', session: location.origin, returnTo: left.href, entry: '{}' };
      sessionStorage.setItem('peilglas.sign-in', JSON.stringify(pending));
      history.replaceState(null, '', `?code=c&state=${id}`);
      const stage = mount(
        html`<data-context
          sync-url
          endpoint=${endpoint.address}
          issuer=${issuer}
          client-id="c"
          region="GM0153"
        ></data-context>`,
      );
      const context = first(DataContext, stage);
      await until(() => location.search.includes('GM0164'), 'the address is not back');
      await until(
        () => context.region === 'GM0164',
        () => `it is about ${context.region}`,
      );
    });

    it('keeps two contexts apart by their names', async () => {
      const url = new URL(start);
      url.searchParams.set('rechts.region', 'GM0141');
      url.searchParams.set('region', 'GM0183');
      history.replaceState(null, '', url);
      const stage = await show(
        html`<data-context sync-url name="links" endpoint=${endpoint.address} region="GM0153" period="2020">
            <kpi-tile table="bevolking"></kpi-tile>
          </data-context>
          <data-context sync-url name="rechts" endpoint=${endpoint.address} region="GM0153" period="2020">
            <kpi-tile table="bevolking"></kpi-tile>
          </data-context>`,
      );
      const [left, right] = stage.querySelectorAll('kpi-tile');
      if (!left || !right) throw new Error('Two tiles are needed');
      assert.include(
        text(left, '.figure'),
        written(await inhabitants('GM0153', '2020')),
        'the address has nothing for it',
      );
      assert.include(text(right, '.figure'), written(await inhabitants('GM0141', '2020')));
      choose(left, 'region', 'GM0164');
      await says(left, written(await inhabitants('GM0164', '2020')));
      const query = new URLSearchParams(location.search);
      assert.deepEqual(
        ['links.region', 'rechts.region', 'region'].map((key) => query.get(key)),
        ['GM0164', 'GM0141', 'GM0183'],
      );
      assert.include(text(right, '.figure'), written(await inhabitants('GM0141', '2020')));
    });

    it('takes only what can be a code from the address', async () => {
      const url = new URL(start);
      url.searchParams.set('region', '<img src=x onerror=alert()>');
      history.replaceState(null, '', url);
      const tile = first(KpiTile, await synced());
      assert.include(text(tile, '.figure'), written(await inhabitants('GM0153', '2020')));
    });

    it('leaves the address alone without being asked', async () => {
      const stage = mount(html`<data-context region="GM0153"></data-context>`);
      choose(first(HTMLElement, stage), 'region', 'GM0164');
      assert.equal(location.href, start);
    });

    it('no longer listens once it has left the page', async () => {
      const stage = await synced();
      const context = stage.querySelector('data-context');
      context?.remove();
      history.replaceState(null, '', `${start}&region=GM0164`);
      window.dispatchEvent(new PopStateEvent('popstate'));
      assert.equal(context?.region, 'GM0153');
    });
  });
});
