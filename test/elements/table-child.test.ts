import '@peilglas/elements/define';
import { assert } from 'chai';
import { html, render } from 'lit';
import { readCell } from '../../packages/elements/dist/shared/read-cell.js';
import { readTable } from '../../packages/elements/dist/shared/read-table.js';
import { parseJsonStat } from '@peilglas/client/json-stat';
import type { Cube } from '@peilglas/model';
import { drawn, first, has, mount, plain, settled, text } from './support/page.ts';
import { DataTable, KpiTile, MunicipalityCompare, TrendChart } from '@peilglas/elements';

const inhabitants = html`<table>
  <caption>
    Inwoners
  </caption>
  <tr>
    <th>Gemeente</th>
    <th>2021</th>
    <th>2022</th>
    <th>2023</th>
  </tr>
  <tr>
    <th data-code="GM0153">Enschede</th>
    <td>159.732</td>
    <td>160.640</td>
    <td>161.235*</td>
  </tr>
  <tr>
    <th data-code="GM0164">Hengelo</th>
    <td>81.049</td>
    <td>.</td>
    <td>82.311</td>
  </tr>
</table>`;

function cubeOf(content: unknown): Cube {
  const box = document.createElement('div');
  render(content, box);
  return parseJsonStat(readTable(first(HTMLTableElement, box)));
}

