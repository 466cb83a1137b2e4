import '@peilglas/elements/define';
import type { TrendChart } from '@peilglas/elements';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { demoFigure, demoRows, inhabitants, written } from './support/demo-figures.ts';
import { darken, drawn, has, inside, plain, show, text, told, until } from './support/page.ts';
import { tableData } from './support/table-data.ts';
import { longTexts, noPoint, onePoint, synthetic, years } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0153' };

type Given = Parameters<typeof show>[2];

async function chartOf(attributes: Record<string, string>, given?: Given): Promise<TrendChart> {
  const chart = await show('trend-chart', attributes, given);
  await drawn(chart);
  return chart;
}

const strokes = (chart: Element, colour: string): readonly Element[] => [
  ...(chart.shadowRoot?.querySelectorAll(`.canvas svg path[fill="none"][stroke="var(--_${colour})"]`) ?? []),
];

async function openTable(chart: TrendChart): Promise<HTMLTableElement> {
  inside(chart, '[part=table-button]').click();
  await chart.updateComplete;
  const table = inside(chart, 'table');
  if (table instanceof HTMLTableElement) return table;
  throw new Error('No table');
}

const tooltip = (chart: Element) => text(chart, '.tooltip');

/** Presses keys on the focused drawing, one after the other. */
async function press(chart: TrendChart, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await chart.updateComplete;
}

async function focusDrawing(chart: TrendChart): Promise<HTMLElement> {
  const drawing = inside(chart, '[part=drawing]');
  drawing.focus();
  await until(() => has(chart, '.tooltip'), 'no tooltip');
  return drawing;
}

