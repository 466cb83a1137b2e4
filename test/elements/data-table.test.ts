import '@peilglas/elements/define';
import type { DataTable } from '@peilglas/elements';
import { sendKeys } from '@web/test-runner-commands';
import { assert } from 'chai';
import { violations } from './support/axe.ts';
import { inhabitants, written } from './support/demo-figures.ts';
import { create, darken, has, inside, mount, plain, settled, show, text, until } from './support/page.ts';
import { longTexts, onePoint, synthetic } from './support/synthetic.ts';
import { metric, periods, regions, sexes, tableData, type Axis } from './support/table-data.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0153' };

const cube = tableData([metric, regions, periods]);
const nested = tableData([metric, regions, sexes, periods]);
const measures = tableData([
  regions,
  { ...periods, codes: { 2023: '2023' } },
  { id: 'Onderwerp', role: 'metric', codes: { i: 'Inwoners', d: 'Dichtheid' }, units: { i: 'inwoners', d: 'per km²' } },
]);

function tableIn(element: DataTable): HTMLTableElement {
  const table = inside(element, 'table');
  if (table instanceof HTMLTableElement) return table;
  throw new Error('No table');
}

/** All texts, row by row, as a person reads them. */
function cells(element: DataTable): readonly (readonly string[])[] {
  return [...tableIn(element).rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const firstColumn = (element: DataTable): readonly string[] =>
  [...tableIn(element).tBodies].flatMap((body) => [...body.rows].map((row) => plain(row.cells[0]?.textContent ?? '')));

async function sortBy(element: DataTable, header: string): Promise<HTMLElement> {
  const buttons = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.sort') ?? [])];
  const button = buttons.find((each) => plain(each.textContent) === header);
  if (!button) throw new Error(`No header ${header}`);
  button.focus();
  button.click();
  await element.updateComplete;
  return button;
}

describe('<data-table>', () => {
  describe('rows and columns', () => {
    it('has regions in rows and periods in columns, with the figures of the file they came from', async () => {
      const table = await show('data-table', { ...population, 'compare-with': 'GM0164', period: '2021..2023' });
      const figure = async (region: string, year: string) => written(await inhabitants(region, year));
      assert.deepEqual(cells(table)[0]?.slice(1), ['2021', '2022', '2023']);
      for (const [row, code] of ['GM0153', 'GM0164'].entries()) {
        for (const [column, year] of ['2021', '2022', '2023'].entries()) {
          assert.equal(cells(table)[row + 1]?.[column + 1], await figure(code, year));
        }
      }
    });

    it('takes the longest open dimension for rows where there is one region', async () => {
      const table = await show('data-table', population);
      assert.include(firstColumn(table), '2019');
      assert.lengthOf(cells(table)[0] ?? [], 2);
    });

    it('pivots by role or id, outermost first', async () => {
      const table = await show(
        'data-table',
        { rows: 'period', columns: 'region Geslacht', filter: 'Geslacht:*' },
        { data: nested },
      );
      assert.deepEqual(cells(table)[0], ['Periode', 'Adorp', 'Bedorp', 'Cedorp']);
      assert.deepEqual(cells(table)[1]?.slice(0, 4), ['Totaal', 'Mannen', 'Vrouwen', 'Totaal']);
      assert.deepEqual(cells(table)[2], ['2022', '1', '3', '5', '7', '9', '11', '13', '15', '17']);
    });

    it('puts what is not mentioned in the columns, and leaves out names that the table does not have', async () => {
      const table = await show('data-table', { rows: 'Geslacht Leeftijd', filter: 'Geslacht:*' }, { data: nested });
      assert.deepEqual(firstColumn(table), ['Totaal', 'Mannen', 'Vrouwen']);
      assert.deepEqual(cells(table)[0]?.slice(1), ['Adorp', 'Bedorp', 'Cedorp']);
    });

    it('shows one cell with both its headers', async () => {
      const table = await show('data-table', {}, { data: onePoint });
      assert.deepEqual(cells(table), [
        ['Regio', '2023'],
        ['Adorp', '7'],
      ]);
    });

    it('asks all codes of a dimension with a star', async () => {
      const asked = new TestEndpoint();
      const table = await show('data-table', {
        endpoint: asked.address,
        table: 'bevolking',
        indicator: 'inwoners geboortecijfer',
        region: '*',
        period: '*',
        filter: 'Geslacht:*',
        rows: 'region',
      });
      assert.equal(table.loadState, 'ready');
      assert.isAbove(firstColumn(table).length, 14);
      const [data] = await asked.requests('data');
      assert.match(decodeURIComponent(data?.query ?? ''), /valueCodes\[RegioS\]=\*/);
    });

    it('keeps the own region first where all are compared with it', async () => {
      const table = await show('data-table', { region: 'C', 'compare-with': '*' }, { data: cube });
      assert.deepEqual(firstColumn(table), ['Cedorp gekozen', 'Adorp', 'Bedorp']);
    });

    it('shows all regions where none is named, and categories without a total', async () => {
      const { total: _, ...openSexes } = sexes;
      const table = await show('data-table', {}, { data: tableData([metric, regions, openSexes]) });
      assert.deepEqual(cells(table)[0], ['Regio', 'Totaal', 'Mannen', 'Vrouwen']);
      assert.lengthOf(firstColumn(table), 3);
    });

    it('refuses a star on a dimension that the table does not have', async () => {
      const table = await show('data-table', { filter: 'Leeftijd:*' }, { data: cube });
      assert.equal(table.loadState, 'empty');
    });
  });

  describe('headers', () => {
    it('say what they are headers of', async () => {
      const table = await show('data-table', { filter: 'Geslacht:*' }, { data: nested });
      const [head, second] = [...tableIn(table).rows];
      assert.deepEqual(
        [...(head?.cells ?? [])].map(({ scope, colSpan, rowSpan }) => [scope, colSpan, rowSpan]),
        [
          ['col', 1, 2],
          ['colgroup', 2, 1],
          ['colgroup', 2, 1],
          ['colgroup', 2, 1],
        ],
      );
      assert.isTrue([...(second?.cells ?? [])].every(({ scope }) => scope === 'col'));
      const groups = [...tableIn(table).querySelectorAll('colgroup')].map(({ span }) => span);
      assert.deepEqual(groups, [1, 2, 2, 2]);
      assert.equal(tableIn(table).tBodies[0]?.rows[0]?.cells[0]?.scope, 'row');
    });

    it('group rows of several levels, each in a body of its own', async () => {
      const table = await show('data-table', { rows: 'region Geslacht', filter: 'Geslacht:*' }, { data: nested });
      const bodies = [...tableIn(table).tBodies];
      assert.lengthOf(bodies, 3);
      const [first] = bodies[0]?.rows[0]?.cells ?? [];
      assert.deepEqual([first?.scope, first?.rowSpan, plain(first?.textContent ?? '')], ['rowgroup', 3, 'Adorp']);
      assert.deepEqual(cells(table)[2], ['Mannen', '3', '4']);
    });

    it('name a group again where sorting parts it', async () => {
      const table = await show(
        'data-table',
        { rows: 'region Geslacht', filter: 'Geslacht:*', sort: '2023:desc' },
        { data: nested },
      );
      assert.deepEqual(cells(table)[1], ['Cedorp', 'Vrouwen', '17', '18']);
      const alternating = [1, 6, 2, 5, 3, 4];
      const data = tableData([metric, { ...regions, codes: { A: 'Adorp', B: 'Bedorp' } }, sexes], {
        values: alternating,
      });
      const mixed = await show('data-table', { rows: 'region Geslacht', filter: 'Geslacht:*', sort: 'x' }, { data });
      assert.deepEqual(
        cells(mixed)
          .slice(1)
          .map((row) => row.join(' ')),
        ['Adorp Totaal 1', 'Vrouwen 2', 'Bedorp Mannen 3', 'Vrouwen 4', 'Totaal 5', 'Adorp Mannen 6'],
      );
    });

    it('have the unit once: in the caption, or with each indicator where they differ', async () => {
      const one = await show('data-table', {}, { data: cube });
      assert.equal(plain(tableIn(one).caption?.textContent ?? ''), 'Proefcijfers stuks · 2022–2023');
      assert.notInclude(cells(one).flat().join(' '), 'stuks');
      const two = await show('data-table', { indicator: '*' }, { data: measures });
      assert.deepEqual(cells(two)[0], ['Regio', 'Inwoners inwoners', 'Dichtheid per km²']);
      assert.equal(plain(tableIn(two).caption?.textContent ?? ''), 'Inwoners en dichtheid 2023');
      const down = await show('data-table', { indicator: '*', rows: 'indicator', region: 'A' }, { data: measures });
      assert.deepEqual(firstColumn(down), ['Inwoners (inwoners)', 'Dichtheid (per km²)']);
    });

    it('say that a period is not comparable with the one before, and what changed stands below', async () => {
      const given = {
        regions: { A: 'Adorp', B: 'Bedorp' },
        periods: ['2019', '2020', '2021'],
        values: [1, 2, 3, 4, 5, 6],
      };
      const breaks = [
        { period: '2019', note: 'Eerder.' },
        { period: '2020', note: 'Andere telling.' },
        { period: '2022', note: 'Later.' },
      ];
      const data = synthetic({ ...given, breaks });
      const across = await show('data-table', {}, { data });
      assert.deepEqual(cells(across)[0], ['Regio', '2019', '2020 trendbreuk', '2021']);
      assert.equal(text(across, '[part=break-notes]'), 'trendbreuk 2020: Andere telling.');
      assert.deepEqual(await violations(across), []);
      const down = await show('data-table', { region: 'A', lang: 'en' }, { data });
      assert.deepEqual(firstColumn(down), ['2019', '2020 break in series', '2021']);
      assert.isFalse(has(await show('data-table', { period: '2020' }, { data }), '.cue, [part=break-notes]'));
    });

    it('say so at the first period of each kind, and of those indicators that it is about', async () => {
      const kinds = { '2019JJ00': '', '2020JJ00': '', '2019KW04': '', '2020KW01': '', '2020KW02': '' };
      const told = (period: string, about?: readonly string[]) => ({
        extension: { peilglas: { breaks: [{ period, note: 'Andere telling.', indicators: about }] } },
      });
      const mixed = { ...tableData([metric, { ...periods, codes: kinds }]), ...told('2020') };
      assert.deepEqual(
        firstColumn(await show('data-table', {}, { data: mixed })).filter((each) => each.includes('trendbreuk')),
        ['1e kwartaal 2020 trendbreuk', '2020 trendbreuk'],
      );
      const two: Axis = { id: 'Onderwerp', role: 'metric', codes: { i: 'Inwoners', d: 'Dichtheid' } };
      const data = { ...tableData([regions, two, periods]), ...told('2023', ['d']) };
      const within = await show('data-table', { indicator: '*', columns: 'indicator period' }, { data });
      assert.deepEqual(cells(within)[1], ['2022', '2023', '2022', '2023 trendbreuk']);
      assert.equal(text(within, '[part=break-notes]'), 'trendbreuk 2023, Dichtheid: Andere telling.');
      const around = await show('data-table', { indicator: '*', columns: 'period indicator' }, { data });
      assert.deepEqual(cells(around)[0], ['Regio', '2022', '2023 trendbreuk']);
      assert.isFalse(has(await show('data-table', { indicator: 'i' }, { data }), '.cue, [part=break-notes]'));
    });

    it('keep words whole and each arrow beside its text, however narrow the table', async () => {
      const codes = { g: 'Geregistreerde misdrijven', b: 'Bevolkingsdichtheid', n: 'Natuurlijke bevolkingsgroei' };
      const units = { g: 'misdrijven', b: 'per km²', n: 'personen' };
      const several = tableData([regions, periods, { id: 'Onderwerp', role: 'metric', codes, units }]);
      const table = await show('data-table', { rows: 'period', indicator: '*', region: 'A' }, { data: several });
      const buttons = [...(table.shadowRoot?.querySelectorAll('.number .sort') ?? [])];
      assert.lengthOf(buttons, 3);
      for (const width of [1000, 300]) {
        table.style.inlineSize = `${width}px`;
        for (const sort of buttons) {
          const words = [...sort.childNodes].find(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
          const named = words?.textContent ?? '';
          const boxes = [...named.matchAll(/\S+/g)].map(({ index, 0: word }) => {
            const range = document.createRange();
            if (words) range.setStart(words, index);
            if (words) range.setEnd(words, index + word.length);
            return range.getClientRects();
          });
          assert.deepEqual(
            boxes.map(({ length }) => length),
            boxes.map(() => 1),
            `${named} in ${width} pixels`,
          );
          const gap = (boxes[0]?.[0]?.left ?? 0) - (sort.querySelector('svg')?.getBoundingClientRect().right ?? 0);
          assert.closeTo(gap, 4, 4, `the arrow of ${named} in ${width} pixels`);
        }
      }
    });

    it('open the definition of each of several indicators', async () => {
      const table = await show('data-table', { indicator: '*' }, { data: measures });
      const buttons = [...(table.shadowRoot?.querySelectorAll<HTMLElement>('thead .definition-button') ?? [])];
      assert.deepEqual(
        buttons.map(({ ariaLabel }) => ariaLabel),
        ['Uitleg over Inwoners', 'Uitleg over Dichtheid'],
      );
      buttons[1]?.click();
      await until(() => table.shadowRoot?.querySelector(':popover-open'), 'no definition');
      assert.equal(table.shadowRoot?.querySelector(':popover-open')?.ariaLabel, 'Dichtheid');
    });

    it('leave a way to the definition where several indicators are secret', async () => {
      const two: Axis = { id: 'Onderwerp', role: 'metric', codes: { i: 'Inwoners', d: 'Dichtheid' } };
      const data = tableData([regions, two, periods], { values: Array(12).fill(null), statuses: { 3: 'C' } });
      const table = await show('data-table', { indicator: '*' }, { data });
      assert.equal(table.loadState, 'suppressed');
      inside(table, '.definition-button').click();
      await until(() => table.shadowRoot?.querySelector(':popover-open'), 'no definition');
    });
  });

  describe('figures', () => {
    const odd = tableData([metric, regions, periods], {
      values: [1234.5, null, null, null, -0.4, 1e15],
      statuses: { 0: 'P', 1: 'C', 2: 'M', 3: 'N', 4: 'R', 5: 'E' },
      decimals: 1,
    });

    it('are as everywhere, with their status or reason for those who hear the table', async () => {
      const table = await show('data-table', {}, { data: odd });
      assert.deepEqual(cells(table).slice(1), [
        ['Adorp', '1.234,5* voorlopig', '.geheim: te kleine aantallen'],
        ['Bedorp', 'niet van toepassing', '…nog niet gepubliceerd'],
        ['Cedorp', '−0,4** nader voorlopig', '1.000.000.000.000.000,0 geschat'],
      ]);
    });

    it('have a list of the marks below them', async () => {
      const table = await show('data-table', {}, { data: odd });
      await until(() => text(table, '.marks'), 'no marks');
      assert.equal(
        text(table, '.marks'),
        '* voorlopig · ** nader voorlopig · . geheim: te kleine aantallen · … nog niet gepubliceerd · leeg niet van toepassing',
      );
    });

    it('are in line at their end, digit below digit', async () => {
      const table = await show('data-table', {}, { data: odd });
      const figure = tableIn(table).querySelector('td') ?? document.body;
      assert.equal(getComputedStyle(figure).textAlign, 'end');
      assert.equal(getComputedStyle(figure).fontVariantNumeric, 'tabular-nums');
    });

    it('are written in the language of the element', async () => {
      const table = create('data-table', { lang: 'en' });
      table.data = odd;
      mount(table);
      await settled(table);
      assert.equal(cells(table)[1]?.[1], '1,234.5* provisional');
      assert.equal(inside(table, '.scroller').getAttribute('aria-label'), 'Table: Proefcijfers');
    });

    it('stay readable in a page whose language we do not have, or that writes from right to left', async () => {
      const table = create('data-table', { lang: 'ar-u-nu-arab', dir: 'rtl' });
      table.data = cube;
      mount(table, 320);
      await settled(table);
      assert.equal(cells(table)[1]?.[2], '2');
      const [header, figure] = tableIn(table).tBodies[0]?.rows[0]?.cells ?? [];
      assert.isAbove(header?.getBoundingClientRect().left ?? 0, figure?.getBoundingClientRect().left ?? Infinity);
      assert.deepEqual(await violations(table), []);
    });
  });

  describe('own region', () => {
    it('is marked in bold and in words, from the context too', async () => {
      const context = create('data-context', { region: 'B' });
      const table = create('data-table', { region: '*' });
      table.data = cube;
      context.append(table);
      mount(context);
      await settled(table);
      assert.deepEqual(firstColumn(table), ['Adorp', 'Bedorp gekozen', 'Cedorp']);
      const own = inside(table, '.own td');
      assert.equal(getComputedStyle(own).fontWeight, '600');
    });

    it('is not marked where it stands alone', async () => {
      const table = await show('data-table', { region: 'B' }, { data: cube });
      assert.isFalse(has(table, '.own, .cue'));
    });
  });

  describe('sorting', () => {
    const data = tableData(
      [metric, { ...regions, codes: { A: 'Zwolle', B: 'Émmen', C: 'Dalen', D: 'Assen' } }, periods],
      {
        values: [3, 1, null, 2, 3, 3, 9, null],
      },
    );

    it('by a column goes from high to low, from low to high, and back, and says so', async () => {
      const table = await show('data-table', {}, { data });
      const button = await sortBy(table, '2022');
      const header = button.closest('th');
      assert.deepEqual(firstColumn(table), ['Assen', 'Zwolle', 'Dalen', 'Émmen']);
      assert.equal(header?.ariaSort, 'descending');
      assert.equal(text(table, '[aria-live]'), 'De rijen staan op volgorde van 2022, van hoog naar laag');
      await sortBy(table, '2022');
      assert.deepEqual(firstColumn(table), ['Zwolle', 'Dalen', 'Assen', 'Émmen'], 'missing last, equals as they were');
      assert.equal(header?.ariaSort, 'ascending');
      assert.equal(text(table, '[aria-live]'), 'De rijen staan op volgorde van 2022, van laag naar hoog');
      await sortBy(table, '2022');
      assert.deepEqual(firstColumn(table), ['Zwolle', 'Émmen', 'Dalen', 'Assen']);
      assert.isFalse(header?.hasAttribute('aria-sort'));
      assert.equal(text(table, '[aria-live]'), 'De rijen staan weer in de eerste volgorde');
      assert.isTrue(table.shadowRoot?.activeElement === button, 'the focus stays');
    });

    it('by label goes by the alphabet of the language', async () => {
      const table = await show('data-table', {}, { data });
      await sortBy(table, 'Regio');
      assert.deepEqual(firstColumn(table), ['Assen', 'Dalen', 'Émmen', 'Zwolle']);
      assert.equal(text(table, '[aria-live]'), 'De rijen staan op volgorde van Regio, van A tot Z');
    });

    it('of a small table is done with the press, however slow the machine is', async () => {
      const table = await show('data-table', {}, { data });
      const now = performance.now.bind(performance);
      let waited = 0;
      performance.now = () => now() + (waited += 1000);
      try {
        await sortBy(table, 'Regio');
      } finally {
        performance.now = now;
      }
      assert.deepEqual(firstColumn(table), ['Assen', 'Dalen', 'Émmen', 'Zwolle']);
      assert.equal(inside(table, '.frame').ariaBusy, 'false');
    });

    it('by label keeps periods in order of time', async () => {
      const months = { '2023MM01': 'januari', '2023MM02': 'februari', '2022MM12': 'december' };
      const table = await show(
        'data-table',
        { sort: 'label:desc' },
        { data: tableData([metric, { ...periods, codes: months }]) },
      );
      assert.deepEqual(firstColumn(table), ['februari 2023', 'januari 2023', 'december 2022']);
    });

    it('is an attribute too, which says nothing aloud', async () => {
      const table = await show('data-table', { sort: '2023:desc' }, { data });
      assert.deepEqual(firstColumn(table), ['Dalen', 'Émmen', 'Zwolle', 'Assen']);
      assert.equal(text(table, '[aria-live]'), '');
      table.sort = 'nergens';
      await table.updateComplete;
      assert.deepEqual(firstColumn(table), ['Zwolle', 'Émmen', 'Dalen', 'Assen'], 'no such column');
    });
  });

  describe('choosing', () => {
    const chosen = (table: DataTable): string[] => {
      const codes: string[] = [];
      table.addEventListener('peil-select', (event) => codes.push(`${event.dimension}: ${event.codes.join(' ')}`));
      return codes;
    };

    it('is a button in each region header, which tells the region', async () => {
      const table = await show('data-table', { selectable: '' }, { data: cube });
      const codes = chosen(table);
      table.shadowRoot?.querySelectorAll<HTMLElement>('.pick')[1]?.click();
      assert.deepEqual(codes, ['region: B']);
    });

    it('changes the region of the context, and with it the row that is marked', async () => {
      const context = create('data-context', { region: 'A' });
      const table = create('data-table', { region: '*', selectable: '' });
      table.data = cube;
      context.append(table);
      mount(context);
      await settled(table);
      table.shadowRoot?.querySelectorAll<HTMLElement>('.pick')[2]?.click();
      await context.updateComplete;
      await table.updateComplete;
      assert.deepEqual(firstColumn(table), ['Adorp', 'Bedorp', 'Cedorp gekozen']);
    });

    it('leaves the regions that the page compares with, whatever rows the table has', async () => {
      const context = create('data-context', { region: 'A C' });
      const table = create('data-table', { region: 'A B C', selectable: '' });
      table.data = cube;
      context.append(table);
      mount(context);
      await settled(table);
      table.shadowRoot?.querySelectorAll<HTMLElement>('.pick')[1]?.click();
      assert.equal(context.region, 'B C');
    });

    it('keeps the focus on what was chosen, while other figures come', async () => {
      const context = create('data-context', { endpoint, region: 'GM0153' });
      const table = create('data-table', { table: 'bevolking', 'compare-with': '*', period: '2023', selectable: '' });
      context.append(table);
      mount(context);
      await settled(table);
      const [, second] = table.shadowRoot?.querySelectorAll<HTMLElement>('.pick') ?? [];
      const name = plain(second?.textContent ?? '');
      second?.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => plain(inside(table, 'tbody th').textContent).startsWith(name), 'not chosen');
      assert.equal(plain(table.shadowRoot?.activeElement?.textContent ?? ''), name);
    });

    it('is one tab stop, from which arrows go along the rows', async () => {
      const table = await show('data-table', { selectable: '' }, { data: cube });
      const codes = chosen(table);
      const stops = () =>
        [...(table.shadowRoot?.querySelectorAll('.pick[tabindex="0"]') ?? [])].map((each) => plain(each.textContent));
      assert.deepEqual(stops(), ['Adorp']);
      inside(table, '.pick').focus();
      await sendKeys({ press: 'ArrowDown' });
      await table.updateComplete;
      assert.deepEqual(stops(), ['Bedorp']);
      assert.equal(plain(table.shadowRoot?.activeElement?.textContent ?? ''), 'Bedorp');
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      assert.deepEqual(codes, ['region: C']);
    });

    it('is not there for rows that are no regions, or unless asked for', async () => {
      const rows = await show('data-table', { selectable: '', rows: 'period' }, { data: cube });
      assert.isFalse(has(rows, '.pick'));
      const plainTable = await show('data-table', {}, { data: cube });
      assert.isFalse(has(plainTable, '.pick'));
    });
  });

  describe('states', () => {
    const none = [null, null, null, null, null, null];

    it('is suppressed where all figures are secret or absent, and empty where none is secret', async () => {
      const secret = await show(
        'data-table',
        {},
        { data: tableData([metric, regions, periods], { values: none, statuses: { 3: 'C' } }) },
      );
      assert.equal(secret.loadState, 'suppressed');
      assert.include(text(secret), 'Bron: Proefbron');
      assert.isFalse(has(secret, 'table'));
      const empty = await show('data-table', {}, { data: tableData([metric, regions, periods], { values: none }) });
      assert.equal(empty.loadState, 'empty');
    });
  });

  describe('layout', () => {
    for (const width of [288, 700]) {
      it(`fits ${width} pixels with texts as long as publishers make them`, async () => {
        const table = await show(
          'data-table',
          { region: 'A', 'compare-with': 'B C', selectable: '' },
          { data: longTexts, width },
        );
        assert.isAtMost(table.scrollWidth, table.clientWidth);
        assert.isAtMost(document.documentElement.scrollWidth, document.documentElement.clientWidth);
        const header = tableIn(table).tBodies[0]?.rows[0]?.cells[0]?.getBoundingClientRect();
        assert.isAtMost(header?.width ?? Infinity, width * 0.46);
      });
    }

    it('keeps headers in sight while the figures scroll', async () => {
      const table = await show(
        'data-table',
        { ...population, 'compare-with': '*', indicator: 'inwoners' },
        { width: 320 },
      );
      const scroller = inside(table, '.scroller');
      assert.isAbove(scroller.scrollHeight, scroller.clientHeight);
      scroller.scrollTo(200, 200);
      await new Promise(requestAnimationFrame);
      const box = scroller.getBoundingClientRect();
      const corner = inside(table, 'thead .first').getBoundingClientRect();
      assert.closeTo(corner.top, box.top, 1);
      assert.closeTo(corner.left, box.left, 1);
      assert.closeTo(inside(table, 'tbody .first').getBoundingClientRect().left, box.left, 1);
    });

    it('scrolls by keys', async () => {
      const table = await show('data-table', { ...population, 'compare-with': '*' }, { width: 320 });
      const scroller = inside(table, '.scroller');
      scroller.focus();
      // A key pressed while the browser still scrolls for the one before may be lost.
      const still = new Promise<void>((resolve) => {
        scroller.addEventListener('scrollend', () => {
          if (scroller.scrollTop > 0) resolve();
        });
      });
      await sendKeys({ press: 'PageDown' });
      await still;
      await sendKeys({ press: 'ArrowRight' });
      await until(() => scroller.scrollLeft > 0, 'did not scroll sideways');
    });
  });

  describe('files', () => {
    it('gives the figures as CSV in two dialects', async () => {
      const data = synthetic({ periods: ['2022', '2023'], values: [1234.56, null], decimals: 1, statuses: { 1: 'C' } });
      const table = await show('data-table', {}, { data });
      const lines = (csv: string) => csv.slice(1).split('\r\n');
      assert.equal(lines(table.toCsv())[1], 'Proefcijfers,x,Adorp,A,2022,2022,1234.6,A,,stuks');
      assert.equal(lines(table.toCsv('dutch'))[1], 'Proefcijfers;x;Adorp;A;2022;2022;1234,6;A;;stuks');
      assert.equal(
        lines(table.toCsv('dutch'))[2],
        'Proefcijfers;x;Adorp;A;2023;2023;;C;geheim: te kleine aantallen;stuks',
      );
    });

    it('gives figures that another table shows just so', async () => {
      const table = await show('data-table', { filter: 'Geslacht:*' }, { data: nested });
      const copy = await show('data-table', { filter: 'Geslacht:*' }, { data: JSON.parse(table.toJsonStat()) });
      assert.deepEqual(cells(copy), cells(table));
    });

    it('gives nothing while there is nothing', async () => {
      const table = await show('data-table', {}, { data: synthetic({ periods: ['2023'], values: [null] }) });
      assert.equal(table.toCsv(), '');
      assert.equal(table.toJsonStat(), '');
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to, in any layout', async () => {
      const layouts: readonly (readonly [Record<string, string>, unknown])[] = [
        [{ selectable: '', region: 'A', 'compare-with': '*', sort: '2023' }, cube],
        [{ rows: 'region Geslacht', filter: 'Geslacht:*' }, nested],
        [{ columns: 'region Geslacht', filter: 'Geslacht:*' }, nested],
        [{ indicator: '*' }, measures],
      ];
      for (const [attributes, data] of layouts) {
        const table = await show('data-table', attributes, { data });
        inside(table, '.downloads').setAttribute('open', '');
        assert.deepEqual(await violations(table), []);
        darken();
        assert.deepEqual(await violations(table), []);
      }
    });

    it('is a region with a name, which can have the focus', async () => {
      const table = await show('data-table', { heading: 'Wie woont waar' }, { data: cube });
      const scroller = inside(table, '.scroller');
      assert.equal(scroller.getAttribute('role'), 'region');
      assert.equal(scroller.getAttribute('aria-label'), 'Tabel: Wie woont waar');
      assert.equal(scroller.tabIndex, 0);
    });
  });
});
