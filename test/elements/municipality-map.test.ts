import '@peilglas/elements/define';
import type { Chart as MapSurface, MapDrawing } from '@peilglas/charts/map';
import { PeilSelectEvent, type MunicipalityMap } from '@peilglas/elements';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { assert } from 'chai';
import { html } from 'lit';
import { violations } from './support/axe.ts';
import { demoRows, inhabitants, written } from './support/demo-figures.ts';
import { darken, drawn, first, has, inside, mount, plain, settled, show, text, told, until } from './support/page.ts';
import { synthetic } from './support/synthetic.ts';
import { TestEndpoint } from './support/test-endpoint.ts';

type MapModule = typeof import('@peilglas/charts/map');

const endpoint = new TestEndpoint().address;
const population = { endpoint, table: 'bevolking', indicator: 'inwoners', region: 'GM0164' };

async function mapOf(attributes: Record<string, string>, given?: Parameters<typeof show>[2]): Promise<MunicipalityMap> {
  const map = await show('municipality-map', attributes, given);
  await drawn(map);
  return map;
}

const twente = { shapes: '/demo/shapes/twente-gemeenten.geojson' };
const country = { shapes: '/demo/shapes/nl-gemeenten-2022.geojson' };

/** Areas in the order in which they are painted, without the lines of the pattern and around areas. */
const areasOf = (map: Element): readonly Element[] => [
  ...(map.shadowRoot?.querySelectorAll('.canvas svg > path') ?? []),
];

const legendOf = (map: Element): readonly string[] =>
  [...(map.shadowRoot?.querySelectorAll('.legend li') ?? [])].map(({ textContent }) => plain(textContent));

async function rowsOf(map: MunicipalityMap): Promise<readonly (readonly string[])[]> {
  inside(map, '[part=table-button]').click();
  await map.updateComplete;
  const table = inside(map, 'table');
  if (!(table instanceof HTMLTableElement)) throw new Error('No table');
  return [...table.rows].slice(1).map((row) => [...row.cells].map((cell) => plain(cell.textContent)));
}

const codes = ['GM0141', 'GM0147', 'GM0153', 'GM0158', 'GM0163', 'GM0164'];
const names = ['Almelo', 'Borne', 'Enschede', 'Haaksbergen', 'Hellendoorn', 'Hengelo'];
const regions = Object.fromEntries(codes.map((code, place) => [code, names[place] ?? '']));
const reasons = synthetic({
  regions,
  periods: ['2023'],
  values: [10, 20, null, null, null, 30],
  statuses: { 2: 'C', 3: 'U', 4: 'M' },
});

/** Every municipality of a file with its number as figure. */
async function everywhere(file: string): Promise<{ readonly data: unknown; readonly count: number }> {
  const { features } = (await (await fetch(file)).json()) as {
    features: readonly { properties: { code: string; name: string } }[];
  };
  const of = Object.fromEntries(features.map(({ properties: { code, name } }) => [code, name]));
  const data = synthetic({ regions: of, periods: ['2022'], values: features.map((_, place) => place) });
  return { data, count: features.length };
}

/** The way from one place to another by arrows, looked for in the page: each arrow is pressed at each place. */
async function placesByArrows(map: MunicipalityMap, count: number): Promise<ReadonlySet<string>> {
  const drawing = inside(map, '.drawing');
  drawing.focus();
  const press = (key: string): string => {
    drawing.dispatchEvent(new KeyboardEvent('keydown', { key }));
    return key;
  };
  const at = async (): Promise<string> => {
    await map.updateComplete;
    return told(map);
  };
  press('Home');
  const ways = new Map([[await at(), [] as readonly string[]]]);
  for (const [, way] of ways) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      press('Home');
      [...way, key].forEach(press);
      const place = await at();
      if (!ways.has(place)) ways.set(place, [...way, key]);
    }
    if (ways.size === count) break;
  }
  return new Set(ways.keys());
}

/** The drawing itself: pressing every key at 345 places would take a minute. */
interface Inner {
  readonly drawing: { readonly module: MapModule; readonly option: MapDrawing; readonly chart: MapSurface };
}