describe('<trend-chart>', () => {
  describe('drawing', () => {
    it('has a line for each region, the own one in the accent', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164 GM0141' });
      assert.lengthOf(strokes(chart, 'accent'), 1);
      assert.lengthOf(strokes(chart, 'neutral'), 2);
    });

    it('is of the newest kind of period alone where a table has years and quarters, and says so', async () => {
      const periods = ['2022JJ00', '2023KW01', '2023KW02', '2023KW03', '2023JJ00', '2023KW04'];
      const data = synthetic({ periods, values: [400, 90, 95, null, 440, 110] });
      const chart = await chartOf({}, { data });
      const table = await openTable(chart);
      assert.deepEqual(
        [...table.querySelectorAll('tbody th')].map(({ textContent }) => textContent.trim()),
        ['1e kwartaal 2023', '2e kwartaal 2023', '3e kwartaal 2023', '4e kwartaal 2023'],
      );
      assert.include(plain(chart.summary), 'van 90 in het 1e kwartaal van 2023 naar 110');
      assert.include(text(chart, '.axis-note'), 'Alleen perioden van één soort');
      const years = await chartOf({ period: '2022 2023' }, { data });
      assert.include(plain(years.summary), 'van 400 in 2022 naar 440');
      assert.notInclude(text(years), 'Alleen perioden');
    });

    it('keeps a gap where a figure is missing', async () => {
      const data = synthetic({ periods: years(2018, 6), values: [1, 2, null, null, 5, 6] });
      assert.lengthOf(strokes(await chartOf({}, { data }), 'accent'), 2);
    });

    it('marks a break in the series', async () => {
      const chart = await chartOf({ endpoint, table: 'jeugdzorg', indicator: 'jeugdhulp', region: 'GM0153' });
      assert.include(plain(inside(chart, '.canvas').textContent), 'trendbreuk');
    });

    it('says that dashes are provisional figures', async () => {
      const chart = await chartOf({ endpoint, table: 'stadsverwarming', region: 'GM0153' });
      assert.include(text(chart, '.axis-note'), 'Streepjes: voorlopig');
    });

    it('speak of dashes only where a line can have them', async () => {
      const last = (count: number) =>
        tableData(
          [
            {
              id: 'Periode',
              role: 'time',
              codes: Object.fromEntries(['2023', '2024'].slice(-count).map((y) => [y, y])),
            },
          ],
          { statuses: { [count - 1]: 'P' } },
        );
      assert.include(text(await show('trend-chart', {}, { data: last(2) }), '.axis-note'), 'Streepjes');
      assert.notInclude(text(await show('trend-chart', {}, { data: last(1) }), '.axis-note'), 'Streepjes');
      for (const count of [1, 2]) {
        const bars = await show('trend-chart', { shape: 'bar' }, { data: last(count) });
        assert.include(text(bars, '.axis-note'), 'Streepjes', `${count} bars`);
      }
    });

    it('draws all periods also where the page asks for the latest', async () => {
      const chart = await chartOf({ ...population, period: 'latest' });
      assert.include(text(chart, '.subline'), '2012–2023');
      const part = await chartOf({ ...population, period: '2015..2018' });
      assert.include(text(part, '.subline'), '2015–2018');
    });

    it('takes other shapes, and a line for what is no shape', async () => {
      for (const shape of ['area', 'bar', 'stacked', 'taart']) {
        const chart = await chartOf({ ...population, 'compare-with': 'GM0164', shape });
        assert.isTrue(has(chart, '.canvas svg path'), shape);
      }
    });

    it('draws indicators of different units as index figures, and says so', async () => {
      const chart = await chartOf({ ...population, indicator: 'inwoners geboortecijfer' });
      assert.include(text(chart, '.subline'), 'index, 2012 = 100');
      assert.include(text(chart, '.axis-note'), 'Verschillende eenheden, daarom als indexcijfer');
    });

    it('is disposed of when the element leaves, and made again when it comes back', async () => {
      const chart = await chartOf(population);
      const stage = chart.parentElement;
      chart.remove();
      assert.equal(inside(chart, '.canvas').childElementCount, 0);
      stage?.append(chart);
      await drawn(chart);
      assert.equal(inside(chart, '.canvas').childElementCount, 1);
    });

    it('is there before the page goes on paper when the element comes back for that, with nothing put off', async () => {
      const chart = await chartOf(population);
      const stage = chart.parentElement;
      chart.remove();
      await chart.updateComplete;
      stage?.append(chart);
      window.dispatchEvent(new Event('beforeprint'));
      assert.isTrue(has(chart, '.canvas svg path'));
      window.dispatchEvent(new Event('afterprint'));
    });
  });

  describe('sentence', () => {
    it('is about no place where the table has none', async () => {
      const data = {
        version: '2.0',
        class: 'dataset',
        label: 'Werkloosheid',
        id: ['Maand'],
        size: [2],
        role: { time: ['Maand'] },
        dimension: { Maand: { category: { index: ['2021M01', '2022M01'] } } },
        value: [5, 4],
      };
      const chart = await chartOf({}, { data });
      assert.notInclude(chart.summary, 'in Werkloosheid');
      assert.match(chart.summary, /^Werkloosheid: /);
    });

    it('is about the first part in the own region where parts are compared between regions', async () => {
      const chart = await chartOf({ ...population, region: 'GM0153 GM0164', filter: 'Geslacht:M Geslacht:V' });
      assert.match(plain(chart.summary), /^Inwoners \(Mannen\): in Enschede steeg dit van|^Het aantal .* in Enschede /);
      assert.include(chart.summary, 'Hengelo, Vrouwen');
      const several = await chartOf({ ...population, region: 'GM0153 GM0164', indicator: 'geboorten sterfgevallen' });
      assert.include(plain(several.summary), 'Geboorten: in Enschede daalde dit van');
    });

    it('says what the chart shows', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      assert.equal(text(chart, '[part=summary]'), plain(chart.summary));
      assert.include(chart.summary, 'Enschede');
      assert.include(chart.summary, written(await inhabitants('GM0153', '2023')));
      assert.include(chart.summary, 'Hengelo');
    });
  });

  describe('table', () => {
    it('has the same figures as the file they came from', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      const table = await openTable(chart);
      assert.equal(plain(table.caption?.textContent ?? ''), 'Inwoners (inwoners)');
      const rows = [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
      const expected = await demoRows('bevolking', { region: 'GM0153', sex: 'T', indicator: 'inwoners' });
      assert.deepEqual(rows[0], ['Periode', 'Enschede', 'Hengelo']);
      assert.lengthOf(rows.slice(1), expected.length);
      for (const [index, { period = '', value }] of expected.entries()) {
        const other = await inhabitants('GM0164', period);
        assert.deepEqual(rows[index + 1], [period, written(Number(value)), written(other)]);
      }
    });

    it('has headers with a scope', async () => {
      const table = await openTable(await chartOf(population));
      const scopes = [...table.rows].map((row) => row.cells[0]?.scope);
      assert.equal(scopes[0], 'col');
      assert.isTrue(scopes.slice(1).every((scope) => scope === 'row'));
    });

    it('opens and closes with its button, which tells so', async () => {
      const chart = await chartOf(population);
      const button = inside(chart, '[part=table-button]');
      assert.equal(button.getAttribute('aria-expanded'), 'false');
      await openTable(chart);
      assert.equal(button.getAttribute('aria-expanded'), 'true');
      assert.equal(plain(button.textContent), 'Verberg tabel');
      button.click();
      await chart.updateComplete;
      assert.isFalse(has(chart, 'table'));
    });

    it('says why a figure is not there, and what is provisional', async () => {
      const data = synthetic({ periods: years(2021, 3), values: [1, null, 3], statuses: { 1: 'C', 2: 'P' } });
      const table = await openTable(await chartOf({}, { data }));
      assert.include(plain(table.rows[2]?.textContent ?? ''), 'geheim');
      assert.include(plain(table.rows[3]?.textContent ?? ''), 'voorlopig');
    });
  });

  describe('walking with keys', () => {
    it('begins at the last figure, and says what the arrows lead to', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      await focusDrawing(chart);
      const figure = async (region: string, period: string) => `${written(await inhabitants(region, period))} inwoners`;
      assert.equal(told(chart), `Enschede, 2023: ${await figure('GM0153', '2023')}`);
      await press(chart, 'ArrowLeft');
      assert.equal(told(chart), `Enschede, 2022: ${await figure('GM0153', '2022')}`);
      await press(chart, 'ArrowDown');
      assert.equal(told(chart), `Hengelo, 2022: ${await figure('GM0164', '2022')}`);
      await press(chart, 'Home');
      assert.equal(told(chart), `Hengelo, 2012: ${await figure('GM0164', '2012')}`);
      await press(chart, 'ArrowLeft', 'ArrowUp', 'End', 'ArrowRight');
      assert.equal(told(chart), `Enschede, 2023: ${await figure('GM0153', '2023')}`);
    });

    it('is a slider along the periods, of which the last figure is read without a key', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      const slider = inside(chart, '[part=drawing]');
      assert.equal(slider.role, 'slider');
      assert.equal(slider.ariaOrientation, 'horizontal');
      assert.deepEqual([slider.ariaValueMin, slider.ariaValueNow, slider.ariaValueMax], ['0', '11', '11']);
      assert.equal(told(chart), `Enschede, 2023: ${written(await inhabitants('GM0153', '2023'))} inwoners`);
      await focusDrawing(chart);
      await press(chart, 'ArrowLeft');
      assert.equal(slider.ariaValueNow, '10');
    });

    it('goes on where it was, also after Esc and from elsewhere', async () => {
      const chart = await chartOf(population);
      await focusDrawing(chart);
      await press(chart, 'Home', 'ArrowRight', 'Escape');
      assert.include(told(chart), 'Enschede, 2013');
      inside(chart, '[part=drawing]').blur();
      await focusDrawing(chart);
      assert.include(told(chart), 'Enschede, 2013');
      await press(chart, 'Escape', 'ArrowRight');
      assert.include(told(chart), 'Enschede, 2014');
      chart.region = 'GM0164';
      await until(() => chart.summary.includes('Hengelo'), 'never Hengelo');
      await chart.updateComplete;
      assert.include(told(chart), 'Hengelo, 2023');
    });

    it('says the figure that a pointer already rests on', async () => {
      const chart = await chartOf(population, { width: 700 });
      const { left, bottom, top } = inside(chart, '[part=drawing]').getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 90), Math.round((top + bottom) / 2)] });
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      const [period = ''] = tooltip(chart).split(' ');
      await focusDrawing(chart);
      assert.equal(told(chart), `Enschede, ${period}: ${written(await inhabitants('GM0153', period))} inwoners`);
      await sendMouse({ type: 'move', position: [1, 1] });
    });

    it('shows the same words in the tooltip, and Esc puts them away', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      await focusDrawing(chart);
      await press(chart, 'Home');
      assert.include(tooltip(chart), `${written(await inhabitants('GM0153', '2012'))} inwoners`);
      assert.include(tooltip(chart), `${written(await inhabitants('GM0164', '2012'))} inwoners`);
      await press(chart, 'Escape');
      assert.isFalse(has(chart, '.tooltip'));
      assert.isTrue(chart.shadowRoot?.activeElement === inside(chart, '[part=drawing]'), 'focus stays');
    });

    it('keeps the tooltip with its place when the chart becomes narrow', async () => {
      const chart = await chartOf(population, { width: 900 });
      await focusDrawing(chart);
      await press(chart, 'End');
      chart.style.inlineSize = '320px';
      const rightOf = (element: Element): number => element.getBoundingClientRect().right;
      await until(() => rightOf(inside(chart, '.tooltip')) <= rightOf(chart) + 1, 'the tooltip stays where it was');
    });

    it('leaves keys alone that mean nothing here', async () => {
      const chart = await chartOf(population);
      const drawing = await focusDrawing(chart);
      const before = tooltip(chart);
      for (const init of [{ key: 'Tab' }, { key: 'a' }, { key: 'ArrowLeft', ctrlKey: true }]) {
        const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
        drawing.dispatchEvent(event);
        assert.isFalse(event.defaultPrevented, init.key);
      }
      assert.equal(tooltip(chart), before);
    });

    it('puts the tooltip away when the focus leaves', async () => {
      const chart = await chartOf(population);
      await focusDrawing(chart);
      inside(chart, '[part=table-button]').focus();
      await chart.updateComplete;
      assert.isFalse(has(chart, '.tooltip'));
    });
  });

  describe('tooltip', () => {
    it('follows the pointer, and goes when it leaves', async () => {
      const chart = await chartOf(population, { width: 700 });
      const { left, bottom, top } = inside(chart, '[part=drawing]').getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + 90), Math.round((top + bottom) / 2)] });
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      await sendMouse({ type: 'move', position: [1, 1] });
      await until(() => !has(chart, '.tooltip'), 'still there');
    });

    for (const width of [288, 700]) {
      it(`stays inside a drawing of ${width} pixels at every figure`, async () => {
        const chart = await chartOf({ region: 'A', 'compare-with': 'B C' }, { data: longTexts, width });
        const drawing = await focusDrawing(chart);
        await press(chart, 'Home');
        const box = drawing.getBoundingClientRect();
        for (let year = 2015; year <= 2023; year++) {
          const { left, right } = inside(chart, '.tooltip').getBoundingClientRect();
          assert.isAtLeast(left, box.left - 1, `left at ${year}`);
          assert.isAtMost(right, box.right + 1, `right at ${year}`);
          assert.include(tooltip(chart), String(year));
          await press(chart, 'ArrowRight');
        }
      });
    }
  });

  describe('files', () => {
    it('gives the figures as CSV', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      const csv = chart.toCsv();
      assert.isTrue(csv.startsWith('\uFEFF'));
      const figure = await demoFigure('bevolking', {
        region: 'GM0164',
        period: '2020',
        sex: 'T',
        indicator: 'inwoners',
      });
      const row = csv.split('\r\n').find((line) => line.includes('GM0164') && line.includes('2020'));
      assert.include(row ?? '', `,${figure},A,`);
    });

    it('gives nothing while there is nothing', async () => {
      const chart = await show('trend-chart', {}, { data: noPoint });
      assert.equal(chart.summary, '');
      assert.equal(chart.toCsv(), '');
      assert.equal(await chart.toSvg(), '');
      assert.isTrue((await chart.toPng()) === null);
    });
  });

  describe('odd figures', () => {
    it('draws one figure, and says so', async () => {
      const chart = await chartOf({}, { data: onePoint });
      assert.include(chart.summary, '7 stuks');
      assert.equal(text(chart, '.subline'), 'stuks · Adorp · 2023');
      await focusDrawing(chart);
      assert.include(tooltip(chart), '7 stuks');
    });

    it('says that there are none', async () => {
      const chart = await show('trend-chart', {}, { data: noPoint });
      assert.equal(chart.loadState, 'empty');
      assert.isFalse(has(chart, '.canvas'));
    });

    for (const width of [288, 700]) {
      it(`fits ${width} pixels with texts as long as publishers make them`, async () => {
        const chart = await chartOf({ region: 'A', 'compare-with': 'B C' }, { data: longTexts, width });
        await openTable(chart);
        assert.isAtMost(chart.scrollWidth, chart.clientWidth);
        assert.isAtMost(document.documentElement.scrollWidth, document.documentElement.clientWidth);
      });
    }
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to with tooltip, table and downloads open', async () => {
      const chart = await chartOf({ ...population, 'compare-with': 'GM0164' });
      await openTable(chart);
      const downloads = inside(chart, '.downloads');
      if (downloads instanceof HTMLDetailsElement) downloads.open = true;
      await focusDrawing(chart);
      assert.deepEqual(await violations(chart), []);
      darken();
      assert.deepEqual(await violations(chart), []);
    });

    it('is one tab stop with a name and a way of use', async () => {
      const chart = await chartOf(population);
      const drawing = inside(chart, '[part=drawing]');
      assert.equal(drawing.getAttribute('aria-label'), 'Grafiek: Inwoners');
      const described = drawing.getAttribute('aria-describedby') ?? '';
      assert.include(text(chart, `#${described}`), 'pijltjestoetsen');
      assert.isTrue(inside(chart, '.canvas').firstElementChild?.getAttribute('aria-hidden') === 'true');
    });
  });
});
