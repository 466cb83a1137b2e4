import '@peilglas/elements/define';
import { KpiTile, PeriodPicker } from '@peilglas/elements';
import { assert } from 'chai';
import { html } from 'lit';
import { choose, heard, optionsOf, shownBy } from './support/choose.ts';
import { inhabitants, written } from './support/demo-figures.ts';
import { first, mount, settled, show, text, until } from './support/page.ts';
import { synthetic } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;

/** A picker of a made table with these periods. */
const of = (periods: readonly string[], attributes: Record<string, string> = {}) =>
  show('period-picker', attributes, { data: synthetic({ periods, values: periods.map((_, index) => index) }) });

describe('<period-picker>', () => {
  describe('options', () => {
    it('are the periods of the table, newest first', async () => {
      const picker = await show('period-picker', { endpoint, table: 'bevolking' });
      assert.deepEqual(
        optionsOf(picker),
        Array.from({ length: 12 }, (_, index) => String(2023 - index)),
      );
    });

    it('are named in words, whatever the notation', async () => {
      const months = await show('period-picker', { endpoint, table: 'bevolking-maand' });
      assert.match(optionsOf(months)[0] ?? '', /^\p{L}+ \d{4}$/u);
      assert.deepEqual(optionsOf(await of(['2022KW04', '2023KW01'])), ['1e kwartaal 2023', '4e kwartaal 2022']);
      assert.deepEqual(optionsOf(await of(['2022-H1', '2023-Q2'])), ['2e kwartaal 2023', '1e helft 2022']);
      assert.deepEqual(optionsOf(await of(['2023MM01', '2023MM12'], { lang: 'en' })), [
        'December 2023',
        'January 2023',
      ]);
    });

    it('have a year above its quarters, and what is no period last', async () => {
      const periods = ['onbekend', '2022', '2022KW04', '2022KW01', '2023KW01'];
      const names = ['1e kwartaal 2023', '2022', '4e kwartaal 2022', '1e kwartaal 2022', 'onbekend'];
      assert.deepEqual(optionsOf(await of(periods)), names);
    });

    it('begin with the latest figures when asked', async () => {
      const picker = await of(['2021', '2022'], { 'with-latest': '' });
      assert.deepEqual(optionsOf(picker), ['Laatste cijfers', '2022', '2021']);
      assert.equal(picker.value, 'latest', 'elements show these when nobody says which');
    });
  });

  describe('value', () => {
    it('is read in any notation, and is the code that the table has', async () => {
      const codes = ['2021JJ00', '2022JJ00', '2023JJ00'];
      const meant = { '2022': '2022JJ00', '2022JJ00': '2022JJ00', latest: '2023JJ00', first: '2021JJ00' };
      for (const [value, code] of Object.entries(meant)) assert.equal((await of(codes, { value })).value, code, value);
    });

    it('is empty where the page is about another period than the one that there is', async () => {
      const other = await of(['2023'], { period: '2020' });
      assert.deepEqual([other.value, optionsOf(other)], ['', ['2023']]);
      const range = await of(['2023'], { period: '2020..2024' });
      assert.deepEqual([range.value, text(range, '[part=only]')], ['2023', '2023']);
    });

    it('is empty for a range, for several periods and for none', async () => {
      for (const value of ['2021..2022', '2021 2022', '1850', ''])
        assert.equal((await of(['2021', '2022'], { value })).value, '', value);
    });
  });

  describe('in a context', () => {
    const page = async (period: string) => {
      const stage = mount(
        html`<data-context endpoint=${endpoint} region="GM0153" period=${period}>
          <period-picker table="bevolking" with-latest></period-picker>
          <kpi-tile table="bevolking"></kpi-tile>
        </data-context>`,
      );
      const [picker, tile] = [first(PeriodPicker, stage), first(KpiTile, stage)];
      await settled(picker);
      return { picker, tile, context: first(HTMLElement, stage) };
    };

    const says = (tile: KpiTile, words: string) => until(() => text(tile).includes(words), `never ${words}`);

    it('shows the period of the page, and a choice changes the page', async () => {
      const { picker, tile } = await page('2020');
      assert.equal(shownBy(picker), '2020');
      choose(picker, '2015');
      await says(tile, written(await inhabitants('GM0153', '2015')));
      choose(picker, 'latest');
      await says(tile, written(await inhabitants('GM0153', '2023')));
      assert.equal(shownBy(picker), 'Laatste cijfers');
    });

    it('follows the page without an event', async () => {
      const { picker, context } = await page('latest');
      const events = heard(picker, 'peil-select', 'input', 'change');
      context.setAttribute('period', '2012');
      await until(() => shownBy(picker) === '2012', 'never 2012');
      context.setAttribute('period', '2012..2020');
      await until(() => shownBy(picker) === 'Kies een periode', 'a range is no option');
      assert.lengthOf(events, 0);
    });
  });
});
