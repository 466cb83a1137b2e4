import '@peilglas/elements/define';
import { assert } from 'chai';
import { TestEndpoint } from './support/test-endpoint.ts';
import { drawn, first, inside, mount, plain, settled } from './support/page.ts';
import { KpiTile, TrendChart } from '@peilglas/elements';
import { html } from 'lit';

const endpoint = new TestEndpoint().address;

/** From left to right: where each of these words begins, in the text of an element. */
function lefts(element: Element, words: readonly string[]): readonly number[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return words.map((word) => {
    const node = nodes.find(({ data }) => data.includes(word));
    if (!node) throw new Error(`No ${word} in ${plain(element.textContent)}`);
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(word));
    range.setEnd(node, node.data.indexOf(word) + word.length);
    return range.getBoundingClientRect().left;
  });
}

describe('on a page from right to left', () => {
  it('words and figures keep the order of their language, at the side of the page', async () => {
    const stage = mount(
      html`<div dir="rtl">
        <data-context endpoint=${endpoint} region="GM0153" period="2024">
          <kpi-tile table="woningprijzen" indicator="verkoopprijs"></kpi-tile>
          <trend-chart table="woningprijzen" indicator="verkoopprijs" period="1995..2024"></trend-chart>
        </data-context>
      </div>`,
    );
    const [tile, chart] = [first(KpiTile, stage), first(TrendChart, stage)];
    await settled(tile);
    await settled(chart);
    await drawn(chart);

    const figure = inside(tile, '.figure');
    assert.match(plain(figure.textContent), /^€ 345\.393/);
    const [euro = 0, amount = 0] = lefts(figure, ['€', '345.393']);
    assert.isBelow(euro, amount, 'the amount stands before its sign');
    const range = document.createRange();
    range.selectNodeContents(figure);
    const [words, line] = [range.getBoundingClientRect(), figure.getBoundingClientRect()];
    assert.approximately(words.right, line.right, 1, 'the figure is not at the right side');

    const [name = 0, unit = 0] = lefts(inside(chart, '.subline'), ['€', '1995']);
    assert.isBelow(name, unit, 'the line below the heading is turned around');
    assert.equal(getComputedStyle(inside(chart, '.frame')).direction, 'rtl', 'the layout is not that of the page');
  });
});
