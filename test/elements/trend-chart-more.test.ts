import '@peilglas/elements/define';
import type { TrendChart } from '@peilglas/elements';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { darken, drawn, has, inside, mount, plain, settled, show, text, told, until } from './support/page.ts';
import { longTexts, synthetic, syntheticIndicators, syntheticParts, years } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

type Given = Parameters<typeof show>[2];

async function chartOf(attributes: Record<string, string>, given?: Given): Promise<TrendChart> {
  const chart = await show('trend-chart', attributes, given);
  await drawn(chart);
  return chart;
}

async function rowsOf(chart: TrendChart): Promise<readonly (readonly string[])[]> {
  inside(chart, '[part=table-button]').click();
  await chart.updateComplete;
  const table = inside(chart, 'table');
  if (!(table instanceof HTMLTableElement)) throw new Error('No table');
  return [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const words = (chart: TrendChart) => plain(inside(chart, '.canvas').textContent);

/** Looks at the last figure by keys: what the tooltip shows, and what is spoken. */
async function look(chart: TrendChart): Promise<{ tooltip: string; spoken: string }> {
  inside(chart, '[part=drawing]').focus();
  await until(() => has(chart, '.tooltip'), 'no tooltip');
  return { tooltip: text(chart, '.tooltip'), spoken: told(chart) };
}

const people = { label: 'Inwoners', unit: 'inwoners', values: [200, 210, 220, 230] };
const homes = { label: 'Woningen', unit: 'woningen', values: [80, 84, 90, 100] };
const health = {
  g: {
    label: 'Ervaren gezondheid',
    unit: '%',
    values: [70.1, 71.2, 72.3],
    bounds: { lower: 'laag', upper: 'hoog' },
    goodDirection: 'up' as const,
  },
  laag: { label: 'Ondergrens', unit: '%', values: [68.5, 69.9, 71] },
  hoog: { label: 'Bovengrens', unit: '%', values: [72.5, 73.1, 74.8] },
};

describe('<trend-chart>', () => {
  describe('index', () => {
    const data = syntheticIndicators({ people, homes }, years(2020, 4));

    it('draws and tells figures with the base period as 100', async () => {
      const chart = await chartOf({ indicator: 'people homes', index: '2021' }, { data });
      assert.equal(text(chart, '.subline'), 'index, 2021 = 100 · Adorp · 2020–2023');
      assert.include(plain(chart.summary), 'van 95,2 in 2020 naar 109,5 (index, 2021 = 100) in 2023');
      assert.include(words(chart), '2021 = 100');
      assert.include((await look(chart)).tooltip, '109,5 (230 inwoners)');
    });

    it('has the figure as published beside each index figure in the table', async () => {
      const chart = await chartOf({ indicator: 'people homes', index: '2021' }, { data });
      const rows = await rowsOf(chart);
      const head = ['Periode', 'Inwoners, index', 'Inwoners, inwoners', 'Woningen, index', 'Woningen, woningen'];
      assert.deepEqual(rows[0], head);
      assert.deepEqual(rows.at(-1), ['2023', '109,5', '230', '119,0', '100']);
    });

    it('names what has no figure or zero in the base period, and leaves it out', async () => {
      const regions = { A: 'Adorp', B: 'Bedorp', C: 'Cedorp' };
      const values = [1, 2, 3, 4, 0, 5, 6, 7, null, 8, 9, 10];
      const given = synthetic({ regions, periods: years(2020, 4), values });
      const chart = await chartOf({ region: 'A', 'compare-with': 'B C', index: '2020' }, { data: given });
      assert.include(text(chart, '.axis-note'), 'Niet getekend: Bedorp en Cedorp.');
      assert.deepEqual((await rowsOf(chart))[0], ['Periode', 'Adorp, index', 'Adorp, stuks']);
    });

    it('shows the figures as they are when nothing has one in the base period, and says why', async () => {
      const chart = await chartOf({ indicator: 'people', index: '1950' }, { data });
      assert.include(text(chart, '.axis-note'), 'Geen indexcijfers: over 1950 is er geen cijfer groter dan 0');
      assert.include(text(chart, '.subline'), 'inwoners · Adorp');
    });

    it('does not say that there is no figure where there is one below zero', async () => {
      const given = synthetic({ periods: years(2020, 3), values: [-306, 393, 815] });
      const chart = await chartOf({ index: '2020' }, { data: given });
      assert.include(text(chart, '.axis-note'), 'Geen indexcijfers: over 2020 is er geen cijfer groter dan 0');
    });

    it('chooses its base itself after the last break', async () => {
      const breaks = [{ period: '2021', note: 'Andere telling.' }];
      const given = syntheticIndicators(
        {
          a: { label: 'Inwoners', unit: 'inwoners', values: [10, 20, 22, 24] },
          b: { label: 'Misdrijven', unit: 'misdrijven', values: [5, 6, 6, 9] },
        },
        years(2020, 4),
        { breaks },
      );
      const chart = await chartOf({ indicator: 'a b' }, { data: given });
      assert.include(text(chart, '.subline'), 'index, 2021 = 100');
      assert.include(chart.summary, '120,0');
      assert.notInclude(chart.summary, 'niet van toepassing');
    });

    it('has no index figures on the other side of a break', async () => {
      const breaks = [{ period: '2022', note: 'Andere telling.' }];
      const given = synthetic({ periods: years(2020, 4), values: [10, 11, 30, 31], breaks });
      const chart = await chartOf({ index: '2020' }, { data: given });
      assert.include(text(chart, '.axis-note'), 'Geen indexcijfer aan de andere kant van een trendbreuk');
      assert.include((await rowsOf(chart)).at(-1)?.join(' ') ?? '', 'niet van toepassing 31');
    });
  });

  describe('indicators of one unit', () => {
    it('keep decimals of their own, in words, labels and table', async () => {
      const given = syntheticIndicators(
        {
          a: { label: 'Rijk', unit: '%', values: [9, 8, 7] },
          b: { label: 'Arm', unit: '%', values: [3.4, 3.5, 3.6] },
        },
        years(2020, 3),
      );
      const chart = await chartOf({ indicator: 'a b' }, { data: given });
      assert.include(chart.summary, '3,6');
      assert.deepEqual((await rowsOf(chart)).at(-1), ['2022', '7', '3,6']);
      assert.include(words(chart), '3,6');
      assert.notInclude(words(chart), '7,0');
    });
  });

  describe('stacked', () => {
    const parts = (unit: string, values: readonly (number | null)[], statuses: Record<number, string> = {}) =>
      syntheticIndicators(
        { a: { label: 'Huur', unit, values: [10, 11, 12] }, b: { label: 'Koop', unit, values } },
        years(2020, 3),
        { statuses },
      );
    const stackOf = (data: unknown) => chartOf({ indicator: 'a b', shape: 'stacked' }, { data });
    /** The value axis of a stack reaches beyond the highest of its parts. */
    const reaches = (chart: TrendChart, label: string) => words(chart).includes(label);

    it('stands parts on each other that can be summed', async () => {
      const chart = await stackOf(parts('woningen', [28, 29, 30]));
      assert.isTrue(reaches(chart, '50') || reaches(chart, '60'));
      assert.notInclude(text(chart, '.axis-note'), 'Niet gestapeld');
    });

    it('shows no total where a part is confidential', async () => {
      const chart = await stackOf(parts('woningen', [28, null, 30], { 4: 'C' }));
      assert.include(text(chart, '.axis-note'), 'Niet gestapeld: niet alle delen zijn bekend');
      assert.isFalse(reaches(chart, '50'));
    });

    it('does not sum rates', async () => {
      const chart = await stackOf(parts('per 1.000 inwoners', [28, 29, 30]));
      assert.include(text(chart, '.axis-note'), 'Niet gestapeld: deze cijfers zijn niet op te tellen');
    });

    it('does not sum percentages of regions, nor a region with the country it lies in', async () => {
      const values = [28, 29, 30, 31];
      const periods = years(2020, 2);
      const shares = synthetic({ regions: { GM1: 'A', GM2: 'B' }, periods, values, unit: '%' });
      const nested = synthetic({ regions: { GM1: 'A', NL01: 'Nederland' }, periods, values });
      for (const data of [shares, nested]) {
        const chart = await chartOf({ region: 'GM1', 'compare-with': 'GM2 NL01', shape: 'stacked' }, { data });
        assert.include(text(chart, '.axis-note'), 'niet op te tellen');
      }
    });
  });

  describe('levels', () => {
    const attributes = { indicator: 'g', reference: '65:landelijk gemiddelde; 68,5', target: '80:2030' };
    const data = syntheticIndicators(health, years(2020, 3));

    it('are in drawing, sentence and table', async () => {
      const chart = await chartOf(attributes, { data });
      for (const level of ['landelijk gemiddelde 65,0 %', '68,5 %', 'Doel 80,0 % in 2030']) {
        assert.include(words(chart), level);
      }
      const summary = plain(chart.summary);
      assert.include(summary, 'Lijnen ter vergelijking: landelijk gemiddelde (65,0 %) en 68,5 %.');
      assert.include(summary, 'Doel 80,0 % in 2030: nog 7,7 procentpunt te gaan.');
      assert.deepEqual((await rowsOf(chart)).slice(-3), [
        ['landelijk gemiddelde', '65,0 %'],
        ['lijn', '68,5 %'],
        ['Doel 80,0 % in 2030', '80,0 %'],
      ]);
    });

    it('follow their attributes, and leave out what is no number', async () => {
      const chart = await chartOf(attributes, { data });
      chart.reference = 'veel:onzin';
      chart.target = '';
      await chart.updateComplete;
      assert.notInclude(plain(chart.summary), 'Doel');
      await until(() => !words(chart).includes('landelijk'), 'still drawn');
    });
  });

  describe('margins', () => {
    it('come with the figures of a table that has bounds', async () => {
      const endpoint = new TestEndpoint().address;
      const chart = await chartOf({ endpoint, table: 'gezondheid', region: 'GM0153', indicator: 'ervaren-gezondheid' });
      assert.include(text(chart, '.axis-note'), 'Vlak om de lijn: onzekerheidsmarge');
      assert.match((await look(chart)).tooltip, /\d %.* \(\d+,\d–\d+,\d\)/);
      assert.include(chart.toCsv(), 'ervaren-gezondheid-ondergrens');
    });

    it('are in tooltip, speech and table', async () => {
      const data = syntheticIndicators(health, years(2020, 3));
      const chart = await chartOf({ indicator: 'g' }, { data });
      const { tooltip, spoken } = await look(chart);
      assert.include(tooltip, '72,3 % (71,0–74,8)');
      assert.equal(spoken, 'Adorp, 2022: 72,3 %, marge van 71,0 tot 74,8');
      const rows = await rowsOf(chart);
      assert.deepEqual(
        [rows[0], rows.at(-1)],
        [
          ['Periode', 'Adorp'],
          ['2022', '72,3 (71,0–74,8)'],
        ],
      );
    });
  });

  describe('notes', () => {
    const data = synthetic({ periods: years(2018, 6), values: [1, 2, 3, 4, 5, 6] });
    const noteOf = (period: string, content: string): HTMLElement => {
      const note = document.createElement('chart-note');
      note.setAttribute('period', period);
      note.textContent = content;
      return note;
    };

    async function annotated(...notes: readonly HTMLElement[]): Promise<TrendChart> {
      const chart = document.createElement('trend-chart');
      chart.data = data;
      chart.append(...notes);
      mount(chart);
      await settled(chart);
      await drawn(chart);
      return chart;
    }

    it('are numbered in order of time, below the drawing, in the tooltip and in the table', async () => {
      const chart = await annotated(
        noteOf('2023', 'Opvang'),
        noteOf('2020', 'Corona <b>vet</b>'),
        noteOf('2020', 'Twee'),
      );
      assert.equal(text(chart, '[part=notes]'), '1 2020: Corona <b>vet</b>2 2020: Twee3 2023: Opvang');
      const { tooltip, spoken } = await look(chart);
      assert.include(tooltip, 'Opvang');
      assert.equal(spoken, 'Adorp, 2023: 6 stuks. Opvang');
      const rows = await rowsOf(chart);
      assert.deepEqual(rows[0], ['Periode', 'Adorp', 'Uitleg']);
      assert.deepEqual(rows[3], ['2020', '3', '1. Corona <b>vet</b> 2. Twee']);
    });

    it('are left out where the chart does not have their period', async () => {
      const chart = await annotated(noteOf('1999', 'Lang geleden'), noteOf('', 'Nergens'));
      assert.isFalse(has(chart, '[part=notes]'));
    });

    it('follow the page when it adds, changes and removes them', async () => {
      const note = noteOf('2020', 'Corona');
      const chart = await annotated(note);
      note.textContent = 'Corona en meer';
      await until(() => text(chart, '[part=notes]').includes('en meer'), 'text not followed');
      note.setAttribute('period', '2021');
      await until(() => text(chart, '[part=notes]').includes('2021'), 'period not followed');
      chart.append(noteOf('2022', 'Nog een'));
      await until(() => text(chart, '[part=notes]').includes('2 2022: Nog een'), 'not added');
      chart.replaceChildren();
      await until(() => !has(chart, '[part=notes]'), 'not removed');
    });

    it('tell what a break in the series is', async () => {
      const breaks = [{ period: '2020', note: 'Andere telling.' }];
      const chart = await chartOf({}, { data: synthetic({ periods: years(2018, 4), values: [1, 2, 3, 4], breaks }) });
      const told = inside(chart, '[part=break-notes]');
      const height = chart.offsetHeight;
      assert.isFalse(told.hasAttribute('open'), 'a publisher tells at length: the drawing keeps its room');
      inside(chart, '.breaks summary').click();
      await until(() => chart.offsetHeight >= height && told.hasAttribute('open'), 'not opened');
      assert.equal(text(chart, '.breaks li'), 'Trendbreuk 2020: Andere telling.');
    });
  });

  describe('window', () => {
    const long = (count: number) =>
      synthetic({ periods: years(1990, count), values: Array.from({ length: count }, (_, index) => 100 + index) });
    const choose = async (chart: TrendChart, part: string, period: string): Promise<void> => {
      const list = inside(chart, `[part=${part}]`);
      if (!(list instanceof HTMLSelectElement)) throw new Error(`No list ${part}`);
      list.value = [...list.options].find((option) => option.text === period)?.value ?? '';
      list.dispatchEvent(new Event('change'));
      await chart.updateComplete;
    };

    it('is offered from 24 periods', async () => {
      assert.isFalse(has(await chartOf({}, { data: long(23) }), 'select'));
      assert.isTrue(has(await chartOf({}, { data: long(24) }), 'select'));
    });

    it('shows all periods until some are chosen; then everything is about those, and says so', async () => {
      const chart = await chartOf({}, { data: long(30) });
      assert.include(text(chart, '.subline'), '1990–2019');
      await choose(chart, 'from', '2005');
      await choose(chart, 'to', '2010');
      assert.include(text(chart, '.subline'), '2005–2010');
      assert.include(plain(chart.summary), 'van 115 in 2005 naar 120 stuks in 2010');
      assert.include(plain(chart.summary), 'De hele reeks loopt van 1990 tot en met 2019.');
      assert.include(text(chart, '.axis-note'), 'U ziet 2005–2010 van 1990–2019.');
      assert.lengthOf((await rowsOf(chart)).slice(1), 6);
      assert.include(chart.toCsv(), '1990');
    });

    it('offers no choice that would turn it around, and shows all again by a button', async () => {
      const chart = await chartOf({}, { data: long(30) });
      await choose(chart, 'from', '2005');
      const to = inside(chart, '[part=to]');
      assert.equal(to instanceof HTMLSelectElement ? to.options[0]?.text : '', '2006');
      inside(chart, '[part=all-button]').click();
      await chart.updateComplete;
      assert.include(text(chart, '.subline'), '1990–2019');
      assert.isTrue(chart.shadowRoot?.activeElement === inside(chart, '[part=from]'), 'the focus stays');
    });

    it('is chosen by keys, with lists large enough to touch', async () => {
      const chart = await chartOf({}, { data: long(30) });
      const from = inside(chart, '[part=from]');
      assert.isAtLeast(from.getBoundingClientRect().height, 24);
      from.focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => text(chart, '.subline').includes('1991–2019'), 'not chosen');
    });
  });

  describe('text that a reader changes', () => {
    /** As large whatever the words around it. */
    const shown = {
      region: 'A',
      'compare-with': 'B C',
      style: '--peil-chart-frame-height: 90rem; --peil-chart-height: 300px',
    };
    const chosen = { spacing: 'letter-spacing: 0.12em; word-spacing: 0.16em', size: '--peil-font-size: 1.5rem' };
    const size = (chart: TrendChart) => [inside(chart, '.canvas').clientWidth, inside(chart, '.canvas').clientHeight];
    const laid = (chart: TrendChart) =>
      [...inside(chart, '.canvas').querySelectorAll('text')].map((word) =>
        ['x', 'y', 'transform'].map((name) => word.getAttribute(name) ?? word.textContent),
      );

    for (const [what, css] of Object.entries(chosen)) {
      it(`has its drawing made anew for other ${what}, as it is made at first`, async () => {
        const data = longTexts;
        const first = await chartOf({ ...shown, style: `${shown.style}; ${css}` }, { data, width: 700 });
        await until(() => laid(first).length > 4, 'no words');
        const expected = laid(first);
        const chart = await chartOf(shown, { data, width: 700 });
        const before = size(chart);
        assert.notDeepEqual(laid(chart), expected);
        chart.style.cssText += `; ${css}`;
        await until(() => JSON.stringify(laid(chart)) === JSON.stringify(expected), 'it stays as it was');
        assert.deepEqual(size(chart), before);
      });
    }

    it('is watched as long as the chart is there', async () => {
      const watched = new Map<ResizeObserver, Element>();
      const { observe, disconnect } = Object.getOwnPropertyDescriptors(ResizeObserver.prototype);
      Object.assign(ResizeObserver.prototype, {
        observe(this: ResizeObserver, target: Element) {
          if (target.matches('.probe')) watched.set(this, target);
          observe.value?.call(this, target);
        },
        disconnect(this: ResizeObserver) {
          watched.delete(this);
          disconnect.value?.call(this);
        },
      });
      const chart = await chartOf(shown, { data: longTexts });
      assert.equal(watched.size, 1);
      chart.remove();
      assert.equal(watched.size, 0);
      Object.defineProperties(ResizeObserver.prototype, { observe, disconnect });
    });
  });

  it('names what it has no figures of as the table does', async () => {
    const data = syntheticIndicators({ people }, years(2020, 4));
    const chart = await show('trend-chart', { indicator: 'people', region: 'A', period: '2030' }, { data });
    assert.equal(text(chart, '.message'), 'Geen cijfers voor deze selectie: Inwoners, Adorp, 2030');
  });

  it('names the dimension of which a code is to be chosen', async () => {
    const data = syntheticParts({ dimensions: { Soort: { a: 'Een', b: 'Twee' } }, values: [1, 2] });
    const chart = await show('trend-chart', { indicator: 'x', region: 'A' }, { data });
    assert.equal(text(chart, '.message'), 'Geen cijfers voor deze selectie: Inwoners, Adorp, Soort?');
    chart.setAttribute('filter', 'Soort:b');
    await drawn(chart);
    assert.equal(chart.loadState, 'ready');
  });

  describe('on paper', () => {
    const data = syntheticIndicators({ people }, years(2020, 4));

    afterEach(async () => {
      await emulateMedia({ media: 'screen' });
      document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
    });

    const svgOf = (chart: TrendChart) => chart.shadowRoot?.querySelector('.canvas svg');

    /** A chart in a page that is narrower on paper. */
    async function onScreen(): Promise<TrendChart> {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('@media print { trend-chart { inline-size: 400px } }');
      document.adoptedStyleSheets.push(sheet);
      return chartOf({ indicator: 'people' }, { data, width: 640 });
    }

    it('is drawn as wide as it is there before a frame passes, and as before afterwards', async () => {
      const chart = await onScreen();
      const widths: string[] = [];
      const look = (): void => {
        setTimeout(() => widths.push(svgOf(chart)?.getAttribute('width') ?? ''));
      };
      const paper = matchMedia('print');
      const frame = window.requestAnimationFrame.bind(window);
      // Whoever prints waits for none.
      window.requestAnimationFrame = () => 0;
      paper.addEventListener('change', look);
      for (const media of ['print', 'screen'] as const) {
        await emulateMedia({ media });
        const count = media === 'print' ? 1 : 2;
        await until(() => widths.length === count, `no ${media}`);
      }
      paper.removeEventListener('change', look);
      window.requestAnimationFrame = frame;
      assert.deepEqual(widths, ['400', '640']);
    });

    it('is made smaller where it cannot be drawn anew', async () => {
      const chart = await onScreen();
      const { clientWidth: width, clientHeight: height } = inside(chart, '.canvas');
      const svg = svgOf(chart);
      assert.ok(svg);
      assert.equal(svg.getAttribute('viewBox'), `0 0 ${width} ${height}`);
      await emulateMedia({ media: 'print' });
      svg.setAttribute('width', '640');
      if (svg.parentElement) svg.parentElement.style.width = '640px';
      const { right } = inside(chart, '.canvas').getBoundingClientRect();
      assert.isAtMost(svg.getBoundingClientRect().right, right);
    });
  });

  it('has nothing that axe-core objects to with all of this, also narrow and in dark', async () => {
    const chart = document.createElement('trend-chart');
    const note = document.createElement('chart-note');
    note.setAttribute('period', '2001');
    note.textContent = 'Wat er toen was';
    chart.append(note);
    const values = Array.from({ length: 25 }, (_, index) => 60 + index / 2);
    chart.data = syntheticIndicators(
      {
        g: { ...health.g, values },
        laag: { ...health.laag, values: values.map((value) => value - 2) },
        hoog: { ...health.hoog, values: values.map((value) => value + 2) },
      },
      years(1999, 25),
    );
    chart.indicator = 'g';
    chart.reference = '65:landelijk gemiddelde';
    chart.target = '80:2030';
    mount(chart, 288);
    await settled(chart);
    await drawn(chart);
    await rowsOf(chart);
    assert.isAtMost(chart.scrollWidth, chart.clientWidth);
    assert.deepEqual(await violations(chart), []);
    darken();
    assert.deepEqual(await violations(chart), []);
  });
});
