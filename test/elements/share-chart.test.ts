import '@peilglas/elements/define';
import type { ShareChart } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { demoFigure, written } from './support/demo-figures.ts';
import { darken, drawn, has, inside, plain, show, text, told, until } from './support/page.ts';
import { syntheticParts } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const ages = { endpoint, table: 'leeftijd', parts: 'Leeftijd', region: 'GM0153' };
const households = {
  endpoint,
  table: 'huishoudens',
  parts: 'indicator',
  indicator: 'eenpersoons zonder-kinderen met-kinderen',
  whole: 'huishoudens',
  region: 'GM0153',
};

async function chartOf(attributes: Record<string, string>, given?: Parameters<typeof show>[2]): Promise<ShareChart> {
  const chart = await show('share-chart', attributes, given);
  await drawn(chart);
  return chart;
}

async function tableOf(chart: ShareChart): Promise<readonly (readonly string[])[]> {
  inside(chart, '[part=table-button]').click();
  await chart.updateComplete;
  const table = inside(chart, 'table');
  if (!(table instanceof HTMLTableElement)) throw new Error('No table');
  return [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const words = (chart: Element): string => plain(inside(chart, '.canvas').textContent);

const share = (fraction: number): string =>
  `${new Intl.NumberFormat('nl', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(fraction * 100)} %`;

const inhabitants = (age: string, period = '2025', region = 'GM0153'): Promise<number> =>
  demoFigure('leeftijd', { region, age, period, indicator: 'inwoners' });

/** Five parts of 100; the last two are confidential. */
const secret = syntheticParts({
  dimensions: { Soort: { a: 'Een', b: 'Twee', c: 'Drie', t: 'Totaal' } },
  totals: { Soort: 't' },
  values: [40, null, null, 100],
  statuses: { 1: 'C', 2: 'C' },
});

describe('<share-chart>', () => {
  describe('figures', () => {
    it('is named after all indicators that are parts where none of them is the whole, and asks about no one of them', async () => {
      const letterOf = async (attributes: Record<string, string>): Promise<string> => {
        const chart = await chartOf(attributes);
        inside(chart, '.definition-button').click();
        await until(() => chart.shadowRoot?.querySelector(':popover-open'), 'no definition');
        const panel = chart.shadowRoot?.querySelector(':popover-open')?.shadowRoot;
        const link = panel?.querySelector<HTMLAnchorElement>('a[href^=mailto]');
        return plain(new URL(link?.href ?? 'about:blank').searchParams.get('body') ?? '');
      };
      const { whole: _, ...parts } = households;
      const chart = await chartOf(parts);
      const heading = text(chart, '.heading');
      assert.include(heading, 'Huishoudens van één persoon, huishoudens van meer personen zonder kinderen en');
      assert.include(plain(chart.summary), heading);
      assert.include(await letterOf(parts), 'Enschede, 2025 http');
      assert.match(await letterOf(households), /Enschede, 2025: [\d.]+ huishoudens http/);
    });

    it('has counts and shares of every part, and the published total', async () => {
      const rows = await tableOf(await chartOf(ages));
      const total = await inhabitants('totaal');
      assert.deepEqual(rows[0], ['Deel', '2025', 'Aandeel']);
      for (const [place, age] of ['0-14', '15-24', '25-44', '45-64', '65-plus'].entries()) {
        const value = await inhabitants(age);
        assert.deepEqual(rows[place + 1]?.slice(1), [written(value), share(value / total)], age);
      }
      assert.deepEqual(rows.at(-1), ['Totaal', written(total), share(1)]);
    });

    it('is about its own region also where another is called the same', async () => {
      const data = syntheticParts({
        regions: { GM0344: 'Utrecht', PV26: 'Utrecht' },
        dimensions: { Soort: { a: 'Een', b: 'Twee' } },
        values: [30, 70, 600, 400],
      });
      const chart = await chartOf({ parts: 'Soort', region: 'GM0344', 'compare-with': 'PV26' }, { data });
      assert.match(chart.summary, /in Utrecht in 2023: de delen zijn Twee \(70,0\s%\) en Een \(30,0\s%\)/);
      assert.match(chart.summary, /Twee: Utrecht 40,0\s%/);
      assert.lengthOf(words(chart).match(/Utrecht/g) ?? [], 2);
    });

    it('says that a total is not known only where it is not', async () => {
      const none = { dimensions: { Soort: { a: 'Een', b: 'Twee', t: 'Totaal' } }, totals: { Soort: 't' } };
      const chart = await chartOf({ parts: 'Soort' }, { data: syntheticParts({ ...none, values: [0, 0, 0] }) });
      assert.notInclude(text(chart), 'het totaal is niet bekend');
    });

    it('tells the largest parts, and how they are elsewhere', async () => {
      const chart = await chartOf({ ...ages, 'compare-with': 'NL01' });
      const own = share((await inhabitants('25-44')) / (await inhabitants('totaal')));
      const country = share(
        (await inhabitants('25-44', '2025', 'NL01')) / (await inhabitants('totaal', '2025', 'NL01')),
      );
      assert.include(plain(chart.summary), `het grootste deel is 25 tot 45 jaar (${own})`);
      assert.include(plain(chart.summary), `ter vergelijking, 25 tot 45 jaar: Nederland ${country}`);
      assert.equal(text(chart, '[part=summary]'), plain(chart.summary));
      for (const label of ['Enschede', 'Nederland', '65 jaar of ouder']) assert.include(words(chart), label);
    });

    it('has a bar for each period asked, and tells about the last', async () => {
      const chart = await chartOf({ ...ages, period: '2015..2025' });
      for (const period of ['2015', '2020', '2024', '2025']) assert.include(words(chart), period);
      assert.include(plain(chart.summary), 'op 1 januari 2025');
      const then = share((await inhabitants('25-44', '2015')) / (await inhabitants('totaal', '2015')));
      assert.include(plain(chart.summary), `25 tot 45 jaar: ${then} op 1 januari 2015`);
    });

    it('takes indicators as parts of another', async () => {
      const chart = await chartOf(households);
      const whole = await demoFigure('huishoudens', { region: 'GM0153', period: '2025', indicator: 'huishoudens' });
      const single = await demoFigure('huishoudens', { region: 'GM0153', period: '2025', indicator: 'eenpersoons' });
      assert.include(plain(chart.summary), `Huishoudens in Enschede op 1 januari 2025`);
      assert.include(plain(chart.summary), share(single / whole));
      assert.equal((await tableOf(chart)).at(-1)?.[1], written(whole));
    });

    it('takes regions as parts of the one around them', async () => {
      const regions = { endpoint, table: 'bevolking', parts: 'RegioS', whole: 'PV23' };
      const chart = await chartOf({ ...regions, region: 'GM0153 GM0164' });
      const count = (region: string): Promise<number> =>
        demoFigure('bevolking', { region, sex: 'T', period: '2023', indicator: 'inwoners' });
      const whole = await count('PV23');
      const [enschede, hengelo] = [await count('GM0153'), await count('GM0164')];
      const parts = [`Enschede (${share(enschede / whole)})`, `Hengelo (${share(hengelo / whole)})`];
      assert.include(
        plain(chart.summary),
        `Inwoners in Overijssel op 1 januari 2023: de delen zijn ${parts.join(', ')}`,
      );
      assert.include(plain(chart.summary), 'en overig (');
      assert.deepEqual((await tableOf(chart))[0], ['Deel', '2023', 'Aandeel']);
      const names = (await tableOf(await chartOf(regions))).map(([name]) => name);
      assert.include(names, 'Enschede');
      assert.notInclude(names, 'Nederland');
    });

    it('has no shares of a rate', async () => {
      const chart = await chartOf({ endpoint, table: 'gezondheid', region: 'GM0153' });
      assert.include(chart.summary, 'de aandelen zijn niet te berekenen');
      assert.notMatch(text(chart), /10\d,\d/);
    });

    it('does not put indicators of different units into one whole', async () => {
      const chart = await show('share-chart', { ...households, indicator: 'eenpersoons gemiddelde-grootte' });
      assert.equal(chart.loadState, 'empty');
    });

    it('takes the first classification when none is named, and is empty without one', async () => {
      const chart = await chartOf({ endpoint, table: 'bevolking', region: 'GM0153' });
      assert.include(words(chart), 'Vrouwen');
      const none = await show('share-chart', { endpoint, table: 'woningprijzen', region: 'GM0153' });
      assert.equal(none.loadState, 'empty');
      const unknown = await show('share-chart', { ...ages, parts: 'Geloof' });
      assert.equal(unknown.loadState, 'empty');
    });
  });

  describe('parts that do not make the whole', () => {
    it('shows what they leave as a part, and says what it is', async () => {
      const chart = await chartOf({ ...households, indicator: 'eenpersoons met-kinderen' });
      assert.include(words(chart), 'overig');
      assert.include(text(chart, '.axis-note'), 'overig: wat de delen overlaten van het totaal');
      const rest = await demoFigure('huishoudens', { region: 'GM0153', period: '2025', indicator: 'zonder-kinderen' });
      const row = (await tableOf(chart)).find(([name]) => name === 'overig');
      assert.equal(row?.[1], written(rest));
    });

    it('says what they are shares of where no total was published', async () => {
      const dimensions = { Soort: { a: 'Een', b: 'Twee' } };
      const chart = await chartOf({}, { data: syntheticParts({ dimensions, values: [30, 10] }) });
      assert.include(text(chart, '.axis-note'), '100 % is de som van deze delen');
      assert.notInclude(text(await chartOf(ages), '.frame'), 'som van deze delen');
    });

    it('says so when they are more than the total', async () => {
      const data = syntheticParts({
        dimensions: { Soort: { a: 'Een', b: 'Twee', t: 'Totaal' } },
        totals: { Soort: 't' },
        values: [61, 61, 101],
      });
      assert.include(text(await chartOf({}, { data }), '.axis-note'), 'De delen zijn samen meer dan het totaal');
    });

    it('never works out a confidential part from the total', async () => {
      const chart = await chartOf({}, { data: secret });
      await tableOf(chart);
      inside(chart, '[part=drawing]').focus();
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      for (const word of ['60', '20', '30']) {
        assert.notMatch(text(chart), new RegExp(`\\b${word}\\b`), word);
      }
      assert.include(text(chart), 'geheim: te kleine aantallen');
      assert.include(text(chart, '.axis-note'), 'de breedte zegt niets');
      assert.include(chart.summary, '2 delen hebben geen cijfer');
    });

    it('has no shares of a total that is confidential', async () => {
      const data = syntheticParts({
        dimensions: { Soort: { a: 'Een', b: 'Twee', t: 'Totaal' } },
        totals: { Soort: 't' },
        values: [40, 60, null],
        statuses: { 2: 'C' },
      });
      const chart = await show('share-chart', {}, { data });
      await tableOf(chart);
      assert.notMatch(text(chart), /100|%/);
      assert.include(chart.summary, 'de aandelen zijn niet te berekenen');
    });
  });

  describe('walking with keys', () => {
    it('is a slider along the bars, or along the parts of the only one', async () => {
      const two = inside(await chartOf({ ...ages, 'compare-with': 'GM0164' }), '[part=drawing]');
      assert.deepEqual([two.ariaOrientation, two.ariaValueNow, two.ariaValueMax], ['vertical', '0', '1']);
      const chart = await chartOf(ages);
      const one = inside(chart, '[part=drawing]');
      one.focus();
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      await sendKeys({ press: 'ArrowRight' });
      const parts = chart.shadowRoot?.querySelectorAll('.tooltip dd').length ?? 0;
      assert.deepEqual(
        [one.ariaOrientation, one.ariaValueNow, one.ariaValueMax],
        ['horizontal', '1', String(parts - 1)],
      );
    });

    it('goes along parts and bars, and says the same as the tooltip', async () => {
      const chart = await chartOf({ ...ages, 'compare-with': 'GM0164' });
      inside(chart, '[part=drawing]').focus();
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      const value = await inhabitants('15-24', '2025', 'GM0164');
      const part = `${written(value)} inwoners, ${share(value / (await inhabitants('totaal', '2025', 'GM0164')))}`;
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowDown' });
      assert.equal(told(chart), `Hengelo, 2025: 15 tot 25 jaar ${part}`);
      assert.equal(text(chart, '.tooltip dd.active'), part);
      await sendKeys({ press: 'Home' });
      assert.include(told(chart), 'Enschede, 2025: 15 tot 25 jaar');
      await sendKeys({ press: 'Escape' });
      assert.isFalse(has(chart, '.tooltip'));
    });
  });

  describe('files', () => {
    it('gives figures as CSV and the drawing as SVG and PNG', async () => {
      const chart = await chartOf(ages, { width: 400 });
      assert.include(chart.toCsv(), `,${await inhabitants('65-plus')},A,`);
      const svg = await chart.toSvg();
      assert.notInclude(svg, 'var(');
      assert.include(svg, '65 jaar of ouder');
      const picture = await createImageBitmap((await chart.toPng()) ?? new Blob());
      assert.equal(picture.width, 2 * (inside(chart, '.frame').clientWidth + 32));
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to with tooltip and table open, in light and dark', async () => {
      const chart = await chartOf({ ...ages, 'compare-with': 'NL01' });
      await tableOf(chart);
      inside(chart, '[part=drawing]').focus();
      await until(() => has(chart, '.tooltip'), 'no tooltip');
      assert.deepEqual(await violations(chart), []);
      darken();
      assert.deepEqual(await violations(chart), []);
    });

    it('has a table with scoped headers', async () => {
      const chart = await chartOf(ages);
      await tableOf(chart);
      const scopes = [...(chart.shadowRoot?.querySelectorAll('th') ?? [])].map(({ scope }) => scope);
      assert.deepEqual(new Set(scopes), new Set(['col', 'row']));
      assert.equal(text(chart, 'caption'), 'Inwoners (inwoners)');
    });

    for (const width of [288, 700]) {
      it(`grows with many bars, inside ${width} pixels`, async () => {
        const regions = Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`R${place}`, `Regio ${place}`]));
        const values = Array.from({ length: 40 }, (_, place) => place + 5);
        const data = syntheticParts({ regions, dimensions: { Soort: { a: 'Een', b: 'Twee' } }, values });
        const codes = Object.keys(regions).join(' ');
        const chart = await chartOf({ region: codes }, { data, width });
        await until(() => words(chart).includes('Regio 19'), 'not all are drawn');
        const drawing = inside(chart, '.drawing').getBoundingClientRect();
        const below = inside(chart, '.tools').getBoundingClientRect();
        const lowest = [...inside(chart, '.canvas').querySelectorAll('text')].map(
          (each) => each.getBoundingClientRect().bottom,
        );
        await until(() => Math.max(...lowest) <= inside(chart, '.drawing').getBoundingClientRect().bottom + 1, 'cut');
        assert.isAtMost(drawing.right, chart.getBoundingClientRect().right + 1);
        assert.isAtLeast(below.top, drawing.bottom - 1);
      });
    }
  });
});