describe('a table as figures', () => {
  it('gives a tile its figure, without a request', async () => {
    const tile = first(KpiTile, mount(html`<kpi-tile region="GM0153">${inhabitants}</kpi-tile>`));
    await settled(tile);
    assert.equal(text(tile, '.figure'), '161.235*');
    assert.include(text(tile, '.source'), 'Enschede, 2023, voorlopig');
    assert.equal(
      text(tile, '.heading') || plain(tile.shadowRoot?.querySelector('slot[name=heading]')?.textContent ?? ''),
      'Inwoners',
    );
  });

  it('gives a chart its lines, the first region where none is asked for', async () => {
    const chart = first(TrendChart, mount(html`<trend-chart compare-with="GM0164">${inhabitants}</trend-chart>`));
    await settled(chart);
    await drawn(chart);
    assert.include(chart.summary, 'Enschede');
    assert.include(chart.summary, 'Hengelo');
  });

  it('gives a table all its rows, and is not seen itself any more', async () => {
    const table = first(DataTable, mount(html`<data-table>${inhabitants}</data-table>`));
    await settled(table);
    assert.deepEqual(
      [...(table.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => plain(row.textContent)),
      ['Enschede159.732160.640161.235* voorlopig', 'Hengelo81.049.niet bekend82.311'],
    );
    assert.equal(first(HTMLTableElement, table).offsetHeight, 0);
  });

  it('is taken when it comes later, and not when it has a slot of its own', async () => {
    const tile = first(KpiTile, mount(html`<kpi-tile></kpi-tile>`));
    await tile.updateComplete;
    assert.equal(tile.loadState, 'idle');
    const box = document.createElement('div');
    render(inhabitants, box);
    const given = first(HTMLTableElement, box);
    given.slot = 'footer';
    tile.append(given);
    await tile.updateComplete;
    assert.equal(tile.loadState, 'idle');
    given.removeAttribute('slot');
    await settled(tile);
    assert.equal(tile.loadState, 'ready');
  });

  it('that has no figures is empty', async () => {
    const tile = first(
      KpiTile,
      mount(
        html`<kpi-tile
          ><table>
            <tr>
              <td>Leeg</td>
            </tr>
          </table></kpi-tile
        >`,
      ),
    );
    await settled(tile);
    assert.equal(tile.loadState, 'empty');
    assert.isTrue(has(tile, '.message'));
  });

  it('may have periods down and regions across, under a caption', () => {
    const cube = cubeOf(
      html`<table data-unit="inwoners">
        <caption>
          Inwoners
        </caption>
        <tr>
          <th>Jaar</th>
          <th>Enschede</th>
          <th>Hengelo</th>
        </tr>
        <tr>
          <th>2022</th>
          <td>1.000</td>
          <td>2.000</td>
        </tr>
        <tr>
          <th>2023</th>
          <td>1.500</td>
          <td>2.500</td>
        </tr>
      </table>`,
    );
    assert.equal(cube.observation({ rows: '2023', columns: 'Hengelo' }).value, 2500);
    assert.equal(cube.dimensionFor('geo')?.id, 'columns');
    assert.equal(cube.indicator().unit, 'inwoners');
    assert.equal(cube.indicator().label, 'Inwoners');
  });

  it('may have indicators across, each with its unit', () => {
    const cube = cubeOf(
      html`<table>
        <tr>
          <th>Gemeente</th>
          <th data-unit="inwoners">Inwoners</th>
          <th>Aandeel</th>
          <th>Inkomen</th>
        </tr>
        <tr>
          <th>Enschede</th>
          <td>161.235</td>
          <td>12,3 %</td>
          <td>€ 29.900</td>
        </tr>
      </table>`,
    );
    assert.deepEqual(
      cube.indicators.map(({ label, unit, decimals }) => [label, unit, decimals]),
      [
        ['Inwoners', 'inwoners', 0],
        ['Aandeel', '%', 1],
        ['Inkomen', '€', 0],
      ],
    );
    assert.equal(cube.observation({ columns: 'Aandeel' }).value, 12.3);
  });

  it('may say the same twice', () => {
    const cube = cubeOf(
      html`<table>
        <caption>
          Inwoners
        </caption>
        <tr>
          <th></th>
          <th>2023</th>
        </tr>
        <tr>
          <th>Bergen</th>
          <td>1</td>
        </tr>
        <tr>
          <th>Bergen</th>
          <td>2</td>
        </tr>
      </table>`,
    );
    const geo = cube.dimensionFor('geo');
    assert.deepEqual(
      geo?.codes.map((code) => [geo.labelOf(code), cube.observation({ rows: code }).value]),
      [
        ['Bergen', 1],
        ['Bergen', 2],
      ],
    );
  });

  describe('with quarters and years', () => {
    const sold = html`<table>
      <caption>
        Verkochte woningen
      </caption>
      <tr>
        <th></th>
        <th>2015-Q4</th>
        <th>2015</th>
        <th>2023-Q4</th>
        <th>2023</th>
      </tr>
      <tr>
        <th data-code="GM0153">Enschede</th>
        <td>530</td>
        <td>2.060</td>
        <td>630</td>
        <td>2.460</td>
      </tr>
      <tr>
        <th data-code="GM0164">Hengelo</th>
        <td>200</td>
        <td>900</td>
        <td>300</td>
        <td>800</td>
      </tr>
    </table>`;
    const changeOf = async (period: string, since: string): Promise<string> => {
      const tile = first(KpiTile, mount(html`<kpi-tile period=${period} since=${since}>${sold}</kpi-tile>`));
      await settled(tile);
      return has(tile, '.change') ? text(tile, '.change') : '';
    };

    it('compares a year with a year, and a quarter with a quarter', async () => {
      assert.include(await changeOf('2023', 'first'), '400 meer dan in 2015');
      assert.include(await changeOf('2023-Q4', 'first'), '100 meer dan in het 4e kwartaal van 2015');
      assert.equal(await changeOf('2023-Q4', '2015'), '');
    });

    it('compares regions at periods of one kind', async () => {
      const told = async (since: string): Promise<string> => {
        const compare = first(
          MunicipalityCompare,
          mount(
            html`<municipality-compare region="GM0153" period="2023" since=${since}>${sold}</municipality-compare>`,
          ),
        );
        await settled(compare);
        return compare.summary;
      };
      assert.include(await told('first'), 'in 2015 was dit 2.060');
      assert.notInclude(await told('2015-Q4'), '2015');
    });
  });

  it('may have marks of footnotes, which are no part of a figure, a name or a period', () => {
    const cube = cubeOf(
      html`<table data-unit="per km²">
        <caption>
          Inwoners per km<sup>2</sup>
          <sup>a</sup>
        </caption>
        <tr>
          <th></th>
          <th>2022<sup>1)</sup></th>
          <th>2023</th>
        </tr>
        <tr>
          <th>Enschede<sup>2</sup></th>
          <td>161.235<sup>1</sup></td>
          <td>12,3<sup>1, 2</sup>*</td>
        </tr>
      </table>`,
    );
    assert.equal(cube.indicator().label, 'Inwoners per km2');
    assert.equal(cube.observation({ rows: 'Enschede', columns: '2022' }).value, 161235);
    assert.deepEqual(cube.observation({ columns: '2023' }), { value: 12.3, status: 'P', reason: null });
  });

  it('may say of a whole period that it is provisional', () => {
    const cube = cubeOf(
      html`<table>
        <caption>
          Inwoners
        </caption>
        <tr>
          <th></th>
          <th>2021</th>
          <th>2022**</th>
          <th>2023*</th>
        </tr>
        <tr>
          <th>Enschede</th>
          <td>1</td>
          <td>2</td>
          <td>3</td>
        </tr>
        <tr>
          <th>Hengelo</th>
          <td>4</td>
          <td>5**</td>
          <td>.</td>
        </tr>
      </table>`,
    );
    const statuses = (rows: string) =>
      ['2021', '2022', '2023'].map((columns) => cube.observation({ rows, columns }).status);
    assert.deepEqual(statuses('Enschede'), ['A', 'R', 'P']);
    assert.deepEqual(statuses('Hengelo'), ['A', 'R', 'O']);
  });

  describe('its figures', () => {
    const read = (content: string, lang = 'nl', value?: string) => {
      const cell = document.createElement('td');
      cell.textContent = content;
      if (value !== undefined) cell.dataset.value = value;
      return readCell(cell, lang);
    };

    for (const [written, value] of [
      ['161.235', 161235],
      ['1.234.567,8', 1234567.8],
      ['12,30 %', 12.3],
      ['€ 29.900', 29900],
      ['−0,4', -0.4],
      ['- 1.000', -1000],
      ['+3', 3],
      ['12 345', 12345],
      ['12.5', 12.5],
      ['0.125', 0.125],
      ['−0.250 %', -0.25],
      ['€ 29.900,-', 29900],
      ['0', 0],
    ] as const) {
      it(`in Dutch: ${written}`, () => {
        assert.equal(read(written).value, value);
        assert.isNull(read(written).status);
      });
    }

    it('in English', () => {
      assert.equal(read('161,235', 'en-GB').value, 161235);
      assert.equal(read('1,234.5', 'en').value, 1234.5);
      assert.equal(read('12.345', 'en').value, 12.345);
      assert.equal(read('0,125', 'en').value, 0.125);
    });

    it('have the status that their marks say', () => {
      assert.equal(read('1.234*').status, 'P');
      assert.equal(read('1.234 **').status, 'R');
    });

    for (const [written, status] of [
      ['', 'M'],
      ['.', 'O'],
      ['…', 'N'],
      ['x', 'C'],
      ['X', 'C'],
      ['onbekend', 'O'],
      ['1.2.3', 'O'],
      ['12 per 100', 'O'],
      ['constructor', 'O'],
    ] as const) {
      it(`are not there: ${written || 'nothing'}`, () => {
        const cell = read(written);
        assert.isNull(cell.value);
        assert.equal(cell.status, status);
      });
    }

    it('are what data-value says', () => {
      assert.deepEqual(read('161 duizend*', 'nl', '161235.5'), { value: 161235.5, status: 'P', decimals: 1, unit: '' });
      assert.equal(read('7', 'nl', 'veel').value, 7);
    });

    it('keep the decimals that they are written with', () => {
      assert.equal(read('12,30').decimals, 2);
    });
  });
});
