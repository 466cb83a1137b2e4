import '@peilglas/elements/define';
import { KpiTile } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { demoFigure, inhabitants } from './support/demo-figures.ts';
import { create, drawn, fetched, first, mount, settled, show, text, until } from './support/page.ts';
import { inState } from './support/states.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const attributes = { endpoint, table: 'bevolking', indicator: 'geboorten', region: 'GM0153', period: '2022' };

const english = new Intl.NumberFormat('en');

async function births(): Promise<string> {
  const codes = { region: 'GM0153', period: '2022', sex: 'T', indicator: 'geboorten' };
  return `${english.format(await demoFigure('bevolking', codes))} children`;
}

/** Every text that an element ever shows from now on. */
function textsSeen(element: Element): readonly string[] {
  const seen: string[] = [];
  if (!element.shadowRoot) throw new Error('No shadow root yet');
  new MutationObserver(() => seen.push(text(element))).observe(element.shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return seen;
}

describe('language', () => {
  // First of all, since English stays once it is fetched.
  it('fetches English only when an element is English, and shows no Dutch before', async () => {
    await show('kpi-tile', attributes);
    assert.lengthOf(fetched(/\/english\.js$/), 0);
    const tile = create('kpi-tile', { ...attributes, lang: 'en' });
    mount(tile);
    await until(() => tile.shadowRoot, 'no shadow root');
    const seen = textsSeen(tile);
    await settled(tile);
    assert.lengthOf(fetched(/\/english\.js$/), 1);
    assert.equal(text(tile, '.figure'), await births());
    assert.isAbove(seen.length, 0);
    for (const each of seen) assert.notMatch(each, /Geboorten|kinderen|Bron|geladen|Uitleg/);
  });

  it('is Dutch when nobody says anything else, and for languages that we do not have', async () => {
    for (const lang of ['nl-NL', 'fy']) {
      const tile = await show('kpi-tile', { ...attributes, lang });
      assert.include(text(tile, '.figure'), 'kinderen', lang);
      assert.include(text(tile, '.source'), 'Bron: ', lang);
    }
  });

  it('is that of the nearest ancestor, also across a shadow root', async () => {
    const stage = mount(
      html`<section lang="en">
        <div lang="nl"><p></p></div>
        <div id="host"></div>
      </section>`,
    );
    const dutch = create('kpi-tile', attributes);
    stage.querySelector('p')?.append(dutch);
    const within = create('kpi-tile', attributes);
    stage.querySelector('#host')?.attachShadow({ mode: 'open' }).append(within);
    await settled(dutch);
    await settled(within);
    assert.include(text(dutch, '.figure'), 'kinderen');
    assert.equal(text(within, '.figure'), await births());
  });

  it('reads region tags as their language', async () => {
    const tile = await show('kpi-tile', { ...attributes, lang: 'en-GB' });
    assert.include(text(tile, '.source'), 'Source: Statistics Netherlands');
  });

  it('changes with the attribute, with figures and words together', async () => {
    const tile = await show('kpi-tile', attributes);
    const seen = textsSeen(tile);
    tile.lang = 'en';
    await until(() => text(tile).includes('children'), 'never English');
    for (const each of seen) assert.notMatch(each, /kinderen.*Source|children.*Bron/);
  });

  it('changes with the attribute of an element in a shadow root', async () => {
    const host = document.createElement('div');
    mount(host);
    const tile = create('kpi-tile', attributes);
    host.attachShadow({ mode: 'open' }).append(tile);
    await settled(tile);
    tile.lang = 'en';
    await until(() => text(tile).includes('children'), 'never English');
  });

  it('changes with `lang` of the page', async () => {
    const tile = await show('kpi-tile', attributes);
    try {
      document.documentElement.lang = 'en';
      await until(() => text(tile).includes('children'), 'never English');
    } finally {
      document.documentElement.lang = 'nl';
    }
    await until(() => text(tile).includes('kinderen'), 'never Dutch again');
  });

  it('changes when an element is moved to a place in another language', async () => {
    const stage = mount(
      html`<div lang="nl"></div>
        <div lang="en"></div>`,
    );
    const tile = create('kpi-tile', attributes);
    stage.querySelector('[lang=nl]')?.append(tile);
    await settled(tile);
    stage.querySelector('[lang=en]')?.append(tile);
    await until(() => text(tile).includes('children'), 'never English');
  });

  it('says states and failures in English', async () => {
    const { element } = await inState('kpi-tile', 'failed');
    element.lang = 'en';
    await until(() => text(element).includes('Try again'), 'never English');
    assert.include(text(element), 'The request for these figures is not right. You did nothing wrong.');
  });

  it('has the chart, its sentence and its table in English', async () => {
    const chart = await show('trend-chart', { ...attributes, period: '', indicator: 'inwoners', lang: 'en' });
    await drawn(chart);
    chart.shadowRoot?.querySelector<HTMLElement>('[part=table-button]')?.click();
    await until(() => chart.shadowRoot?.querySelector('table'), 'no table');
    assert.include(text(chart, 'caption'), 'Inhabitants');
    assert.include(text(chart, 'table'), english.format(await inhabitants('GM0153', '2023')));
    assert.notMatch(text(chart), /inwoners|Bron|Toon|Verberg|Bewaren|Periode/);
  });

  it('has the definition in English', async () => {
    const panel = await show('definition-panel', { ...attributes, lang: 'en' });
    assert.include(text(panel), 'The number of children born alive during the year.');
    assert.notMatch(text(panel), /Bron|Eenheid|Versie|Bekeken/);
  });

  it('is also that of a tile inside a context', async () => {
    const stage = mount(
      html`<data-context endpoint=${endpoint} region="GM0153" lang="en">
        <kpi-tile table="bevolking" indicator="geboorten" period="2022"></kpi-tile>
      </data-context>`,
    );
    const tile = first(KpiTile, stage);
    await settled(tile);
    assert.equal(text(tile, '.figure'), await births());
  });
});
