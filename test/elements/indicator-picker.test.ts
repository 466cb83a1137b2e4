import '@peilglas/elements/define';
import { DefinitionPanel, IndicatorPicker, KpiTile, TrendChart } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { choose, heard, optionsOf, selectOf, shownBy } from './support/choose.ts';
import { first, mount, settled, show, text, until } from './support/page.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;

/** Indicators of which some lie below others. */
const grouped = {
  version: '2.0',
  class: 'dataset',
  label: 'Proefcijfers',
  id: ['Onderwerp'],
  size: [6],
  role: { metric: ['Onderwerp'] },
  dimension: {
    Onderwerp: {
      label: 'Onderwerp',
      category: {
        index: ['los', 'wonen', 'huur', 'koop', 'koop-nieuw', 'ook-los'],
        label: {
          los: 'Los',
          wonen: 'Wonen',
          huur: 'Huur',
          koop: 'Koop',
          'koop-nieuw': 'Nieuwbouw',
          'ook-los': 'Ook los',
        },
        child: { wonen: ['huur', 'koop'], koop: ['koop-nieuw'] },
      },
    },
  },
  value: [1, 2, 3, 4, 5, 6],
};

describe('<indicator-picker>', () => {
  describe('options', () => {
    it('are the indicators of the table in its own order, by name', async () => {
      const picker = await show('indicator-picker', { endpoint, table: 'bevolking' });
      assert.deepEqual(optionsOf(picker).slice(0, 2), ['Inwoners', 'Geboorten']);
      assert.isFalse(selectOf(picker).querySelector('optgroup') !== null);
      picker.lang = 'en';
      await until(() => text(picker, 'label') === 'Topic' && optionsOf(picker)[0] === 'Inhabitants', 'never English');
    });

    it('are in groups where the table has some lie below others', async () => {
      const picker = await show('indicator-picker', {}, { data: grouped });
      const groups = [...selectOf(picker).querySelectorAll('optgroup')].map((group) => [
        group.label,
        group.children.length,
      ]);
      assert.deepEqual(groups, [['Wonen', 4]]);
      assert.deepEqual(optionsOf(picker), ['Los', 'Ook los', 'Wonen', 'Huur', 'Koop', 'Nieuwbouw']);
    });

    it('show the first of the table while nobody says which, as elements do', async () => {
      const picker = await show('indicator-picker', { endpoint, table: 'bevolking' });
      assert.equal(picker.value, 'inwoners');
    });
  });

  describe('in a context', () => {
    const page = async (filter: string) => {
      const stage = mount(
        html`<data-context endpoint=${endpoint} region="GM0153" filter=${filter}>
          <indicator-picker table="bevolking"></indicator-picker>
          <kpi-tile table="bevolking"></kpi-tile>
          <kpi-tile table="bevolking" indicator="inwoners"></kpi-tile>
          <kpi-tile table="jeugdzorg"></kpi-tile>
          <trend-chart table="bevolking"></trend-chart>
          <definition-panel table="bevolking"></definition-panel>
        </data-context>`,
      );
      const picker = first(IndicatorPicker, stage);
      await settled(picker);
      return { stage, picker, context: first(HTMLElement, stage) };
    };

    const headed = (element: Element | undefined, words: string) =>
      until(
        () => element && text(element, '.heading') === words,
        () => `not ${words} but ${element ? text(element, '.heading') : 'nothing'}`,
      );

    it('changes the elements that name no indicator themselves, and leaves the others', async () => {
      const { stage, picker } = await page('Geslacht:T');
      const [tile, own, other] = stage.querySelectorAll('kpi-tile');
      await headed(tile, 'Inwoners');
      await headed(other, 'Jongeren met jeugdhulp');
      choose(picker, 'geboorten');
      await headed(tile, 'Geboorten');
      await headed(first(TrendChart, stage), 'Geboorten');
      await headed(first(DefinitionPanel, stage), 'Geboorten');
      await headed(own, 'Inwoners');
      await headed(other, 'Jongeren met jeugdhulp');
      assert.equal(other?.loadState, 'ready', 'a table that has no such indicator');
      assert.equal(stage.querySelector('data-context')?.filter, 'Geslacht:T indicator:geboorten');
    });

    it('shows what the context says, and follows it without an event', async () => {
      const { stage, picker, context } = await page('indicator:geboorten');
      assert.equal(shownBy(picker), 'Geboorten');
      await headed(first(KpiTile, stage), 'Geboorten');
      const events = heard(picker, 'peil-select', 'input', 'change');
      context.setAttribute('filter', 'indicator:inwoners');
      await until(() => shownBy(picker) === 'Inwoners', 'never Inwoners');
      assert.lengthOf(events, 0);
    });

    it('shows the first of the table when the page is about one of another table', async () => {
      const { picker } = await page('indicator:jeugdhulp');
      assert.equal(shownBy(picker), 'Inwoners');
    });
  });
});
