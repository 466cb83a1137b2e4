import { DefinitionPanel } from '@peilglas/elements';
import { assert } from 'chai';
import { inside, show, text, until } from './support/page.ts';
import { onePoint } from './support/synthetic.ts';

/** Another library, or another version of this one, that was here first. */
class Stranger extends HTMLElement {}

describe('a page on which a tag is taken', () => {
  const { warn } = console;
  const warnings: string[] = [];

  before(async () => {
    customElements.define('definition-panel', Stranger);
    console.warn = (...words: unknown[]) => warnings.push(words.map(String).join(' '));
    await import('@peilglas/elements/define');
  });

  after(() => {
    console.warn = warn;
  });

  it('is warned, and keeps its own element', () => {
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0] ?? '', '<definition-panel>');
    assert.equal(customElements.get('definition-panel'), Stranger);
  });

  it('has the other tags, with a definition behind their button all the same', async () => {
    const tile = await show('kpi-tile', {}, { data: onePoint });
    assert.equal(text(tile, '.figure'), '7 stuks');
    inside(tile, '.definition-button').click();
    await until(() => tile.shadowRoot?.querySelector(':popover-open'), 'no definition');
    assert.instanceOf(inside(tile, ':popover-open'), DefinitionPanel);
  });
});
