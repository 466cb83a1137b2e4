import '@peilglas/elements/define';
import { parseJsonStat } from '@peilglas/client/json-stat';
import { PeilSelectEvent, type MunicipalityCompare } from '@peilglas/elements';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { readComparison } from '../../packages/elements/dist/municipality-compare/read-comparison.js';
import { violations } from './support/axe.ts';
import { demoRows, inhabitants, written } from './support/demo-figures.ts';
import {
  create,
  darken,
  drawn,
  first,
  has,
  inside,
  mount,
  plain,
  settled,
  show,
  text,
  told,
  until,
} from './support/page.ts';
import { synthetic } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';
import { html } from 'lit';

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0164' };

async function compareOf(
  attributes: Record<string, string>,
  given?: Parameters<typeof show>[2],
): Promise<MunicipalityCompare> {
  const compare = await show('municipality-compare', attributes, given);
  await drawn(compare);
  return compare;
}

/** The municipalities of Twente by number of inhabitants, most first. */
async function ranking(period = '2023'): Promise<readonly { code: string; value: number }[]> {
  const rows = await demoRows('bevolking', { period, sex: 'T', indicator: 'inwoners' });
  return rows
    .filter(({ region = '' }) => region.startsWith('GM'))
    .map(({ region = '', value }) => ({ code: region, value: Number(value) }))
    .sort((a, b) => b.value - a.value);
}

const words = (compare: Element): string => plain(inside(compare, '.canvas').textContent);

async function tableOf(compare: MunicipalityCompare): Promise<readonly (readonly string[])[]> {
  inside(compare, '[part=table-button]').click();
  await compare.updateComplete;
  const table = inside(compare, 'table');
  if (!(table instanceof HTMLTableElement)) throw new Error('No table');
  return [...table.rows].map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const regions = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`GM${1000 + place}`, `Gemeente ${place + 1}`]));

const secret = synthetic({
  regions: { GM1: 'Adorp', GM2: 'Bedorp', GM3: 'Cedorp', GM4: 'Dedorp' },
  periods: ['2023'],
  values: [null, 20, 10, null],
  statuses: { 0: 'C', 3: 'U' },
});

/** A table that goes down to neighbourhoods; one has no other in its district. */
const smaller = (parts: Readonly<Record<string, readonly string[]>> = {}): unknown =>
  synthetic({
    regions: {
      PV23: 'Overijssel',
      GM0153: 'Enschede',
      GM0164: 'Hengelo',
      WK015301: 'Centrum',
      WK015302: 'Noord',
      WK015303: 'Oost',
      WK016401: 'Nijverheid',
      BU01530101: 'Pathmos',
      BU01530102: 'Boddenkamp',
      BU01530201: 'Lasonder',
      TM1: 'Wijkteam West',
      TM2: 'Wijkteam Zuid',
    },
    parts,
    periods: ['2023'],
    values: [900, 300, 200, 30, 40, 20, 50, 7, 8, 9, 60, 70],
  });
const hierarchy = {
  GM0153: ['WK015301', 'WK015302', 'WK015303', 'TM1', 'TM2'],
  GM0164: ['WK016401'],
  WK015301: ['BU01530101', 'BU01530102'],
  WK015302: ['BU01530201'],
};

