import '@peilglas/elements/define';
import { assert } from 'chai';
import { demoFigure, inhabitants, written } from './support/demo-figures.ts';
import { create, frames, has, inside, mount, settled, show, text, until } from './support/page.ts';
import { longTexts, noPoint, onePoint, synthetic, syntheticIndicators, years } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

const endpoint = new TestEndpoint().address;

/** A tile of the demo table of inhabitants; Enschede unless said otherwise. */
const population = (attributes: Record<string, string> = {}) =>
  show('kpi-tile', { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0153', ...attributes });

describe('<kpi-tile>', () => {
  describe('figure', () => {
    it('shows the figure of the region and period asked for', async () => {
      const tile = await population({ period: '2023' });
      assert.equal(text(tile, '.figure'), written(await inhabitants('GM0153', '2023')));
      assert.equal(text(tile, '.heading'), 'Inwoners');
      assert.equal(text(tile, '.source'), 'Enschede, 1 januari 2023 · Bron: CBS, StatLine 37259eng');
    });

    it('writes the unit beside it, unless the heading says it already', async () => {
      const births = await population({ indicator: 'geboorten', period: '2022' });
      const figure = await demoFigure('bevolking', {
        region: 'GM0153',
        period: '2022',
        sex: 'T',
        indicator: 'geboorten',
      });
      assert.equal(text(births, '.figure'), `${written(figure)} kinderen`);
    });

    it('writes percentages and euros as Dutch readers expect', async () => {
      const share = await show('kpi-tile', {
        endpoint,
        table: 'jeugdzorg',
        indicator: 'jeugdhulp',
        region: 'GM0141',
        period: '2015-H1',
      });
      const codes = { region: 'GM0141', period: '2015-H1', indicator: 'jeugdhulp' };
      assert.equal(text(share, '.figure'), `${written(await demoFigure('jeugdzorg', codes))} %`);
      const price = await show('kpi-tile', { endpoint, table: 'woningprijzen', region: 'GM0141', period: '1995' });
      const euros = await demoFigure('woningprijzen', { region: 'GM0141', period: '1995', indicator: 'verkoopprijs' });
      assert.equal(text(price, '.figure'), `€ ${written(euros)}`);
    });

    it('marks what is provisional for the eye, and says it in words', async () => {
      const tile = await show('kpi-tile', { endpoint, table: 'stadsverwarming', region: 'GM0141', period: '2024' });
      assert.equal(inside(tile, '.marker').textContent, '*');
      assert.equal(inside(tile, '.marker').getAttribute('aria-hidden'), 'true');
      assert.include(text(tile, '.source'), 'voorlopig');
    });

    it('says why there is none where the period has none', async () => {
      const tile = await show(
        'kpi-tile',
        { period: '2023' },
        {
          data: synthetic({ periods: years(2021, 3), values: [1, 2, null], statuses: { 2: 'N' } }),
        },
      );
      assert.equal(text(tile, '.figure'), '… nog niet gepubliceerd');
    });
  });

  describe('change', () => {
    it('says in words how it changed since a year earlier', async () => {
      const tile = await population({ period: '2023' });
      const [before, after] = [await inhabitants('GM0153', '2022'), await inhabitants('GM0153', '2023')];
      assert.equal(text(tile, '.change'), `${written(after - before)} meer dan in 2022 (+0,4 %)`);
    });

    it('compares with the period of `since`', async () => {
      const after = await inhabitants('GM0153', '2023');
      const since2015 = await population({ period: '2023', since: '2015' });
      assert.include(
        text(since2015, '.change'),
        `${written(after - (await inhabitants('GM0153', '2015')))} meer dan in 2015`,
      );
      const sinceFirst = await population({ period: '2023', since: 'first' });
      assert.include(text(sinceFirst, '.change'), 'meer dan in 2012');
    });

    it('does not compare across a break in the series', async () => {
      const tile = await show('kpi-tile', {
        endpoint,
        table: 'jeugdzorg',
        indicator: 'jeugdhulp',
        region: 'GM0153',
        period: '2021-H1',
      });
      assert.match(text(tile, '.change'), /^niet te vergelijken met .*2020: trendbreuk/);
      assert.notMatch(text(tile, '.change'), /meer|minder/);
      assert.isFalse(has(tile, '.arrow'));
    });

    it('compares a month with the same month of the year before', async () => {
      const tile = await show('kpi-tile', {
        endpoint,
        table: 'bevolking-maand',
        indicator: 'geboorten',
        region: 'GM0141',
        period: '2015MM03',
      });
      assert.include(text(tile, '.change'), 'maart 2014');
    });

    it('compares a quarter with a quarter and a year with a year where a table has both', async () => {
      const periods = ['2022JJ00', '2023JJ00', '2023KW02', '2023KW03', '2023KW04', '2024KW01'];
      const data = synthetic({ periods, values: [400, 440, 100, 105, 110, 121] });
      const latest = await show('kpi-tile', {}, { data });
      assert.include(text(latest, '.change'), '11 meer dan in het 4e kwartaal van 2023');
      const line = latest.shadowRoot?.querySelector('.sparkline')?.getAttribute('aria-label') ?? '';
      assert.include(line, 'van 100 stuks (2e kwartaal 2023)');
      const year = await show('kpi-tile', { period: '2023' }, { data });
      assert.include(text(year, '.change'), '40 meer dan in 2022');
      const first = await show('kpi-tile', { period: '2023KW02' }, { data });
      assert.notInclude(text(first), 'meer dan');
    });

    it('has an arrow and a colour for figures as they are shown', async () => {
      const judged = async (values: number[]) => {
        const data = synthetic({ periods: years(2022, 2), values, unit: '%', decimals: 1, goodDirection: 'down' });
        const change = inside(await show('kpi-tile', {}, { data }), '.change');
        return [change.textContent.replaceAll(/\s+/g, ' ').trim(), [...change.classList].join(' ')];
      };
      assert.deepEqual(await judged([12.26, 12.34]), ['gelijk aan 2022', 'change']);
      assert.deepEqual(await judged([12.34, 12.36]), ['0,1 procentpunt meer dan in 2022', 'change worse']);
    });

    it('is not told across a break, wherever that is said and whichever of the two comes first', async () => {
      const told = async (attributes: Record<string, string>, more: object) => {
        const data = synthetic({ periods: years(2012, 6), values: [1, 2, 3, 5, 6, 7], goodDirection: 'up', ...more });
        const tile = await show('kpi-tile', attributes, { data });
        assert.isFalse(has(tile, '.change svg'));
        return text(tile, '.change');
      };
      const breaks = [{ period: '2014', note: 'Anders geteld.' }];
      assert.match(await told({ since: 'first' }, { statuses: { 3: 'B' } }), /^niet te vergelijken met 2012.*2015/);
      assert.match(await told({}, { statuses: { 5: 'B' } }), /^niet te vergelijken met 2016/);
      assert.match(await told({ period: '2012', since: '2015' }, { breaks }), /^niet te vergelijken met 2015.*2014/);
    });

    it('has a colour only where the indicator has a good direction', async () => {
      const periods = ['2022', '2023'];
      const judged = async (goodDirection: 'up' | 'down' | 'none', values: number[]) => {
        const tile = await show('kpi-tile', {}, { data: synthetic({ periods, values, goodDirection }) });
        return [...inside(tile, '.change').classList].join(' ');
      };
      assert.equal(await judged('none', [1, 2]), 'change');
      assert.equal(await judged('up', [1, 2]), 'change better');
      assert.equal(await judged('up', [2, 1]), 'change worse');
      assert.equal(await judged('down', [2, 1]), 'change better');
      assert.equal(await judged('up', [2, 2]), 'change');
    });
  });

  describe('comparison', () => {
    it('shows the same figure of other regions', async () => {
      const tile = await population({ period: '2023', 'compare-with': 'GM0164 NL01' });
      const [hengelo, country] = [await inhabitants('GM0164', '2023'), await inhabitants('NL01', '2023')];
      assert.include(text(tile, '.comparison'), `Hengelo: ${written(hengelo)} inwoners`);
      assert.include(text(tile, '.comparison'), `Nederland: ${written(country)} inwoners`);
    });

    it('leaves out regions that the table does not have', async () => {
      const tile = await population({ period: '2023', 'compare-with': 'GM0164 GM9999' });
      assert.equal(tile.shadowRoot?.querySelectorAll('.comparison span').length, 1);
    });

    it('never passes off a region to compare with as its own', async () => {
      const unknown = await population({ region: 'GM9999', 'compare-with': 'NL01' });
      assert.equal(unknown.loadState, 'empty');
      assert.notInclude(text(unknown), 'Nederland');
      const none = create('kpi-tile', { endpoint, table: 'bevolking', 'compare-with': 'NL01' });
      mount(none);
      await settled(none);
      assert.equal(none.loadState, 'empty', 'without a region of its own');
    });

    it('does not compare a region with itself', async () => {
      const tile = await population({ period: '2023', 'compare-with': 'GM0153' });
      assert.equal(text(tile, '.comparison'), '');
    });
  });

  describe('sparkline', () => {
    it('says where it starts and ends', async () => {
      const tile = await population({ period: '2023' });
      const [first, last] = [await inhabitants('GM0153', '2012'), await inhabitants('GM0153', '2023')];
      const label = tile.shadowRoot?.querySelector('.sparkline')?.getAttribute('aria-label');
      assert.equal(label, `Verloop: van ${written(first)} inwoners (2012) naar ${written(last)} inwoners (2023)`);
    });

    it('ends at the period shown', async () => {
      const tile = await population({ period: '2018' });
      assert.include(tile.shadowRoot?.querySelector('.sparkline')?.getAttribute('aria-label') ?? '', '(2018)');
    });

    it('can be left out, and is left out with too few figures', async () => {
      const without = await population({ 'without-sparkline': '' });
      assert.isFalse(has(without, '.sparkline'));
      const few = await show('kpi-tile', {}, { data: onePoint });
      assert.isFalse(has(few, '.sparkline'));
    });
  });

  describe('attributes', () => {
    it('reads a period in several notations', async () => {
      const figures = new Map([
        ['latest', '2023'],
        ['first', '2012'],
        ['2019', '2019'],
        ['2019JJ00', '2019'],
        ['2015..2018', '2018'],
        ['..2014', '2014'],
      ]);
      for (const [period, year] of figures) {
        const tile = await population({ period });
        assert.equal(text(tile, '.figure'), written(await inhabitants('GM0153', year)), period);
      }
      const latest = await population();
      assert.include(text(latest, '.source'), '2023', 'the latest when nothing is asked');
    });

    it('reads codes of classifications from `filter`', async () => {
      const tile = await population({ period: '2023', filter: 'Geslacht:V' });
      assert.equal(text(tile, '.figure'), `${written(await inhabitants('GM0153', '2023', 'V'))} inwoners`);
      assert.equal(text(tile, '.heading'), 'Inwoners (Vrouwen)');
    });

    it('names what it found nothing for', async () => {
      for (const attributes of [{ period: '1850' }, { region: 'GM9999' }, { filter: 'Geslacht:X' }]) {
        const tile = await population(attributes);
        assert.equal(tile.loadState, 'empty');
        assert.include(text(tile, '.message'), Object.values(attributes)[0] ?? '');
      }
    });

    it('takes heading and its level', async () => {
      const tile = await population({ heading: 'Wie wonen hier?', 'heading-level': '4' });
      const heading = inside(tile, '[role=heading]');
      assert.equal(heading.textContent.trim(), 'Wie wonen hier?');
      assert.equal(heading.getAttribute('aria-level'), '4');
    });

    it('keeps a level of 2 to 6, whatever is written', async () => {
      for (const [written, level] of Object.entries({ '9': '6', '1': '2', hoog: '3' })) {
        const tile = await population({ 'heading-level': written });
        assert.equal(inside(tile, '[role=heading]').getAttribute('aria-level'), level, written);
      }
    });

    it('leaves the source out only when asked', async () => {
      const tile = await population({ 'without-source': '' });
      assert.isFalse(has(tile, '.source'));
    });

    it('without table or endpoint stays idle and shows nothing', async () => {
      const tile = create('kpi-tile', { region: 'GM0153' });
      mount(tile);
      await tile.updateComplete;
      assert.equal(tile.loadState, 'idle');
      assert.equal(text(tile), '');
    });
  });

  describe('slots', () => {
    it('takes heading, actions, footer and words for nothing found', async () => {
      const tile = create('kpi-tile', { endpoint, table: 'bevolking', region: 'GM9999' });
      const given = ['heading', 'actions', 'footer', 'empty'].map((slot) => {
        const content = create('span', { slot });
        content.textContent = `mijn ${slot}`;
        return content;
      });
      tile.append(...given);
      mount(tile);
      await settled(tile);
      for (const content of given) assert.isAbove(content.offsetHeight, 0, content.slot);
      assert.equal(inside(tile, '.message').offsetHeight, 0, 'our own words');
    });
  });

  describe('figures in the page', () => {
    it('shows a script child without asking anybody', async () => {
      const asked = new TestEndpoint();
      const tile = create('kpi-tile', { endpoint: asked.address, table: 'bevolking' });
      const script = create('script', { type: 'application/json' });
      script.textContent = JSON.stringify(onePoint);
      tile.append(script);
      mount(tile);
      await settled(tile);
      assert.equal(text(tile, '.figure'), '7 stuks');
      assert.deepEqual(await asked.requests(), []);
    });

    it('takes for its own nothing that a filled page carries, which an element without end tag holds', async () => {
      const tile = create('kpi-tile', { endpoint, table: 'bevolking', region: 'GM0153' });
      const script = create('script', { type: 'application/json', 'data-peil-embedded': '' });
      script.textContent = '{}';
      tile.append(script);
      mount(tile);
      await settled(tile);
      assert.equal(tile.loadState, 'ready');
    });

    it('shows the failed state for a child that is no JSON-stat', async () => {
      const tile = create('kpi-tile', {});
      const script = create('script', { type: 'application/json' });
      script.textContent = '{"version": ';
      tile.append(script);
      mount(tile);
      await settled(tile);
      assert.equal(tile.loadState, 'failed');
      assert.include(text(tile), 'code: malformed');
    });

    it('shows one figure without change or line, and no figures as empty', async () => {
      const one = await show('kpi-tile', {}, { data: onePoint });
      assert.equal(text(one, '.figure'), '7 stuks');
      assert.equal(text(one, '.change'), '');
      const none = await show('kpi-tile', {}, { data: noPoint });
      assert.equal(none.loadState, 'empty');
    });

    it('fits 11rem and 320 pixels with texts as long as publishers make them', async () => {
      for (const width of [176, 288]) {
        const tile = await show('kpi-tile', { region: 'A', 'compare-with': 'B C' }, { data: longTexts, width });
        assert.isAtMost(tile.scrollWidth, tile.clientWidth, `${width} pixels wide`);
      }
    });

    it('has a unit that needs a line of its own close below the figure, and lines of a long figure apart', async () => {
      const unit = 'per 1.000 inwoners van 15 jaar en ouder';
      const long = synthetic({ periods: ['2023'], values: [1234.5], unit, decimals: 1 });
      const tile = await show('kpi-tile', {}, { data: long, width: 200 });
      const [number, ...rest] = [...inside(tile, '.figure').children].flatMap((each) => [...each.getClientRects()]);
      const lines = rest.filter(({ bottom }) => number && bottom > number.bottom);
      const heights = lines.map(({ height }) => height);
      assert.isAtLeast(lines.length, 1);
      for (const [place, line] of lines.entries()) {
        const before = place === 0 ? number : lines[place - 1];
        const room = line.bottom - (before?.bottom ?? 0);
        if (place > 0) assert.isAtLeast(room, Math.max(...heights) * 0.9, `line ${place} lies over the one before`);
        assert.isAtMost(room, Math.max(...heights) * 1.5, `line ${place} stands far below the one before`);
      }
      const huge = synthetic({ periods: ['2023'], values: [123456789012345], unit: 'x 1.000 euro' });
      const narrow = await show('kpi-tile', {}, { data: huge, width: 176 });
      const rects = [...(inside(narrow, '.figure').firstElementChild?.getClientRects() ?? [])];
      const rows = [...new Set(rects.map(({ top }) => top))];
      assert.isAtLeast(rows.length, 2, 'the figure wraps');
      const size = parseFloat(getComputedStyle(inside(narrow, '.figure')).fontSize);
      for (const [place, top] of rows.slice(1).entries()) assert.isAtLeast(top - (rows[place] ?? 0), size);
    });
  });

  describe('target', () => {
    const data = synthetic({
      periods: years(2021, 3),
      values: [50, 53, 55.8],
      decimals: 1,
      unit: '%',
      goodDirection: 'up',
    });
    const said = async (attributes: Record<string, string>) => {
      const tile = await show('kpi-tile', attributes, { data });
      await until(() => has(tile, '[part=target]'), 'no target');
      return text(tile, '[part=target]');
    };

    it('says how far there is to go, and by when', async () => {
      assert.equal(await said({ target: '60:2030' }), 'Doel 60,0 % in 2030: nog 4,2 procentpunt te gaan');
      assert.equal(await said({ target: '55,5' }), 'Doel 55,5 %: gehaald');
    });

    it('judges by words alone', async () => {
      const tile = await show('kpi-tile', { target: '60' }, { data });
      await until(() => has(tile, '[part=target]'), 'no target');
      assert.equal(
        getComputedStyle(inside(tile, '[part=target]')).color,
        getComputedStyle(inside(tile, '.source')).color,
      );
    });

    it('moves nothing when its code arrives', async () => {
      const tile = await show('kpi-tile', { target: '60:2030' }, { data });
      const before = [tile.offsetHeight, inside(tile, '.source').offsetTop];
      await until(() => has(tile, '[part=target]'), 'no target');
      assert.deepEqual([tile.offsetHeight, inside(tile, '.source').offsetTop], before);
    });

    it('is not there without a figure to be reached', async () => {
      const tile = await show('kpi-tile', { target: 'veel' }, { data });
      await frames();
      assert.isFalse(has(tile, '[part=target]'));
    });
  });

  describe('peers', () => {
    it('are those of another indicator at once, and nothing is uncaught meanwhile', async () => {
      const uncaught: unknown[] = [];
      const hear = ({ reason }: PromiseRejectionEvent): unknown => uncaught.push(reason);
      window.addEventListener('unhandledrejection', hear);
      const peers = { peers: 'Buren=GM0141 GM0164', weight: 'sterfgevallen', period: '2023' };
      const tile = await population({ ...peers, indicator: 'inwoners' });
      await until(() => has(tile, '[part=peers]'), 'no peers');
      tile.indicator = 'geboorten';
      await tile.updateComplete;
      await until(() => text(tile).includes('Geboorten') && has(tile, '[part=peers]'), 'no peers of the other');
      window.removeEventListener('unhandledrejection', hear);
      assert.deepEqual(uncaught, []);
    });

    const regions = { GM1: 'Adorp', GM2: 'Bedorp', GM3: 'Cedorp' };
    const peersOf = async (attributes: Record<string, string>, data: unknown) => {
      const tile = await show('kpi-tile', { region: 'GM1', ...attributes }, { data });
      await until(() => has(tile, '[part=peers]'), 'no peers');
      return text(tile);
    };
    const figures = (values: readonly (number | null)[], statuses: Record<number, string> = {}) =>
      synthetic({ regions, periods: ['2023'], values, statuses });

    it('are told as an average that says how it counts', async () => {
      const shown = await peersOf({ peers: 'Buren=GM2 GM3' }, figures([10, 20, 40]));
      assert.include(shown, 'Buren: gemiddeld 30 stuks');
      assert.include(shown, 'elke gemeente telt even zwaar mee');
    });

    it('count once, also where they are named twice or with the province that they are part of', async () => {
      const averageOf = async (peers: string): Promise<string | undefined> => {
        const tile = await population({ peers, period: '2023' });
        await until(() => has(tile, '[part=peers]'), 'no peers');
        return /gemiddeld \S+/.exec(text(tile))?.[0];
      };
      assert.equal(await averageOf('PV23 GM0153'), await averageOf('PV23'));
    });

    it('are told as how many they are where nobody named them', async () => {
      const shown = await peersOf({ peers: 'GM1 GM2' }, figures([10, 20, 40]));
      assert.include(shown, '2 gemeenten: gemiddeld 15 stuks');
    });

    it('that the table has none of are told as such, and not as a failure', async () => {
      const shown = await peersOf({ peers: 'GM7 GM8' }, figures([10, 20, 40]));
      assert.include(shown, 'Geen cijfers voor deze selectie: GM7 GM8');
    });

    it('weigh by another indicator of the table', async () => {
      const data = syntheticIndicators(
        {
          x: { label: 'Score', unit: 'punten', values: [1, 10, 40] },
          w: { label: 'Inwoners', unit: 'inwoners', values: [5, 100, 200] },
        },
        ['2023'],
        { regions },
      );
      const shown = await peersOf({ indicator: 'x', peers: 'Buren=GM2 GM3', weight: 'w' }, data);
      assert.include(shown, 'Buren: gemiddeld 30 punten');
      assert.include(shown, 'gewogen naar Inwoners');
    });

    it('weigh by what the table says', async () => {
      const tile = await population({ indicator: 'geboortecijfer', peers: 'Buren=GM0141 GM0164', period: '2023' });
      await until(() => text(tile).includes('Buren: gemiddeld'), 'no average');
      assert.include(text(tile), 'gewogen naar Inwoners');
    });

    it('are the groups of a codelist of the endpoint', async () => {
      const tile = await population({ peers: 'codelist:stedelijkheid-2020', period: '2023' });
      await until(() => text(tile).includes('Sterk stedelijk: gemiddeld'), 'no average');
      assert.include(text(tile), 'Niet stedelijk: gemiddeld');
    });

    it('give no average that would give a confidential figure away', async () => {
      const shown = await peersOf({ peers: 'Buren=GM2 GM3' }, figures([10, 20, null], { 2: 'C' }));
      assert.include(shown, 'Buren: Geen gemiddelde: daarmee zou een geheim cijfer te berekenen zijn');
      assert.notInclude(shown, 'gemiddeld 20');
    });

    it('count only those with a figure, and say how many', async () => {
      const shown = await peersOf({ peers: 'Buren=GM2 GM3; Samen=GM1 GM2' }, figures([10, 20, null]));
      assert.include(shown, 'Buren: gemiddeld 20 stuks (1 van de 2 met een cijfer)');
      assert.include(shown, 'Samen: gemiddeld 15 stuks');
    });

    it('come from the endpoint, by the code of what holds them or by their own', async () => {
      const tile = await population({ peers: 'Buren=GM0141 GM0164', period: '2023' });
      await until(() => text(tile).includes('Buren: gemiddeld'), 'no average');
      const mean = ((await inhabitants('GM0141', '2023')) + (await inhabitants('GM0164', '2023'))) / 2;
      assert.include(text(tile), `Buren: gemiddeld ${written(Math.round(mean))} inwoners`);
    });

    it('that the table does not have leave the tile as it is, and say so', async () => {
      const tile = await population({ peers: 'Buren=GM9998 GM9999' });
      await until(() => has(tile, '[part=peers]'), 'nothing said');
      assert.equal(tile.loadState, 'ready');
      assert.isTrue(has(tile, '.figure'));
    });
  });
});
