import { DefinitionPanel, KpiTile, TrendChart } from '@peilglas/elements';
import { assert } from 'chai';
import { defineElement } from '../../packages/elements/dist/shared/define-element.js';
import { inside, pickerTags, show, until } from './support/page.ts';
import { onePoint } from './support/synthetic.ts';

const tags = [
  'data-context',
  'data-table',
  'definition-panel',
  'embed-code',
  'kpi-tile',
  'municipality-compare',
  'municipality-map',
  'population-pyramid',
  'share-chart',
  'statistical-yearbook',
  'trend-chart',
  ...pickerTags,
];

/** What the console is warned of while something runs. */
function warningsOf(run: () => void): readonly string[] {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

// In this order: what is registered stays so as long as the page.
describe('registration', () => {
  it('does not happen by importing the classes', () => {
    for (const tag of tags) assert.isUndefined(customElements.get(tag), tag);
  });

  it('of one tag leaves the others alone, and readies the browser for numbers before there are any', async () => {
    const { NumberFormat } = Intl;
    let made = 0;
    Intl.NumberFormat = new Proxy(NumberFormat, {
      apply: (target) => {
        made++;
        return target();
      },
    });
    await import('@peilglas/elements/kpi-tile/define');
    assert.equal(customElements.get('kpi-tile'), KpiTile);
    assert.isUndefined(customElements.get('data-context'));
    await until(() => made > 0, 'no number format');
    Intl.NumberFormat = NumberFormat;
  });

  it('of a panel is possible after a tile has opened one', async () => {
    const tile = await show('kpi-tile', {}, { data: onePoint });
    inside(tile, '.definition-button').click();
    await until(() => tile.shadowRoot?.querySelector(':popover-open'), 'no definition');
    assert.isUndefined(customElements.get('definition-panel'));
    await import('@peilglas/elements/definition-panel/define');
    assert.equal(customElements.get('definition-panel'), DefinitionPanel);
  });

  it('of all tags takes those that are left', async () => {
    await import('@peilglas/elements/define');
    for (const tag of tags) assert.isDefined(customElements.get(tag), tag);
  });

  it('a second time does nothing', () => {
    assert.deepEqual(
      warningsOf(() => defineElement('trend-chart', TrendChart)),
      [],
    );
    assert.equal(customElements.get('trend-chart'), TrendChart);
  });

  it('leaves a tag with its owner, and says so', () => {
    class Stranger extends HTMLElement {}
    const warnings = warningsOf(() => defineElement('trend-chart', Stranger));
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0] ?? '', '<trend-chart> is already defined');
    assert.equal(customElements.get('trend-chart'), TrendChart);
  });
});