describe('<municipality-map>', () => {
  describe('figures', () => {
    it('has an area for each municipality, and the same figures in table and legend', async () => {
      const map = await mapOf(population);
      const rows = await demoRows('bevolking', { period: '2023', sex: 'T', indicator: 'inwoners' });
      const expected = rows
        .filter(({ region = '' }) => region.startsWith('GM'))
        .map(({ value }) => Number(value))
        .sort((a, b) => b - a);
      assert.lengthOf(areasOf(map), 14);
      assert.deepEqual(
        (await rowsOf(map)).map(([, figure]) => figure),
        expected.map(written),
      );
      const legend = legendOf(map);
      assert.lengthOf(legend, 5);
      assert.equal(legend[0], `${written(expected[13] ?? 0)} tot ${written(expected[10] ?? 0)} 3 gemeenten`);
      assert.equal(legend[4], `${written(expected[1] ?? 0)} tot en met ${written(expected[0] ?? 0)} 2 gemeenten`);
    });

    it('says the own place, highest and lowest, unit, group and period, and who made the boundaries', async () => {
      const map = await mapOf(population);
      const own = written(await inhabitants('GM0164', '2023'));
      assert.include(plain(map.summary), `${own} inwoners op 1 januari 2023; dat is plaats 2 van de 14 gemeenten`);
      assert.include(plain(map.summary), 'het hoogste cijfer heeft Enschede');
      assert.equal(text(map, '.subline'), 'alle gemeenten · inwoners · 2023');
      assert.include(text(map, '.axis-note'), 'Grenzen: CBS/Kadaster, CC BY 4.0');
    });

    it('shows a district among those of its municipality, and says which those are', async () => {
      const data = synthetic({
        regions: { GM0153: 'Enschede', WK015301: 'Centrum', WK015302: 'Noord', WK016401: 'Nijverheid' },
        parts: { GM0153: ['WK015301', 'WK015302'] },
        periods: ['2023'],
        values: [70, 30, 40, 50],
      });
      const map = await show('municipality-map', { region: 'WK015301' }, { data });
      assert.match(map.summary, /Centrum.* plaats 2 van de 2 gebieden/);
      assert.equal(text(map, '.subline'), 'Enschede · stuks · 2023');
      assert.deepEqual(
        (await rowsOf(map)).map(([name]) => name),
        ['Noord', 'Centrum (gekozen)'],
      );
    });

    it('names the own municipality and outlines it, also where its name does not fit', async () => {
      const map = await mapOf(population, { width: 300 });
      const own = [...(map.shadowRoot?.querySelectorAll('.canvas text') ?? [])].find(
        ({ textContent }) => textContent === 'Hengelo',
      );
      assert.equal(own?.getAttribute('font-weight'), '600');
      assert.isTrue(has(map, '.canvas g path[stroke="var(--_text)"]'));
    });

    it('shows the first of other groups, whichever of the ones before was chosen', async () => {
      const map = await show('municipality-map', {
        endpoint: new TestEndpoint().address,
        table: 'bevolking',
        peers: 'Een=GM0141 GM0147;Twee=GM0147 GM0153;Drie=GM0141 GM0153',
      });
      const select = (): HTMLSelectElement => {
        const found = inside(map, 'select');
        if (found instanceof HTMLSelectElement) return found;
        throw new Error('No select');
      };
      select().value = '2';
      select().dispatchEvent(new Event('change'));
      await until(() => text(map, '.subline').includes('Drie'), 'not the third');
      map.setAttribute('peers', 'Vier=GM0141 GM0147;Vijf=GM0147 GM0153');
      await until(
        () => text(map, '.subline').includes('Vier'),
        () => text(map, '.subline'),
      );
      assert.equal(select().value, '0');
    });

    it('classes by equal width or by bounds when asked', async () => {
      const map = await mapOf({ ...twente, classes: '15 30' }, { data: reasons });
      assert.deepEqual(legendOf(map).slice(0, 3), [
        'minder dan 15 1 gemeente',
        '15 tot 30 1 gemeente',
        '30 of meer 1 gemeente',
      ]);
      map.classes = 'equal';
      await map.updateComplete;
      assert.equal(legendOf(map)[0], '10 tot 14 1 gemeente');
      assert.include(legendOf(map)[4], '26 tot en met 30');
    });

    it('writes figures on the map when asked', async () => {
      const map = await mapOf({ ...population, 'with-figures': '' }, { width: 800 });
      assert.include(plain(inside(map, '.canvas').textContent), written(await inhabitants('GM1735', '2023')));
    });

    it('is on the map under the names of its own shapes, by codes of another form', async () => {
      const bare = synthetic({ regions: { '0153': 'Enschede', 164: 'Hengelo' }, periods: ['2023'], values: [1, 2] });
      const map = await mapOf({ ...twente, peers: '0153 164' }, { data: bare });
      assert.lengthOf(areasOf(map), 2);
    });
  });

  describe('what is not there', () => {
    it('is hatched, with each reason in words and in the legend', async () => {
      const map = await mapOf({ ...twente, region: 'GM0153' }, { data: reasons });
      const hatched = areasOf(map).filter((area) => area.getAttribute('fill') === 'url(#hatch)');
      assert.lengthOf(hatched, 3);
      assert.isTrue(has(map, 'pattern#hatch path'));
      const legend = legendOf(map).slice(3);
      assert.deepEqual(legend, [
        'geheim: te kleine aantallen 1 gemeente',
        'onbetrouwbaar 1 gemeente',
        'niet van toepassing 1 gemeente',
      ]);
      inside(map, '.drawing').focus();
      await until(() => told(map).includes('Enschede (gekozen): geheim'), 'the reason is not spoken');
    });

    it('names regions without a shape, and counts shapes that are not drawn', async () => {
      const merged = synthetic({
        regions: { ...regions, GM9999: 'Oud-Adorp' },
        periods: ['2023'],
        values: [1, 2, 3, 4, 5, 6, 7],
      });
      const map = await mapOf(twente, { data: merged });
      assert.include(text(map, '.axis-note'), 'Niet op de kaart: Oud-Adorp.');
      assert.include(text(map, '.axis-note'), 'Niet getekend: 8 gemeenten');
      assert.lengthOf(await rowsOf(map), 7);
    });

    it('draws the few areas that the figures do not know, and says so', async () => {
      const most = Object.fromEntries(Object.entries(regions));
      const others = { GM0168: 'Losser', GM0173: 'Oldenzaal', GM0183: 'Tubbergen' };
      const data = synthetic({
        regions: { ...most, ...others },
        periods: ['2023'],
        values: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      });
      const map = await mapOf(twente, { data });
      assert.lengthOf(areasOf(map), 14);
      assert.include(text(map, '.axis-note'), 'Wel op de kaart, maar niet in deze cijfers:');
      assert.include(legendOf(map).at(-1), 'niet in deze cijfers 5 gemeenten');
    });

    it('leaves sentence and table when the boundaries do not come, and tries again when told to', async () => {
      const map = await show('municipality-map', { shapes: '/nowhere.geojson' }, { data: reasons });
      await until(() => has(map, '.drawing [part=retry]'), 'no message');
      assert.include(text(map, '.drawing'), 'De grenzen voor de kaart zijn nu niet te laden');
      assert.include(map.summary, 'Proefcijfers');
      assert.lengthOf(await rowsOf(map), 6);
      map.shapes = twente.shapes;
      await drawn(map);
      assert.lengthOf(areasOf(map), 6);
    });

    it('tells when none of the regions has a shape', async () => {
      const far = synthetic({ regions: { GM9998: 'Adorp', GM9999: 'Bedorp' }, periods: ['2023'], values: [1, 2] });
      const map = await show('municipality-map', twente, { data: far });
      await until(() => text(map, '.drawing').includes('geen grenzen'), 'no message');
      assert.isFalse(has(map, '[part=retry]'));
    });

    it('never becomes markup: a hostile name stays text', async () => {
      const hostile = '<img src=x onerror=alert(1)>';
      const map = await mapOf(
        { ...twente, region: 'GM0153' },
        {
          data: synthetic({ regions: { ...regions, GM0153: hostile }, periods: ['2023'], values: [1, 2, 3, 4, 5, 6] }),
        },
      );
      inside(map, '.drawing').focus();
      await until(() => has(map, '.tooltip'), 'no tooltip');
      assert.isFalse(has(map, 'img'));
      assert.include(text(map, '.tooltip'), hostile);
      assert.include(inside(map, '.canvas').textContent, 'onerror=alert(1)>');
    });
  });

  describe('walking and choosing', () => {
    it('begins at the own municipality, says the same as the tooltip, and ends with Esc', async () => {
      const map = await mapOf(population);
      const figure = `${written(await inhabitants('GM0164', '2023'))} inwoners`;
      inside(map, '.drawing').focus();
      await until(() => has(map, '.tooltip'), 'no tooltip');
      assert.equal(told(map), `Hengelo (gekozen), plaats 2 van 14: ${figure}`);
      for (const part of ['Hengelo (gekozen)', figure, 'plaats 2 van 14']) assert.include(text(map, '.tooltip'), part);
      await sendKeys({ press: 'ArrowRight' });
      assert.include(told(map), 'Enschede, plaats 1 van 14');
      await sendKeys({ press: 'End' });
      assert.include(told(map), 'plaats 14 van 14');
      await sendKeys({ press: 'Escape' });
      assert.isFalse(has(map, '.tooltip'));
    });

    it('reaches all 14 with arrows', async () => {
      const map = await mapOf(population);
      assert.equal((await placesByArrows(map, 14)).size, 14);
    });

    it('reaches all 345 with arrows, and shows each to a pointer', async () => {
      const { data, count } = await everywhere(country.shapes);
      const map = await mapOf(country, { data, width: 900 });
      assert.equal(count, 345);
      assert.lengthOf(areasOf(map), count);
      const { module, option, chart } = (map as unknown as Inner).drawing;
      const seen = new Set([0]);
      for (const each of seen)
        for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
          seen.add(module.walkAreas(option.links(), key, each) ?? each);
      assert.equal(seen.size, count);
      const { left, top } = inside(map, '.canvas').getBoundingClientRect();
      const pointed = new Set(
        option.areas.map(({ place }) => chart.pointAt(left + place.x, top + place.y)?.index ?? -1),
      );
      const deaf = option.areas.flatMap((_, index) => (pointed.has(index) ? [] : [index]));
      assert.deepEqual(deaf, []);
    });

    it('tells what lies under the pointer on a page that is made larger', async () => {
      const map = await show(
        'municipality-map',
        { endpoint, table: 'bevolking', indicator: 'inwoners' },
        { width: 500 },
      );
      await drawn(map);
      const drawing = inside(map, '.drawing');
      /** @param at from the corner of the drawing, CSS pixels on screen */
      const tell = async (at: { readonly x: number; readonly y: number }): Promise<string> => {
        const { left, top } = drawing.getBoundingClientRect();
        const init = { clientX: left + at.x, clientY: top + at.y, bubbles: true, composed: true };
        drawing.dispatchEvent(new PointerEvent('pointermove', init));
        await map.updateComplete;
        return text(map, '.tooltip p');
      };
      const { left, top } = drawing.getBoundingClientRect();
      const points = [...(map.shadowRoot?.querySelectorAll('.canvas text') ?? [])].flatMap((label) => {
        const box = label.getBoundingClientRect();
        const middle = { x: box.x + box.width / 2 - left, y: box.y + box.height / 2 - top };
        return [-6, -4, -2, 0, 2, 4, 6].map((by) => ({ x: middle.x, y: middle.y + by }));
      });
      const [before, after]: [string[], string[]] = [[], []];
      for (const { x, y } of points) before.push(await tell({ x: x / 1.5, y: y / 1.5 }));
      Object.assign(map.style, { transform: 'scale(1.5)', transformOrigin: '0 0' });
      // Nothing is under a point that is out of view.
      drawing.scrollIntoView();
      for (const point of points) after.push(await tell(point));
      assert.isAbove(new Set(before).size, 5);
      assert.deepEqual(after, before);
    });

    it('tells which area was clicked or entered, and follows the page without asking again', async () => {
      const own = new TestEndpoint();
      const stage = mount(
        html`<data-context endpoint=${own.address} region="GM0164 NL01"
          ><municipality-map table="bevolking" indicator="inwoners"></municipality-map
        ></data-context>`,
        700,
      );
      const { MunicipalityMap: Map } = await import('@peilglas/elements');
      const map = first(Map, stage);
      await settled(map);
      await drawn(map);
      const asked = await own.requests();
      const chosen: (readonly string[])[] = [];
      map.addEventListener(PeilSelectEvent.type, ({ codes: some }) => chosen.push(some));
      const label = [...(map.shadowRoot?.querySelectorAll('.canvas text') ?? [])].find(
        ({ textContent }) => textContent === 'Enschede',
      );
      const box = label?.getBoundingClientRect() ?? new DOMRect();
      await sendMouse({ type: 'click', position: [Math.round(box.x + box.width / 2), Math.round(box.y + 4)] });
      await until(() => map.summary.startsWith('Enschede'), 'nothing follows');
      inside(map, '.drawing').focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'Enter' });
      await until(() => map.summary.startsWith('Tubbergen'), 'Enter chooses nothing');
      assert.deepEqual(
        chosen,
        [
          ['GM0153', 'NL01'],
          ['GM0183', 'NL01'],
        ],
        'those to compare with stay',
      );
      assert.deepEqual(await own.requests(), asked);
      await sendMouse({ type: 'move', position: [1, 1] });
    });

    for (const width of [288, 900]) {
      it(`keeps the tooltip inside a page of ${width} pixels at every area`, async () => {
        const map = await mapOf(population, { width });
        inside(map, '.drawing').focus();
        await until(() => has(map, '.tooltip'), 'no tooltip');
        const box = map.getBoundingClientRect();
        for (const key of [
          'Home',
          ...Array.from({ length: 12 }, (_, place) => (place % 3 ? 'ArrowLeft' : 'ArrowUp')),
          'End',
        ]) {
          inside(map, '.drawing').dispatchEvent(new KeyboardEvent('keydown', { key }));
          await map.updateComplete;
          const tooltip = inside(map, '.tooltip').getBoundingClientRect();
          assert.isAtLeast(tooltip.left, box.left - 1);
          assert.isAtMost(tooltip.right, box.right + 1);
          assert.isAtLeast(tooltip.top, box.top);
          assert.isAtMost(tooltip.bottom, box.bottom);
        }
      });
    }
  });

  describe('files', () => {
    it('gives figures as CSV and the map as SVG and PNG, in colours that stand by themselves', async () => {
      const map = await mapOf({ ...twente, region: 'GM0153' }, { data: reasons, width: 400 });
      assert.include(map.toCsv(), 'GM0164');
      const svg = await map.toSvg();
      assert.notInclude(svg, 'var(');
      assert.match(svg, /fill="url\((&quot;)?#hatch/);
      assert.include(plain(svg), `<desc>${plain(map.summary)}</desc>`);
      const picture = await createImageBitmap((await map.toPng()) ?? new Blob());
      assert.isAtLeast(picture.width, 2 * inside(map, '.canvas').clientWidth);
    });
  });

  describe('lifecycle', () => {
    it('follows its width, and lets go when it leaves', async () => {
      const map = await mapOf(population, { width: 300 });
      const before = areasOf(map)[0]?.getAttribute('d');
      const stage = map.parentElement;
      if (stage) stage.style.inlineSize = '800px';
      await until(() => areasOf(map)[0]?.getAttribute('d') !== before, 'the map stays as it is');
      map.remove();
      assert.lengthOf(areasOf(map), 0);
      stage?.append(map);
      await until(() => areasOf(map).length === 14, 'not drawn again');
    });
  });

  describe('accessibility', () => {
    it('has nothing that axe-core objects to with tooltip and table open, in light and dark', async () => {
      const map = await mapOf(
        { ...twente, region: 'GM0153', peers: 'Alle=GM0141 GM0147 GM0153 GM0158 GM0163 GM0164; Twee=GM0153 GM0164' },
        { data: reasons },
      );
      await rowsOf(map);
      inside(map, '.drawing').focus();
      await until(() => has(map, '.tooltip'), 'no tooltip');
      assert.deepEqual(await violations(map), []);
      darken();
      assert.deepEqual(await violations(map), []);
    });

    it('is named as a map, and told how to walk it', async () => {
      const map = await mapOf(population);
      const drawing = inside(map, '.drawing');
      assert.equal(drawing.getAttribute('aria-label'), 'Kaart: Inwoners');
      assert.include(text(map, '#keys'), 'het gebied ernaast');
      await drawn(map);
      assert.include(told(map), 'Hengelo (gekozen), plaats 2 van 14');
      assert.deepEqual([drawing.ariaValueMin, drawing.ariaValueMax], ['0', '13']);
    });
  });
});