async function choose(compare: MunicipalityCompare, label: string, value: string): Promise<void> {
  const found = [...(compare.shadowRoot?.querySelectorAll('label') ?? [])].find((each) =>
    plain(each.textContent).startsWith(label),
  );
  const select = found?.querySelector('select');
  if (!select) throw new Error(`No ${label}`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await compare.updateComplete;
}

describe('<municipality-compare>', () => {
  describe('figures', () => {
    it('compares all municipalities of the table at the latest period, and no totals', async () => {
      const compare = await compareOf(population);
      const rows = await tableOf(compare);
      const expected = await ranking();
      assert.deepEqual(rows[0], ['Gemeente', '2023', 'Plaats']);
      assert.deepEqual(
        rows.slice(1).map(([, figure, rank]) => [figure, rank]),
        expected.map(({ value }, place) => [written(value), String(place + 1)]),
      );
      assert.isFalse(rows.some(([name = '']) => /Overijssel|Nederland/.test(name)));
    });

    it('says the rank of the own one, who is highest and lowest, and the average', async () => {
      const compare = await compareOf(population);
      const expected = await ranking();
      const average = expected.reduce((sum, { value }) => sum + value, 0) / expected.length;
      assert.include(
        compare.summary,
        `${written(await inhabitants('GM0164', '2023'))} inwoners op 1\u00a0januari 2023; dat is plaats 2 van de 14`,
      );
      assert.include(compare.summary, `het hoogste cijfer heeft Enschede (${written(expected[0]?.value ?? 0)})`);
      assert.include(compare.summary, `het gemiddelde is ${written(Math.round(average))}`);
      assert.include(text(compare, '.axis-note'), 'elke gemeente telt even zwaar mee');
      assert.equal(text(compare, '[part=summary]'), plain(compare.summary));
    });

    it('marks the own one in drawing, table and speech, not by colour alone', async () => {
      const compare = await compareOf(population);
      assert.include(
        (await tableOf(compare)).map(([name]) => name),
        'Hengelo (gekozen)',
      );
      const own = [...inside(compare, '.canvas').querySelectorAll('text')].find(
        (each) => each.textContent === 'Hengelo',
      );
      assert.equal(getComputedStyle(own ?? compare).fontWeight, '600');
    });

    it('shows the period that is asked, also where the one to compare with is later', async () => {
      const compare = await compareOf({ ...population, period: '2013', since: '2020' });
      assert.deepEqual((await tableOf(compare))[0], ['Gemeente', '2013', 'Plaats']);
      assert.include(compare.summary, written(await inhabitants('GM0164', '2013')));
    });

    it('shows another period when asked, and the way from an earlier one', async () => {
      const compare = await compareOf({ ...population, period: '2020', since: '2012' });
      const rows = await tableOf(compare);
      assert.deepEqual(rows[0], ['Gemeente', '2012', '2020', 'Plaats']);
      const own = rows.find(([name = '']) => name.startsWith('Hengelo'));
      assert.equal(own?.[1], written(await inhabitants('GM0164', '2012')));
      assert.equal(own?.[2], written(await inhabitants('GM0164', '2020')));
      assert.include(
        plain(compare.summary),
        `op 1 januari 2012 was dit ${written(await inhabitants('GM0164', '2012'))}`,
      );
      assert.deepEqual(text(compare, '.legend').split(' '), ['2012', '2020']);
    });

    it('has a region once, also where it is in two of those that stand for others', async () => {
      const compare = await compareOf({ ...population, peers: 'PV23 NL01' });
      assert.include(compare.summary, 'dat is plaats 2 van de 14 gemeenten');
      assert.lengthOf(await tableOf(compare), 15);
    });

    it('says that two periods are not comparable where a break lies between them', async () => {
      const given = { regions: { GM1: 'Adorp', GM2: 'Bedorp' }, periods: ['2015', '2023'], values: [1, 2, 3, 4] };
      const data = synthetic({ ...given, breaks: [{ period: '2020', note: 'Andere telling.' }] });
      const compare = await compareOf({ region: 'GM1', since: '2015' }, { data });
      assert.include(compare.summary, 'niet te vergelijken met 2015: trendbreuk in 2020');
      assert.notInclude(compare.summary, 'in 2015 was');
    });

    it('weighs the average by what the table says, and says so', async () => {
      const compare = await compareOf({ ...population, indicator: 'geboortecijfer' });
      assert.include(text(compare, '.axis-note'), 'gewogen naar Inwoners');
      const births = await demoRows('bevolking', { period: '2023', sex: 'T', indicator: 'geboortecijfer' });
      let [sum, total] = [0, 0];
      for (const { region = '', value } of births.filter(({ region = '' }) => region.startsWith('GM'))) {
        const weight = await inhabitants(region, '2023');
        sum += Number(value) * weight;
        total += weight;
      }
      const average = new Intl.NumberFormat('nl', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
        sum / total,
      );
      assert.include(words(compare), `gemiddeld ${average}`);
    });

    it('averages the group alone where the own region is from outside it, and says so', async () => {
      const compare = await compareOf({ ...population, region: 'GM0153', peers: 'Klein=GM0141 GM0147' });
      const average = ((await inhabitants('GM0141', '2023')) + (await inhabitants('GM0147', '2023'))) / 2;
      assert.include(compare.summary, `het gemiddelde is ${written(Math.round(average))}`);
      assert.include(compare.summary, 'plaats 1 van de 3 gemeenten');
      assert.include(text(compare, '.axis-note'), 'Enschede telt niet mee in het gemiddelde');
      const inside = await compareOf({ ...population, region: 'GM0147', peers: 'Klein=GM0141 GM0147' });
      assert.notInclude(text(inside, '.axis-note'), 'telt niet mee');
    });

    it('ranks figures that read the same as the same, by name', async () => {
      const regions = { GM1: 'Cdorp', GM2: 'Bdorp', GM3: 'Adorp' };
      const data = synthetic({ regions, periods: ['2023'], values: [12.31, 12.29, 14], unit: '%', decimals: 1 });
      const rows = await tableOf(await compareOf({}, { data }));
      assert.deepEqual(
        rows.slice(1).map(([name, , rank]) => [name, rank]),
        [
          ['Adorp', '1'],
          ['Bdorp', '2'],
          ['Cdorp', '2'],
        ],
      );
    });

    it('weighs the average by another indicator when told to', async () => {
      const compare = await compareOf({ ...population, indicator: 'dichtheid', weight: 'inwoners' });
      assert.include(text(compare, '.axis-note'), 'gewogen naar Inwoners');
    });

    it('leaves the average out when asked', async () => {
      const compare = await compareOf({ ...population, 'without-average': '' });
      assert.notInclude(words(compare), 'gemiddeld');
      assert.notInclude(compare.summary, 'gemiddelde');
    });
  });

  describe('parts of a municipality', () => {
    const names = async (region: string, data: unknown, peers?: string): Promise<readonly (string | undefined)[]> =>
      (await tableOf(await compareOf({ region, ...(peers && { peers }) }, { data }))).slice(1).map(([name]) => name);

    it('are compared with those of their kind beside them, and told by name', async () => {
      const compare = await compareOf({ region: 'WK015301' }, { data: smaller(hierarchy) });
      assert.match(plain(compare.summary), /Centrum waren dit 30 stuks in 2023; dat is plaats 2 van de 3 gebieden/);
      assert.include(compare.summary, 'het hoogste cijfer heeft Noord (40)');
      assert.deepEqual(
        (await tableOf(compare)).map(([name]) => name),
        ['Gebied', 'Noord', 'Centrum (gekozen)', 'Oost'],
      );
      assert.deepEqual(await names('BU01530101', smaller(hierarchy)), ['Boddenkamp', 'Pathmos (gekozen)']);
      assert.deepEqual(await names('TM1', smaller(hierarchy)), ['Wijkteam Zuid', 'Wijkteam West (gekozen)']);
    });

    it('are compared with all of their kind where none is beside them, or the table does not say so', async () => {
      const all = ['Nijverheid (gekozen)', 'Noord', 'Centrum', 'Oost'];
      assert.deepEqual(await names('WK016401', smaller(hierarchy)), all);
      assert.deepEqual(await names('WK016401', smaller()), all);
    });

    it('are compared as the page says, among peers of their own kind', async () => {
      const data = smaller(hierarchy);
      const some = await names('WK015301', data, 'WK015302 WK016401');
      assert.deepEqual(some, ['Nijverheid', 'Noord', 'Centrum (gekozen)']);
      assert.deepEqual(await names('WK015301', data, 'GM0153 GM0164'), ['Enschede', 'Hengelo']);
    });

    it('are no peers where the municipalities are that they are in, or the province of those', async () => {
      const data = smaller({ ...hierarchy, PV23: ['GM0153', 'GM0164'] });
      assert.deepEqual(await names('GM0153', data, 'GM0153 GM0164'), ['Enschede (gekozen)', 'Hengelo']);
      assert.deepEqual(await names('GM0153', data, 'PV23'), ['Enschede (gekozen)', 'Hengelo']);
      assert.deepEqual(await names('BU01530101', data, 'WK015301'), ['Boddenkamp', 'Pathmos (gekozen)']);
    });

    it('follow a page that is about another, without asking again where that is on screen', async () => {
      const context = create('data-context', { region: 'WK015301' });
      const compare = create('municipality-compare', {});
      compare.data = smaller(hierarchy);
      context.append(compare);
      mount(context, 700);
      await settled(compare);
      context.region = 'WK015302';
      await context.updateComplete;
      await compare.updateComplete;
      assert.equal(compare.loadState, 'ready');
      assert.match(compare.summary, /Noord.* plaats 1 van de 3 gebieden/);
      context.region = 'BU01530101';
      await until(
        () => /Pathmos.* plaats 2 van de 2 gebieden/.test(compare.summary),
        'neighbourhoods are not compared',
      );
      context.region = 'WK015301';
      await until(() => /Centrum.* plaats 2 van de 3 gebieden/.test(compare.summary), 'districts are not compared');
      context.region = 'GM0153';
      await until(() => /Enschede.* plaats 1 van de 2 gemeenten/.test(compare.summary), 'municipalities are not');
    });
  });

  describe('what is not there', () => {
    it('says of a municipality that was merged what became of it', async () => {
      const data = synthetic({
        regions: { GM1: 'Adorp', GM2: 'Bedorp', GM3: 'Cedorp' },
        regionNotes: { GM3: 'Op 1 januari 2022 bij Adorp gekomen.' },
        periods: ['2023'],
        values: [2, 1, null],
        statuses: { 2: 'M' },
      });
      const compare = await compareOf({ region: 'GM1' }, { data });
      assert.include(text(compare, '.axis-note'), 'Cedorp: Op 1 januari 2022 bij Adorp gekomen.');
      assert.deepEqual((await tableOf(compare)).at(-1), ['Cedorp', 'niet van toepassing', '']);
      assert.include(compare.summary, 'van de 2 gemeenten');
    });

    it('has no rank, stands at the end with its reason, and makes no average of the others', async () => {
      const compare = await compareOf({ region: 'GM1' }, { data: secret });
      const rows = await tableOf(compare);
      assert.deepEqual(
        rows.slice(1).map(([name, , rank]) => [name, rank]),
        [
          ['Bedorp', '1'],
          ['Cedorp', '2'],
          ['Adorp (gekozen)', ''],
          ['Dedorp', ''],
        ],
      );
      assert.include(rows[3]?.[1] ?? '', 'geheim: te kleine aantallen');
      assert.include(words(compare), 'geheim');
      assert.notInclude(words(compare), 'gemiddeld');
      assert.include(text(compare, '.axis-note'), 'Geen gemiddelde');
      assert.notInclude(compare.summary, 'gemiddelde');
    });

    it('stays at the end when ordered by name', async () => {
      const compare = await compareOf({ region: 'GM1', order: 'name' }, { data: secret });
      const names = (await tableOf(compare)).slice(1).map(([name]) => name);
      assert.deepEqual(names, ['Bedorp', 'Cedorp', 'Adorp (gekozen)', 'Dedorp']);
    });

    it('is told when the table has no regions to compare', async () => {
      const compare = await show('municipality-compare', { ...population, peers: 'PV99' });
      assert.equal(compare.loadState, 'ready', 'an unknown group is all municipalities');
    });
  });

  describe('switches', () => {
    it('orders by figure or by name', async () => {
      const compare = await compareOf(population);
      await choose(compare, 'Volgorde', 'name');
      const names = (await tableOf(compare)).slice(1).map(([name = '']) => name.replace(' (gekozen)', ''));
      assert.deepEqual(names, [...names].sort(new Intl.Collator('nl').compare));
      assert.lengthOf(names, 14);
    });

    it('compares among a group, and switches to another without a new request', async () => {
      const own = new TestEndpoint();
      const compare = await compareOf({
        ...population,
        endpoint: own.address,
        peers: 'Steden=GM0153 GM0164 GM0141; Heel Overijssel=PV23',
      });
      assert.include(compare.summary, 'plaats 2 van de 3 gemeenten');
      const asked = await own.requests();
      await choose(compare, 'Vergelijk', '1');
      assert.include(compare.summary, 'van de 14 gemeenten');
      assert.deepEqual(await own.requests(), asked);
    });

    it('compares among the groups of a codelist of the endpoint', async () => {
      const own = new TestEndpoint();
      const peers = 'codelist:stedelijkheid-2020';
      const compare = await compareOf({ ...population, endpoint: own.address, peers });
      const groups = [...inside(compare, '.controls').querySelectorAll('option')].map((each) =>
        plain(each.textContent),
      );
      assert.deepEqual(groups, ['Sterk stedelijk', 'Matig stedelijk', 'Weinig stedelijk', 'Niet stedelijk']);
      const names = (await tableOf(compare)).slice(1).map(([name = '']) => name.replace(' (gekozen)', ''));
      assert.deepEqual(names, ['Enschede', 'Hengelo', 'Almelo']);
      assert.include(compare.summary, 'plaats 2 van de 3 gemeenten');
      assert.lengthOf(await own.requests('data'), 1);
    });

    it('asks to sign in for a codelist that there is not, or not for everyone: the endpoint does not tell which', async () => {
      const compare = await show('municipality-compare', { ...population, peers: 'codelist:onbekend' });
      assert.equal(compare.loadState, 'signed-out');
    });

    it('keeps 345 municipalities readable, and shows all when asked', async () => {
      const values = Array.from({ length: 345 }, (_, place) => 1000 - place);
      const data = synthetic({ regions: regions(345), periods: ['2023'], values });
      const compare = await compareOf({ region: 'GM1099' }, { data, width: 640 });
      assert.include(words(compare), 'Gemeente 100');
      assert.include(words(compare), 'andere');
      const height = compare.getBoundingClientRect().height;
      const button = inside(compare, '[part=all-button]');
      assert.equal(plain(button.textContent), 'Toon alle 345 gemeenten');
      button.click();
      await until(() => words(compare).includes('Gemeente 200'), 'not all are drawn');
      assert.isAbove(compare.getBoundingClientRect().height, 345 * 24);
      inside(compare, '[part=all-button]').click();
      await until(() => !words(compare).includes('Gemeente 200'), 'all are still drawn');
      assert.equal(compare.getBoundingClientRect().height, height);
    });

    it('shows all again once there is the room in which it did before', async () => {
      const compare = await compareOf({ ...population, region: 'GM0153' }, { width: 420 });
      const isPartial = (): boolean => has(compare, '[part=all-button]');
      let height = 640;
      const make = async (higher: number): Promise<void> => {
        height += higher;
        compare.style.setProperty('--peil-chart-frame-height', `${height}px`);
        // It follows with the next frame, and what it tells of it may change its room once more.
        const heights = (): readonly (number | undefined)[] =>
          ['.canvas', '.canvas svg'].map((part) => compare.shadowRoot?.querySelector(part)?.clientHeight);
        const fits = (): boolean => new Set(heights()).size === 1;
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        await until(fits, 'the drawing does not follow its room');
      };
      while (!isPartial() && height > 400) await make(-8);
      assert.isAbove(height, 400);
      await make(8);
      await until(() => !isPartial(), 'the button takes the room for which it is there');
      assert.notInclude(words(compare), 'andere');
    });
  });

  describe('choosing', () => {
    it('tells which municipality was clicked or entered, and follows the page without asking again', async () => {
      const own = new TestEndpoint();
      const stage = mount(
        html`<data-context endpoint=${own.address} region="GM0164"
          ><municipality-compare table="bevolking" indicator="inwoners"></municipality-compare
        ></data-context>`,
        700,
      );
      const { MunicipalityCompare } = await import('@peilglas/elements');
      const compare = first(MunicipalityCompare, stage);
      await settled(compare);
      await drawn(compare);
      const asked = await own.requests();
      const chosen: (readonly string[])[] = [];
      compare.addEventListener(PeilSelectEvent.type, ({ codes }) => chosen.push(codes));
      const drawing = inside(compare, '[part=drawing]');
      const { left, top } = drawing.getBoundingClientRect();
      // The first row, below the label of the average.
      await sendMouse({ type: 'click', position: [Math.round(left + 200), Math.round(top + 40)] });
      await until(() => compare.summary.startsWith('Enschede'), 'nothing follows');
      assert.deepEqual(chosen, [['GM0153']]);
      drawing.focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await until(() => compare.summary.startsWith('Hengelo'), 'Enter chooses nothing');
      assert.deepEqual(await own.requests(), asked);
      await sendMouse({ type: 'move', position: [1, 1] });
    });
  });

  describe('walking with keys', () => {
    it('begins at the own municipality, and says the same as tooltip and table', async () => {
      const compare = await compareOf(population);
      inside(compare, '[part=drawing]').focus();
      await until(() => has(compare, '.tooltip'), 'no tooltip');
      const figure = `${written(await inhabitants('GM0164', '2023'))} inwoners`;
      assert.equal(told(compare), `Hengelo (gekozen), plaats 2 van 14: ${figure}`);
      for (const part of ['Hengelo (gekozen)', figure, 'plaats 2 van 14']) {
        assert.include(text(compare, '.tooltip'), part);
      }
      await sendKeys({ press: 'ArrowUp' });
      assert.include(told(compare), 'Enschede, plaats 1 van 14');
      await sendKeys({ press: 'End' });
      assert.include(told(compare), 'plaats 14 van 14');
      await sendKeys({ press: 'Home' });
      assert.include(told(compare), 'Enschede, plaats 1 van 14');
      await sendKeys({ press: 'Escape' });
      assert.isFalse(has(compare, '.tooltip'));
    });

    for (const width of [288, 700]) {
      it(`keeps the tooltip inside a page of ${width} pixels at every row`, async () => {
        const compare = await compareOf(population, { width });
        inside(compare, '[part=drawing]').focus();
        await until(() => has(compare, '.tooltip'), 'no tooltip');
        await sendKeys({ press: 'Home' });
        const box = compare.getBoundingClientRect();
        for (let row = 0; row < 14; row++) {
          const tooltip = inside(compare, '.tooltip').getBoundingClientRect();
          assert.isAtLeast(tooltip.left, box.left - 1);
          assert.isAtMost(tooltip.right, box.right + 1);
          assert.isAtLeast(tooltip.top, box.top);
          assert.isAtMost(tooltip.bottom, box.bottom);
          await sendKeys({ press: 'ArrowDown' });
        }
      });
    }
  });

  describe('files', () => {
    it('gives figures as CSV and the drawing as SVG and PNG', async () => {
      const compare = await compareOf(population, { width: 400 });
      assert.include(compare.toCsv(), `GM0164,`);
      const svg = await compare.toSvg();
      assert.notInclude(svg, 'var(');
      assert.include(plain(svg), `<desc>${plain(compare.summary)}</desc>`);
      const picture = await createImageBitmap((await compare.toPng()) ?? new Blob());
      assert.equal(picture.width, 2 * (inside(compare, '.frame').clientWidth + 32));
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to with tooltip and table open, in light and dark', async () => {
      const compare = await compareOf({ ...population, since: '2012', peers: 'Steden=GM0153 GM0164; Twente=PV23' });
      await tableOf(compare);
      inside(compare, '[part=drawing]').focus();
      await until(() => has(compare, '.tooltip'), 'no tooltip');
      assert.deepEqual(await violations(compare), []);
      darken();
      assert.deepEqual(await violations(compare), []);
    });

    it('has a table with scoped headers and a caption', async () => {
      const compare = await compareOf(population);
      await tableOf(compare);
      const scopes = [...(compare.shadowRoot?.querySelectorAll('th') ?? [])].map(({ scope }) => scope);
      assert.lengthOf(
        scopes.filter((scope) => scope === 'col'),
        3,
      );
      assert.lengthOf(
        scopes.filter((scope) => scope === 'row'),
        14,
      );
      assert.equal(text(compare, 'caption'), 'Inwoners (inwoners)');
    });
  });
});

describe('a comparison of very many regions', () => {
  it('looks none of them up by going through all the others', () => {
    const count = 5000;
    const values = Array.from({ length: count }, (_, place) => place);
    const cube = parseJsonStat(synthetic({ regions: regions(count), periods: ['2023'], values }));
    const codes = cube.dimensionFor('geo')?.codes ?? [];
    const { includes } = Array.prototype;
    let walks = 0;
    Array.prototype.includes = function (this: unknown[], ...sought: Parameters<typeof includes>) {
      if (this.length === count) walks++;
      return includes.apply(this, sought);
    };
    try {
      const manner = {
        groups: [{ name: null, codes }],
        group: 0,
        own: 'GM1007',
        order: 'figure',
        weight: null,
      } as const;
      const { rows, average, outsider } = readComparison(cube, manner, 'nl');
      assert.equal(rows.length, count);
      assert.deepInclude(average, { value: (count - 1) / 2, used: count });
      assert.equal(outsider, '');
    } finally {
      Array.prototype.includes = includes;
    }
    assert.isBelow(walks, 10);
  });
});
