import { assert } from 'chai';
import { css, html, type TemplateResult } from 'lit';
import { DataTable, KpiTile, ShareChart, TrendChart } from '@peilglas/elements';
import '@peilglas/elements/define';
import { drawn, first, inside, mount, settled } from './support/page.ts';
import { tableData } from './support/table-data.ts';

const data = tableData([
  { id: 'Regio', role: 'geo', codes: { GM0153: 'Enschede', GM0164: 'Hengelo' } },
  { id: 'Periode', role: 'time', codes: { '2022': '2022', '2023': '2023' } },
]);
const parts = tableData([
  { id: 'Regio', role: 'geo', codes: { GM0153: 'Enschede' } },
  { id: 'Leeftijd', codes: { jong: 'Jong', oud: 'Oud' } },
  { id: 'Periode', role: 'time', codes: { '2023': '2023' } },
]);
const chart = html`<trend-chart .data=${data}></trend-chart>`;
const table = html`<data-table .data=${data}></data-table>`;

const styles = css`
  .row {
    display: flex;
  }
  .column {
    display: flex;
    flex-direction: column;
    align-items: start;
  }
  .still {
    position: static;
    max-inline-size: none;
  }
  .halves {
    display: grid;
    grid-template-columns: 1fr 1fr;
  }
  .kept {
    white-space: pre-wrap;
  }
`;

/** Boxes that are as wide as what is in them, in which what asks for its width gets none. */
const boxes: Readonly<Record<string, TemplateResult>> = {
  'side by side': html`<div class="row">${chart}${table}</div>`,
  'below each other, at the start': html`<div class="column">${chart}${table}</div>`,
  'in cells': html`<table>
    <tr>
      <td>${chart}</td>
      <td>${table}</td>
    </tr>
  </table>`,
  'in a dialog': html`<dialog open class="still">${chart}${table}</dialog>`,
};

/** What decides how all within an element is painted. */
function paint({ shadowRoot }: Element): string {
  return [...(shadowRoot?.querySelectorAll('*') ?? [])]
    .map((part) => {
      const { fill, stroke, color, backgroundColor, borderTopColor, outlineColor, width, height } =
        getComputedStyle(part);
      return [part.localName, fill, stroke, color, backgroundColor, borderTopColor, outlineColor, width, height].join();
    })
    .join('\n');
}

/** The names that an element has for its own use, in its styles and in what it drew. */
function privateNames({ shadowRoot }: Element): readonly string[] {
  const rules =
    shadowRoot?.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)) ?? [];
  const colours = [...(shadowRoot?.querySelectorAll('svg *') ?? [])].flatMap((shape) =>
    ['fill', 'stroke'].map((name) => shape.getAttribute(name) ?? ''),
  );
  return [...rules, ...colours].join('\n').match(/--_[\w-]+/g) ?? [];
}

describe('whatever the page around it', () => {
  const sheet = styles.styleSheet ?? new CSSStyleSheet();

  before(() => document.adoptedStyleSheets.push(sheet));

  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });

  for (const [name, box] of Object.entries(boxes)) {
    it(`a chart and a table have a width of their own ${name}`, async () => {
      const stage = mount(box, 1000);
      for (const element of [first(TrendChart, stage), first(DataTable, stage)]) {
        await settled(element);
        assert.isAtLeast(element.offsetWidth, Math.min(352, innerWidth * 0.8), element.localName);
      }
    });
  }

  it('elements side by side become narrower than that rather than wider than the page', async () => {
    const stage = mount(html` <div class="halves">${chart}${table}</div>`, 400);
    for (const element of [first(TrendChart, stage), first(DataTable, stage)]) {
      await settled(element);
      assert.equal(element.offsetWidth, 200, element.localName);
    }
  });

  it('an element looks the same where the page has names that it has for itself', async () => {
    const share = html`<share-chart parts="Leeftijd" region="GM0153" .data=${parts}></share-chart>`;
    const tile = html`<kpi-tile region="GM0153" .data=${data}></kpi-tile>`;
    const trend = html`<trend-chart region="GM0153" .data=${data}></trend-chart>`;
    const stage = mount(html`${tile}${share}${trend}${table}`, 600);
    const charts = [first(TrendChart, stage), first(ShareChart, stage)];
    await Promise.all(charts.map(drawn));
    const elements = [...charts, first(KpiTile, stage), first(DataTable, stage)];
    const before = elements.map(paint);
    for (const name of elements.flatMap(privateNames)) stage.style.setProperty(name, 'red');
    assert.isAbove(stage.style.length, 20);
    for (const [place, element] of elements.entries()) assert.equal(paint(element), before[place], element.localName);
  });

  it('a tile takes as much of a row before its script is there', async () => {
    const tile = html`<kpi-tile region="GM0153" .data=${data}></kpi-tile>`;
    const stage = mount(html`<div class="row">${tile}<not-yet-a-tile></not-yet-a-tile></div>`, 1000);
    await settled(first(KpiTile, stage));
    const file = await fetch('/packages/elements/src/reserve.css').then((answer) => answer.text());
    const reserved = new CSSStyleSheet();
    reserved.replaceSync(file.replaceAll('kpi-tile', 'not-yet-a-tile'));
    document.adoptedStyleSheets.push(reserved);
    try {
      const [now, later] = [...stage.querySelectorAll('.row > *')].map((each) => each.getBoundingClientRect());
      assert.deepEqual([later?.width, later?.height], [now?.width, now?.height]);
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  it('a button has one line, also in a text of which the page keeps the line breaks', async () => {
    const stage = mount(html`<div class="kept"><trend-chart region="GM0153" .data=${data}></trend-chart></div>`, 600);
    const element = first(TrendChart, stage);
    await settled(element);
    const button = inside(element, '[part=table-button]');
    const range = document.createRange();
    range.selectNodeContents(button);
    assert.isBelow(range.getBoundingClientRect().height, 1.6 * parseFloat(getComputedStyle(button).fontSize));
  });
});
