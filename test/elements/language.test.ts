import '@peilglas/elements/define';
import { KpiTile } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { demoFigure, inhabitants } from './support/demo-figures.ts';
import {
  create,
  drawn,
  fetched,
  first,
  inside,
  mount,
  plain,
  settled,
  show,
  text,
  told,
  until,
} from './support/page.ts';
import { inState } from './support/states.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const attributes = { endpoint, table: 'bevolking', indicator: 'geboorten', region: 'GM0153', period: '2022' };

const english = new Intl.NumberFormat('en');

/** What elements say in languages in which tables have no words. */
const ofOthers = {
  de: {
    subtag: 'de-AT',
    unit: '1.293 kinderen',
    change: /^\d+ (?:mehr|weniger) als im Jahr 2021 \([+−][\d,]+ %\)$/,
    source: /^Enschede, 2022 · Quelle: CBS/,
    about: 'Erklärung zu Geboorten',
    sentence:
      /^Inwoners: In Enschede stieg der Wert von [\d.]+ am 1\. Januar 2012 auf 161\.235 inwoners am 1\. Januar 2023/,
    spoken: 'Enschede, 2023: 161.235 inwoners',
    table: 'Zeitraum',
    files: ['Zahlen für Excel (CSV)', 'Quelle;"CBS, '],
    entries: ['Einheit', 'Quelle', 'Lizenz'],
    notDutch: /Bron|Eenheid|Versie|Bekeken|Periode|Toon|Verberg|Bewaren|Uitleg|Punt|cijfer/,
  },
  fy: {
    subtag: 'fy-NL',
    unit: '1.293 kinderen',
    change: /^\d+ (?:mear|minder) as yn 2021 \([+−][\d,]+ %\)$/,
    source: /^Enschede, 2022 · Boarne: CBS/,
    about: 'Útlis oer Geboorten',
    sentence:
      /^Inwoners: yn Enschede gie dit omheech fan [\d.]+ op 1 jannewaris 2012 nei 161\.235 inwoners op 1 jannewaris 2023/,
    spoken: 'Enschede, 2023: 161.235 inwoners',
    table: 'Perioade',
    files: ['Sifers foar Excel (CSV)', 'Boarne;"CBS, '],
    entries: ['Ienheid', 'Boarne', 'Lisinsje'],
    notDutch: /Bron|Eenheid|Versie|Bekeken|Periode|Toon|Verberg|Bewaren|Uitleg|cijfer/,
  },
} as const;

/** The language that parts of an element are said to be in. */
function langOf(element: Element, selector: string): string {
  return inside(element, selector).closest('[lang]')?.getAttribute('lang') ?? '';
}

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
    assert.lengthOf(fetched(/\/english(-\w+)?\.js$/), 0);
    const tile = create('kpi-tile', { ...attributes, lang: 'en' });
    mount(tile);
    await until(() => tile.shadowRoot, 'no shadow root');
    const seen = textsSeen(tile);
    await settled(tile);
    assert.lengthOf(fetched(/\/english(-\w+)?\.js$/), 1);
    assert.equal(text(tile, '.figure'), await births());
    assert.isAbove(seen.length, 0);
    for (const each of seen) assert.notMatch(each, /Geboorten|kinderen|Bron|geladen|Uitleg/);
  });

  it('is Dutch when nobody says anything else, and for languages that we do not have', async () => {
    for (const lang of ['nl-BE', 'nds']) {
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

  for (const [lang, words] of Object.entries(ofOthers)) {
    it(`may be one in which tables have no words: those are Dutch and marked so (${lang})`, async () => {
      const tile = await show('kpi-tile', { ...attributes, lang: words.subtag });
      assert.equal(text(tile, '.figure'), words.unit);
      assert.match(text(tile, '.change'), words.change);
      assert.match(text(tile, '.source'), words.source);
      assert.equal(inside(tile, '[part=definition-button]').getAttribute('aria-label'), words.about);
      assert.equal(langOf(tile, '[part=heading] slot > *'), 'nl');

      tile.heading = 'Geburten';
      await tile.updateComplete;
      assert.equal(langOf(tile, '[part=heading] slot > *'), lang, 'a heading of the page itself is in its language');

      const panel = await show('definition-panel', { ...attributes, lang });
      const terms = [...(panel.shadowRoot?.querySelectorAll('dt') ?? [])].map(({ textContent }) => plain(textContent));
      assert.includeMembers(terms, [...words.entries]);
      assert.notMatch(terms.join(' '), words.notDutch);
      assert.equal(langOf(panel, 'dd'), 'nl');
      assert.equal(langOf(panel, '.panel > p'), 'nl');
      assert.lengthOf(fetched(/[?&]lang=(?:de|fy)/), 0, 'asked for a language that tables do not have');
    });

    it(`is that of a chart's sentence, speech, table and files too (${lang})`, async () => {
      const chart = await show('trend-chart', { ...attributes, period: '2012..2023', indicator: 'inwoners', lang });
      await drawn(chart);
      assert.match(plain(chart.summary), words.sentence);
      inside(chart, '[part=drawing]').dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      assert.equal(told(chart), words.spoken);

      inside(chart, '[part=table-button]').click();
      await chart.updateComplete;
      assert.equal(text(chart, 'th'), words.table);
      assert.equal(langOf(chart, 'caption'), 'nl');
      assert.include(text(chart, 'caption'), 'Inwoners');
      assert.notMatch(text(chart), words.notDutch);

      const [label, source] = words.files;
      inside(chart, '.downloads summary').click();
      await until(() => text(chart, '.downloads .menu'), 'no menu');
      assert.include(text(chart, '.downloads .menu'), label);
      assert.include(chart.toCsv('dutch'), source);
    });
  }
});
