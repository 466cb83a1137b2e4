/** Pages that the browser translates, which puts nodes of its own in place of texts; also in open shadow roots. */
import '@peilglas/elements/define';
import { KpiTile, MunicipalityPicker, type DataElement } from '@peilglas/elements';
import { assert } from 'chai';
import { html, type TemplateResult } from 'lit';
import { chartTags, dataTags, drawn, first, frames, mount, plain, settled, text, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;

const elements: TemplateResult = html`<kpi-tile table="bevolking" compare-with="NL01" target="90000:2030"></kpi-tile>
  <trend-chart table="bevolking" compare-with="NL01"></trend-chart>
  <municipality-compare table="bevolking"></municipality-compare>
  <municipality-map table="bevolking"></municipality-map>
  <share-chart table="leeftijd" parts="Leeftijd"></share-chart>
  <data-table table="bevolking"></data-table>
  <definition-panel table="bevolking"></definition-panel>
  <municipality-picker table="bevolking"></municipality-picker>
  <period-picker table="bevolking"></period-picker>
  <indicator-picker table="bevolking"></indicator-picker>`;

const selection = { region: 'GM0153', filter: 'indicator:inwoners' };
const other = { region: 'GM0164', filter: 'indicator:geboorten' };

/** What may be translated, as translators see it: not below `translate="no"`. */
function textsOf(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const around = node.parentElement;
    if (!(node instanceof Text) || node.data.trim() === '' || !around || around instanceof HTMLStyleElement) continue;
    if (around.closest('[translate]')?.getAttribute('translate') !== 'no') texts.push(node);
  }
  return texts;
}

/** The element of old that translators still use. */
function wrapper(): Element {
  return document.createElementNS('http://www.w3.org/1999/xhtml', 'font');
}

const translators: Readonly<Record<string, (root: Node) => void>> = {
  'puts each text in elements of its own': (root) => {
    for (const node of textsOf(root)) {
      const [outer, inner] = [wrapper(), wrapper()];
      inner.textContent = `‹${node.data}›`;
      outer.append(inner);
      node.replaceWith(outer);
    }
  },
  'writes the texts of an element anew at its end': (root) => {
    for (const around of new Set(textsOf(root).map(({ parentElement }) => parentElement))) {
      const texts = [...(around?.childNodes ?? [])].filter((node) => node instanceof Text);
      for (const node of texts) node.remove();
      around?.append(...texts.map(({ data }) => `‹${data}›`));
    }
  },
};

function dataElements(root: ParentNode): readonly DataElement[] {
  return [...root.querySelectorAll<DataElement>(dataTags.join())];
}

function inContext(attributes: typeof selection): TemplateResult {
  return html`<data-context endpoint=${endpoint} region=${attributes.region} filter=${attributes.filter}
    >${elements}</data-context
  >`;
}

async function show(attributes: typeof selection): Promise<HTMLElement> {
  const stage = mount(inContext(attributes));
  await whole(stage);
  return stage;
}

/** Waits until all is said and drawn. */
async function whole(stage: HTMLElement): Promise<void> {
  await Promise.all(dataElements(stage).map(settled));
  await Promise.all([...stage.querySelectorAll<DataElement>(chartTags.join())].map(drawn));
  await until(() => text(first(KpiTile, stage)).includes('Doel'), 'the tile tells no target');
  await frames(4);
}

function shown(stage: ParentNode): readonly string[] {
  return dataElements(stage).map((element) => `${element.localName}: ${text(element).replaceAll(/[‹›]/g, '')}`);
}

describe('a page that is translated by the browser', () => {
  for (const [name, translate] of Object.entries(translators)) {
    it(`shows the figures that were chosen since, by one that ${name}`, async () => {
      const expected = shown(await show(other));
      const stage = await show(selection);
      const before = shown(stage);
      for (const { shadowRoot } of dataElements(stage)) if (shadowRoot) translate(shadowRoot);
      const context = stage.querySelector('data-context');
      Object.assign(context ?? {}, other);
      await frames();
      await whole(stage);
      assert.notDeepEqual(before, expected);
      assert.deepEqual(shown(stage), expected);
    });
  }

  it('has its words translated, and no figure and no name of a place', async () => {
    const stage = await show(selection);
    const names = first(MunicipalityPicker, stage).shadowRoot?.querySelectorAll('option') ?? [];
    const apart = new Set(['Nederland', ...[...names].map(({ label }) => label)]);
    const texts = dataElements(stage).flatMap(({ shadowRoot }) =>
      shadowRoot ? textsOf(shadowRoot).map(({ data }) => plain(data)) : [],
    );
    assert.deepEqual(
      texts.filter((each) => apart.has(each) || /^[−+]?[\d.]*\d[.,]\d+(?: %)?$/.test(each)),
      [],
    );
    const words = ['Inwoners', 'Het aantal', 'Toon tabel', 'Bewaren en delen', 'Gemeente', 'meer dan in 2022'];
    for (const word of words) assert.include(texts.join('\n'), word);
  });
});
