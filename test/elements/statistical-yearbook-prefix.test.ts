/** A yearbook on a page that gives all elements other names. */
import { definePeilglas, DataElement, MunicipalityPicker, StatisticalYearbook } from '@peilglas/elements';
import { assert } from 'chai';
import { choose } from './support/choose.ts';
import { first, inside, mount, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

describe('a yearbook under another name', () => {
  it('keeps its elements, with what is opened and focused in them, when it changes', async () => {
    definePeilglas({ prefix: 'pg-' });
    const page = mount(document.createElement('pg-statistical-yearbook'), 1100);
    const book = first(StatisticalYearbook, page);
    Object.assign(book, { endpoint: new TestEndpoint().address, themes: 'wonen', region: 'GM0153' });
    const partOf = (selector: string): DataElement | null => {
      const found = book.shadowRoot?.querySelector(`${selector} > :is(pg-trend-chart, pg-municipality-picker)`);
      return found instanceof DataElement ? found : null;
    };
    await until(() => partOf('.room')?.loadState === 'ready', 'no figures');
    const figure = partOf('.room');
    const picker = partOf('[data-sheet=picker]');
    if (!figure || !(picker instanceof MunicipalityPicker)) throw new Error('No figure and picker');
    await picker.ready;
    const button = inside(figure, '[part=table-button]');
    button.click();
    button.focus();
    book.requestUpdate();
    await book.updateComplete;
    assert.equal(book.shadowRoot?.activeElement, figure);
    assert.equal(button.getAttribute('aria-expanded'), 'true');
    inside(picker, 'select').focus();
    choose(picker, 'GM0164');
    await until(() => figure.shadowRoot?.textContent.includes('Hengelo') === true, 'it does not follow');
    assert.equal(book.shadowRoot?.activeElement, picker);
    assert.equal(partOf('.room'), figure);
  });
});
